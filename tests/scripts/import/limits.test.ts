/** What a limited person may not write is refused at its row, and what an approver has to write is told there; the rest goes on. */
import { describe, expect, test } from 'vitest';
import type { AccessPerson } from '#domain/access.ts';
import { stepsOf } from '#scripts/import/apply/plan.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import { communesOfSet } from './communes.ts';
import { csv, given, outcomes, run, whys } from './running.ts';

const [here, there] = communesOfSet('bac-ninh').map((commune) => commune);
if (here === undefined || there === undefined) throw new Error('no communes');

const person = (more: Partial<AccessPerson> = {}): AccessPerson => ({
  role: 'editor',
  communes: [],
  collections: [],
  ...more,
});
const ofCommune = person({ communes: [here.id] });
const noted = (report: Awaited<ReturnType<typeof run>>) =>
  report.rows.map(({ notes }) => notes.flatMap(({ label, note }) => (label === 'Cả dòng' ? [note] : [])));

const NEAR = { id: 'near', name: 'HTX Gần', kind: 'cooperative', commune: here.id, state: 'draft' };
const FAR = { id: 'far', name: 'HTX Xa', kind: 'cooperative', commune: there.id, state: 'draft' };
const existing: Existing = { producers: [NEAR, FAR] };
const OUTSIDE = 'ngoài các xã, phường mà tài khoản này được giao';

describe('a person of one commune', () => {
  test('has the rows of others refused, in the words of the hook, with the way out; what is the same needs no leave', async () => {
    const rows = ['Tên sản phẩm;Chủ thể', 'Chè;HTX Gần', 'Mỳ;HTX Xa', 'Bún;HTX Xa', 'Nem;HTX Gần'];
    const known = { ...existing, products: [{ id: 'b', name: 'Bún', producer: 'far' }] };
    const report = await run(csv(rows), { existing: known, person: ofCommune });
    expect(outcomes(report)).toEqual(['created', 'refused', 'same', 'created']);
    expect(report.rows[1]?.problems).toMatchObject([
      { question: 'limits', field: '', column: '', label: 'Cả dòng', offers: [] },
    ]);
    expect(whys(report.rows[1])).toEqual([
      ` refuse Sản phẩm “Mỳ”: ${OUTSIDE}. Dòng này cần người được giao nơi ấy nhập; các dòng khác vẫn ghi được.`,
    ]);
    expect(outcomes(await run(csv(rows), { existing: known }))).toEqual(['created', 'created', 'same', 'created']);
  });

  test('makes no producer elsewhere or nowhere, and no row leans on what a refused one would have made', async () => {
    const head = 'Tên sản phẩm;Chủ thể;Xã;Số QĐ;Sao';
    const decision = '7/QĐ-UBND ngày 1/2/2024;3 sao';
    const rows = [
      head,
      `Chè;HTX Mới Xa;${there.name};${decision}`,
      `Mỳ;HTX Mới Xa;${there.name};`,
      'Bún;HTX Không Rõ;;',
      `Nem;HTX Mới Gần;${here.name};${decision}`,
    ];
    // Decisions are nobody's who is limited to communes: theirs is the approver's limit, not the editor's.
    const report = await run(csv(rows), { person: ofCommune });
    expect(outcomes(report)).toEqual(['refused', 'refused', 'refused', 'created']);
    expect(given(report.rows[3], 'decisions')).toMatchObject([{ number: '7/QĐ-UBND' }]);
    const steps = stepsOf(report, {});
    const made = new Set(steps.map(({ id }) => id));
    for (const { fields } of steps)
      for (const value of [fields['producer'], fields['product'], fields['decision']])
        if (value !== undefined) expect(made).toContain(value);
    expect(report.deeds).toEqual({
      collections: { producers: 1, products: 1, decisions: 1, recognitions: 1 },
      approved: 0,
    });
  });

  test('takes nothing in and gives nothing away', async () => {
    const rows = [
      'Chủ thể;Xã;Địa chỉ trang web',
      `HTX Gần;${there.name};`,
      `HTX Xa;${here.name};`,
      `HTX Gần;;https://gan.vn`,
    ];
    const answers = { '2:producer_match': { choose: 0 }, '3:producer_match': { choose: 0 } };
    const report = await run(csv(rows), { existing, person: ofCommune, answers }, 'producers');
    expect(outcomes(report)).toEqual(['refused', 'refused', 'changed']);
    for (const row of report.rows.slice(0, 2)) expect(whys(row)?.[0]).toContain(OUTSIDE);
  });

  test('is closed to what belongs to no commune', async () => {
    const rows = ['Tên sản phẩm;Chủ thể;Sàn;Địa chỉ gian hàng', 'Chè;HTX Gần;Sàn Thử;https://san.vn/che'];
    const known = { ...existing, products: [{ id: 'c', name: 'Chè', producer: 'near' }] };
    const answers = { '2:platform_match': { choose: 0 } };
    const report = await run(csv(rows), { existing: known, person: ofCommune, answers }, 'listings');
    expect(whys(report.rows[0])?.join(' ')).toContain(
      'Sàn thương mại điện tử “Sàn Thử”: tài khoản này không được ghi loại bản ghi này.',
    );
    const platforms = [{ id: 's', name: 'Sàn Thử', website: 'https://san.vn' }];
    const open = await run(csv(rows), { existing: { ...known, platforms }, person: ofCommune }, 'listings');
    expect([outcomes(open), whys(open.rows[0])]).toEqual([['created'], []]);
  });
});

test('a person of some collections writes no other, and an admin is never limited', async () => {
  const rows = csv(['Tên sản phẩm;Chủ thể', 'Chè;HTX Gần', 'Mỳ;HTX Mới']);
  const desk = { communes: [], collections: ['products'] };
  const report = await run(rows, { existing, person: person(desk) });
  expect(outcomes(report)).toEqual(['created', 'refused']);
  expect(whys(report.rows[1])).toEqual([
    ' refuse Chủ thể “HTX Mới”: tài khoản này không được ghi loại bản ghi này. Dòng này cần người được giao loại ấy nhập; các dòng khác vẫn ghi được.',
  ]);
  const admin = { role: 'admin' as const, communes: [there.id], collections: ['fairs'] };
  expect(outcomes(await run(rows, { existing, person: admin }))).toEqual(['created', 'created']);
});

describe('what an approver has to write', () => {
  const products = [{ id: 'c', name: 'Chè', producer: 'near', state: 'approved', brand: '' }];
  const rows = csv([
    'Tên sản phẩm;Chủ thể;Nhãn hiệu;Sao;Số QĐ',
    'Chè;HTX Gần;Ong;;',
    'Mỳ;HTX Gần;;3 sao;7/QĐ-UBND ngày 1/2/2024',
    'Nem;HTX Gần;;;',
  ]);
  const known = { ...existing, products };

  test('an editor prepares, each row saying so; an approver and a command are told nothing', async () => {
    const report = await run(rows, { existing: known, person: person() });
    expect(outcomes(report)).toEqual(['changed', 'created', 'created']);
    expect(noted(report)).toEqual([
      ['Cần người duyệt ghi (bản ghi đã duyệt).'],
      ['Cần người duyệt ghi (quyết định, công nhận sao).'],
      [],
    ]);
    expect(report.deeds).toEqual({ collections: { products: 3, decisions: 1, recognitions: 1 }, approved: 1 });
    for (const who of [person({ role: 'approver' }), undefined])
      expect(noted(await run(rows, { existing: known, person: who }))).toEqual([[], [], []]);
  });

  test('is also what stands under the review of an approved record', async () => {
    const shops = csv(['Tên sản phẩm;Chủ thể;Sàn;Địa chỉ gian hàng', 'Chè;HTX Gần;Shopee;https://shopee.vn/che']);
    const report = await run(shops, { existing: known, person: person() }, 'listings');
    expect(noted(report)).toEqual([['Cần người duyệt ghi (bản ghi đã duyệt).']]);
    expect(report.deeds.approved).toBe(1);
  });
});

describe('the case that a new recognition is proposed as', () => {
  const held = (more: object = {}) => ({ id: 'r1', product: 'c', stars: 3, issued_on: '2020-02-01', ...more });
  const cases = async (stars: string, recognitions: readonly ReturnType<typeof held>[], day = '1/2/2023') => {
    const report = await run(csv(['Tên sản phẩm;Chủ thể;Sao;Ngày công nhận', `Chè;HTX Gần;${stars};${day}`]), {
      existing: { ...existing, products: [{ id: 'c', name: 'Chè', producer: 'near' }], recognitions },
    });
    return given(report.rows[0], 'recognitions')?.map((each) => each['case'] ?? '')[0];
  };

  test.each([
    ['more stars than the last time: an upgrade', '4 sao', [held()], 'upgrade'],
    ['as many: a re-evaluation', '3 sao', [held()], 're_evaluation'],
    ['fewer: a re-evaluation', '3 sao', [held({ stars: 4 })], 're_evaluation'],
    ['the last one counts', '4 sao', [held(), held({ id: 'r2', stars: 4, issued_on: '2021-05-01' })], 're_evaluation'],
    ['nothing known is no first time: lists begin somewhere', '3 sao', [], ''],
    ['withdrawn: nothing is proposed', '4 sao', [held({ revoked_on: '2021-01-01' })], ''],
    ['only proposed to the ministry: no recognition yet', '4 sao', [held({ stars: 4, pending_central: true })], ''],
  ] as const)('%s', async (_, stars, known, expected) => expect(await cases(stars, known)).toBe(expected));

  test('two rounds of one file follow each other', async () => {
    const list = csv([
      'Tên sản phẩm;Chủ thể;Sao;Ngày công nhận',
      'Chè;HTX Gần;3 sao;1/2/2020',
      'Chè;HTX Gần;4 sao;1/2/2023',
      'Chè;HTX Gần;4 sao;1/2/2026',
    ]);
    const report = await run(list, { existing });
    const proposed = report.rows.map(
      (row) => given(row, 'recognitions')?.find((each) => 'stars' in each)?.['case'] ?? '',
    );
    expect(proposed).toEqual(['', 'upgrade', 're_evaluation']);
  });
});
