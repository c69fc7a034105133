/** Results of a round from the scoring software's sheet: a total, a column a criterion, or a row a criterion. */
import { describe, expect, test } from 'vitest';
import { type Criterion, CURRENT_CRITERIA, scoredCriteria } from '#domain/criterion.ts';
import { EVALUATION_WORDS } from '#domain/rules/evaluationProblems.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import { criterionCode } from '#scripts/import/targets/fields/evaluations.ts';
import { seededCriteria } from '#scripts/seed/criteria.ts';
import { applied } from './applied.ts';
import { csv, given, outcomes, run, whys } from './running.ts';

const SET = 4;
const criteria = seededCriteria().filter((line) => line.criteria_set === SET);
const scored = scoredCriteria(criteria as unknown as Criterion[]);
const CODES = scored.map(({ code }) => code);
const FULL = scored.map(({ maxPoints }) => maxPoints);
const POINTS = Object.fromEntries(scored.map(({ code, maxPoints }) => [code, maxPoints]));

const EXISTING = {
  producers: [{ id: 'p1', name: 'HTX Hảo Đạt', kind: 'cooperative', commune: '' }],
  products: [
    { id: 'm1', name: 'Mật ong', slug: 'mat-ong', producer: 'p1', product_code: '', criteria_set: SET },
    { id: 'c1', name: 'Chè Bát Tiên', slug: 'che', producer: 'p1', product_code: '', criteria_set: 0 },
  ],
  rounds: [
    { id: 'r1', name: 'Đợt 1 năm 2026', state: 'closed' },
    { id: 'r2', name: 'Đợt 2 năm 2026', state: 'open' },
  ],
  criteria: criteria as unknown as NonNullable<Existing['criteria']>,
  evaluations: [],
} satisfies Existing;

async function into(rows: readonly string[], answers = {}, existing: Existing = EXISTING) {
  const report = await run(csv(rows), { existing, answers }, 'evaluations');
  const again = await run(csv(rows), { existing: applied(existing, report), answers }, 'evaluations');
  for (const [index, row] of report.rows.entries())
    if (row.outcome !== 'refused') expect([row.number, again.rows[index]?.outcome]).toEqual([row.number, 'same']);
  return report;
}

const WIDE = ['TT', 'Tên sản phẩm', 'Chủ thể', ...CODES, 'Tổng điểm', 'Xếp hạng'].join(';');
const wide = (name: string, points: readonly (number | string)[], total: string, stars = '') =>
  ['1', name, 'HTX Hảo Đạt', ...points.map((each) => String(each).replace('.', ',')), total, stars].join(';');

describe('a row a product', () => {
  test('with a total alone goes into the open round', async () => {
    const report = await into(['Tên sản phẩm;Chủ thể;Tổng điểm', 'Mật ong;HTX Hảo Đạt;92,33 điểm', 'Mật ong lạ;;80']);
    expect(outcomes(report)).toEqual(['created', 'refused']);
    expect(given(report.rows[0], 'evaluations')).toEqual([
      {
        round: 'r2',
        product: 'm1',
        criteria_version: CURRENT_CRITERIA,
        criteria_set: SET,
        state: 'scored',
        stated_total: 92.33,
      },
    ]);
  });

  test('with a column a criterion has each point at its code', async () => {
    const report = await into([WIDE, wide('Mật ong', FULL, '100', '5 sao')]);
    expect(report.rows.map((row) => whys(row))).toEqual([[]]);
    expect(given(report.rows[0], 'evaluations')?.[0]).toMatchObject({
      points: POINTS,
      stated_total: 100,
      state: 'scored',
    });
  });

  test('half scored stays a candidate', async () => {
    const half = FULL.map((points, at) => (at < 10 ? points : ''));
    const report = await into([WIDE, wide('Mật ong', half, '')]);
    expect(given(report.rows[0], 'evaluations')?.[0]).toMatchObject({ state: 'candidate' });
    expect(Object.keys((given(report.rows[0], 'evaluations')?.[0]?.['points'] ?? {}) as object)).toHaveLength(10);
  });

  test('whose total is not its sum is asked about at the total, and the sum may be taken', async () => {
    const rows = [WIDE, wide('Mật ong', FULL, '99,5')];
    const report = await into(rows);
    const column = report.mapping.columns.find(({ field }) => field === 'total')?.letter;
    expect(whys(report.rows[0])).toEqual([`${column} ask ${EVALUATION_WORDS.totalDiffers(99.5, 100)}`]);
    const taken = await into(rows, { '2:total_sum': { choose: 0 } });
    expect(given(taken.rows[0], 'evaluations')?.[0]).toMatchObject({ stated_total: 100, points: POINTS });
  });

  test('whose stars are not what points and gates come to is asked about at the stars', async () => {
    const at = scored.findIndex(({ leastFor }) => leastFor[5] > 0);
    const held = FULL.map((points, index) => (index === at ? points - 0.5 : points));
    const report = await into([WIDE, wide('Mật ong', held, '99,5', '5 sao')]);
    expect(whys(report.rows[0])?.[0]).toContain('ask Tệp ghi 5 sao. Đủ điểm 5 sao, nhưng');
    expect(whys(report.rows[0])?.[0]).toContain(CODES[at] ?? '');
  });

  test('with points over the most, or for another set’s criterion, is refused at that cell', async () => {
    const over = [...FULL];
    over[0] = 3.5;
    const report = await into([`${WIDE};17`, `${wide('Mật ong', over, '')};2`]);
    const told = whys(report.rows[0])?.toSorted();
    expect(told).toHaveLength(2);
    expect(told?.[0]).toContain(EVALUATION_WORDS.unknownCode(SET, '17'));
    expect(told?.[1]).toContain(EVALUATION_WORDS.overMax('1.1', 3, 3.5));
  });

  test('of another set than its product, or of no known set, is refused', async () => {
    const HEAD = 'Tên sản phẩm;Bộ;Tổng điểm';
    const report = await into([HEAD, 'Mật ong;6;80', 'Chè Bát Tiên;;80']);
    expect(outcomes(report)).toEqual(['refused', 'refused']);
    expect(whys(report.rows[0])?.[0]).toContain(EVALUATION_WORDS.setMismatch(6, SET));
    expect(whys(report.rows[1])?.[0]).toContain(EVALUATION_WORDS.noSet(CURRENT_CRITERIA, 0));
    expect(outcomes(await into([HEAD, 'Chè Bát Tiên;4;80']))).toEqual(['created']);
  });

  test('twice in a file is refused the second time', async () => {
    const report = await run(
      csv(['Tên sản phẩm;Tổng điểm', 'Mật ong;80', 'Mật ong;81']),
      { existing: EXISTING },
      'evaluations',
    );
    expect(outcomes(report)).toEqual(['created', 'refused']);
  });

  test('that a decision has recognised changes no more, and comes again as the same', async () => {
    const kept = { id: 'e1', round: 'r2', product: 'm1', criteria_version: CURRENT_CRITERIA, criteria_set: SET };
    const existing = { ...EXISTING, evaluations: [{ ...kept, state: 'recognised', stated_total: 80, points: null }] };
    const report = await into(['Tên sản phẩm;Tổng điểm', 'Mật ong;80'], {}, existing);
    expect(outcomes(report)).toEqual(['same']);
    const changed = await into(['Tên sản phẩm;Tổng điểm', 'Mật ong;81'], {}, existing);
    expect(whys(changed.rows[0])?.[0]).toContain(EVALUATION_WORDS.settled);
  });
});

describe('the round', () => {
  test('is the one that is named', async () => {
    const [first, second] = EXISTING.rounds;
    const existing = {
      ...EXISTING,
      rounds: [
        { ...first, id: 'r1', state: 'planned' },
        { ...second, id: 'r2' },
      ],
    };
    const report = await into(['Đợt;Tên sản phẩm;Tổng điểm', 'đợt 1 năm 2026;Mật ong;80'], {}, existing);
    expect(given(report.rows[0], 'evaluations')?.[0]).toMatchObject({ round: 'r1' });
  });
  test('takes no product more once it is closed, and lets what stands in it be mended', async () => {
    const rows = ['Đợt;Tên sản phẩm;Tổng điểm', 'Đợt 1 năm 2026;Mật ong;80'];
    const late = await into(rows);
    expect(outcomes(late)).toEqual(['refused']);
    expect(whys(late.rows[0])?.[0]).toContain(EVALUATION_WORDS.joinsClosed);
    const kept = { id: 'e1', round: 'r1', product: 'm1', criteria_version: CURRENT_CRITERIA, criteria_set: SET };
    const existing = { ...EXISTING, evaluations: [{ ...kept, state: 'scored', stated_total: 70, points: null }] };
    expect(outcomes(await into(rows, {}, existing))).toEqual(['changed']);
  });
  test('is asked about where none bears the name, and refused where none is open', async () => {
    const unknown = await into(['Đợt;Tên sản phẩm;Tổng điểm', 'Đợt 9;Mật ong;80']);
    expect(unknown.rows[0]?.problems[0]?.offers).toEqual(['Đợt 1 năm 2026', 'Đợt 2 năm 2026']);
    const none = { ...EXISTING, rounds: [{ id: 'r1', name: 'Đợt 1 năm 2026', state: 'closed' }] };
    expect(outcomes(await into(['Tên sản phẩm;Tổng điểm', 'Mật ong;80'], {}, none))).toEqual(['refused']);
  });
});

describe('a row a criterion', () => {
  const HEAD = 'Tên sản phẩm;Mã tiêu chí;Nội dung;Điểm';
  const lines = (value: (code: string) => number | string) =>
    criteria.map(
      ({ code, label, is_heading }) =>
        `Mật ong;${code};${label.replaceAll(';', ',')};${is_heading ? '99' : value(code)}`,
    );

  test('comes to one result, sections left out', async () => {
    const report = await into([HEAD, ...lines((code) => POINTS[code] ?? '')]);
    expect(report.rows.flatMap((row) => whys(row) ?? [])).toEqual([]);
    expect(report.counts).toMatchObject({ refused: 0, rows: criteria.length });
    const last = report.rows.flatMap((row) => given(row, 'evaluations') ?? []).at(-1);
    expect(last).toMatchObject({ state: 'scored', points: POINTS });
  });

  test('that contradicts another row is refused', async () => {
    const rows = [HEAD, 'Mật ong;1.1;;3', 'Mật ong;1.1;;2', 'Mật ong;xyz;;2', 'Mật ong;1.2;;'];
    const report = await run(csv(rows), { existing: EXISTING }, 'evaluations');
    expect(outcomes(report)).toEqual(['created', 'refused', 'refused', 'refused']);
    expect(whys(report.rows[1])?.[0]).toContain('Dòng khác trong tệp ghi 3 điểm');
  });
});

test.each([
  ['1.1', '1.1'],
  ['1,1', '1.1'],
  ['1.1.', '1.1'],
  ['Tiêu chí 1.1', '1.1'],
  ['TC 12', '12'],
  ['A.1.1. Nguồn gốc sản phẩm', '1.1'],
  ['6', '6'],
  ['6 Cảm quan', '6'],
  ['11', '11'],
  ['5', ''],
  ['21', ''],
  ['2026', ''],
  ['1.1/3', ''],
  ['3.25', ''],
  ['12/QĐ-UBND', ''],
  ['Tổng điểm', ''],
])('the heading %s is of criterion “%s”', (heading, code) => expect(criterionCode(heading)).toBe(code));
