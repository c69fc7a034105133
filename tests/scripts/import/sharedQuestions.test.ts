/** One answer for all rows that ask the same: never for a row that asks something else, and told at each row that it was taken for. */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ImportAnswers, importAnswers } from '#domain/importAnswers.ts';
import { spanWords } from '#domain/importReport.ts';
import { readAnswers } from '#scripts/import/apply/answersFile.ts';
import { refusedWorkbook } from '#scripts/import/apply/refusedRows.ts';
import { describeReport } from '#scripts/import/describeReport.ts';
import { dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import { settle } from '#scripts/import/plan/answers.ts';
import type { RowReport } from '#scripts/import/plan/report.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import { communesOfSet } from './communes.ts';
import { csv, outcomes, whys } from './running.ts';
import { sheetOf } from './shared.ts';

const HEAD = 'Tên sản phẩm;Chủ thể;Sao;Ngày công nhận;Điện thoại';
const OFFICE = { communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };
const HAO_DAT = { id: 'p1', name: 'HTX Hảo Đạt', kind: 'cooperative', commune: '' };
const AN_BINH = { id: 'p2', name: 'HTX An Bình', kind: 'cooperative', commune: '' };
const producers = [HAO_DAT, AN_BINH];

const odd = (name: string, more = '3;1/2/2024;') => `${name};HTX Hào Đạt;${more}`;

async function mappedOf(rows: readonly string[]) {
  const mapped = mapSheet(await sheetOf(csv([HEAD, ...rows])), 'products');
  if (mapped === null) throw new Error('no heading');
  return mapped;
}

async function asking(rows: readonly string[], existing = { producers }) {
  const mapped = await mappedOf(rows);
  return (answers: ImportAnswers) => dryRun(mapped, { existing, ...OFFICE, answers });
}

const noted = (row: RowReport | undefined) => row?.notes.flatMap(({ note, answered }) => (answered ? [note] : []));
const makers = (row: RowReport | undefined) =>
  row?.records.flatMap(({ fields }) => fields.filter(({ field }) => field === 'producer').map((each) => each.new));

describe('what is asked alike', () => {
  test('stands once, with its rows; the same question elsewhere or at another text is another', async () => {
    const ask = await asking([
      odd('Chè'),
      'Mỳ;HTX An Bình;9 sao;;',
      odd('Nem'),
      'Bún;HTX Hào Dạt;3;;',
      odd('Giò'),
      odd('Chả'),
    ]);
    const { questions, rows } = ask({});
    expect(questions).toMatchObject([
      {
        question: 'producer_match',
        field: 'producer',
        column: 'B',
        text: 'HTX Hào Đạt',
        rows: 4,
        spans: [
          [2, 2],
          [4, 4],
          [6, 7],
        ],
        offers: ['HTX Hảo Đạt', 'Chủ thể mới'],
      },
    ]);
    expect(questions[0]?.first.map(({ number }) => number)).toEqual([2, 4, 6, 7]);
    expect(rows.map(({ problems }) => problems.map(({ shared }) => shared?.rows ?? 0))).toEqual([
      [4],
      [0],
      [4],
      [0],
      [4],
      [4],
    ]);
    expect(spanWords(questions[0]?.spans ?? [])).toBe('2, 4, 6–7');
  });

  test('is not what is asked of the whole sheet', async () => {
    const mapped = mapSheet(await sheetOf(csv(['Tên sản phẩm;Ghi chú', 'Chè;a', 'Mỳ;b'])), 'products');
    if (mapped === null) throw new Error('no heading');
    const report = dryRun(mapped, { existing: {}, ...OFFICE });
    expect([outcomes(report), report.questions]).toEqual([['refused', 'refused'], []]);
  });
});

describe('one answer', () => {
  test('settles all rows that ask it, is told at each of them, and leaves every other row as it was', async () => {
    const ask = await asking([odd('Chè'), 'Bún;HTX Hào Dạt;3;;', odd('Nem')]);
    const { report, answers, idle } = settle([{ at: 'B4+', value: 'HTX Hảo Đạt' }], ask);
    expect(idle).toEqual([]);
    expect(outcomes(report)).toEqual(['created', 'refused', 'created']);
    expect(Object.values(answers)).toEqual([{ choose: 0, offer: 'HTX Hảo Đạt' }]);
    expect(report.rows.map(noted)).toEqual([['Trả lời chung: “HTX Hảo Đạt”.'], [], ['Trả lời chung: “HTX Hảo Đạt”.']]);
    expect(report.rows.map(({ notes }) => notes.find(({ answered }) => answered)?.answered)).toEqual([
      Object.keys(answers)[0],
      undefined,
      Object.keys(answers)[0],
    ]);
    expect(report.rows.flatMap((row) => makers(row) ?? [])).toEqual(['p1', 'p1']);
    expect(report.unusedAnswers).toEqual([]);
    expect(importAnswers.parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
  });

  test('stands back where a row has its own', async () => {
    const ask = await asking([odd('Chè'), odd('Nem'), odd('Giò'), odd('Chả'), odd('Bún')]);
    const written = [
      { at: '2:producer_match+', value: '[0]' },
      { at: 'B3', value: 'HTX An Bình' },
      { at: 'B4', value: 'Chủ thể mới' },
      { at: 'B6', value: 'Chủ thể mới' },
    ];
    const { report, answers, idle } = settle(written, ask);
    expect(report.rows.map(noted)).toEqual([
      ['Trả lời chung: “HTX Hảo Đạt”.'],
      ['Trả lời: “HTX An Bình”.'],
      ['Trả lời: “Chủ thể mới”.'],
      ['Trả lời chung: “HTX Hảo Đạt”.'],
      ['Trả lời: “Chủ thể mới”.'],
    ]);
    expect(report.rows.map((row) => makers(row)?.[0])).toEqual(['p1', 'p2', '+5', 'p1', '+5']);
    expect([Object.keys(answers).length, idle, report.unusedAnswers]).toEqual([4, [], []]);
  });

  test('is not taken for a row whose own answer does not fit any more: that row asks again', async () => {
    const ask = await asking([odd('Chè'), odd('Nem'), odd('Giò')]);
    const { answers } = settle([{ at: 'B2+', value: '[0]' }], ask);
    const report = ask({ ...answers, '3:producer_match': { choose: 0, offer: 'HTX Cũ' } });
    expect(outcomes(report)).toEqual(['created', 'refused', 'created']);
    expect(report.unusedAnswers).toEqual(['3:producer_match']);
  });

  test('that has a maker made has one made for all', async () => {
    const { report } = settle(
      [{ at: 'B2+', value: 'Chủ thể mới' }],
      await asking([odd('Chè'), odd('Nem'), odd('Giò')]),
    );
    expect(report.rows.map((row) => makers(row)?.[0])).toEqual(['+1', '+1', '+1']);
    expect(report.deeds.collections).toMatchObject({ producers: 1, products: 3 });
    for (const row of report.rows) expect(noted(row)).toEqual(['Trả lời chung: “Chủ thể mới”.']);
  });

  test('may be another text, or nothing, and may raise the next question, which is answered for all as well', async () => {
    const rows = ['Chè', 'Nem', 'Giò'].map((name) => `${name};123;9 sao;1/2/2024;x`);
    const ask = await asking(rows);
    const written = [
      { at: 'B2+', value: 'HTX Hào Đạt' },
      { at: 'C3+', value: '4 sao' },
      { at: 'E4+', value: '' },
      { at: 'B2+', value: 'HTX Hảo Đạt' },
    ];
    const { report, answers, idle } = settle(written, ask);
    expect([outcomes(report), idle]).toEqual([['created', 'created', 'created'], []]);
    expect(Object.keys(answers)).toHaveLength(4);
    for (const row of report.rows)
      expect(noted(row)?.sort()).toEqual([
        'Trả lời chung: để trống.',
        'Trả lời chung: “4 sao”.',
        'Trả lời chung: “HTX Hào Đạt”.',
        'Trả lời chung: “HTX Hảo Đạt”.',
      ]);
  });

  test('that is no answer to what it is asked leaves the rows refused, and is tried once', async () => {
    const ask = await asking([odd('Chè', '9 sao;;'), odd('Nem', '9 sao;;')]);
    const { report, answers } = settle(
      [
        { at: 'C2+', value: '8 sao' },
        { at: 'B2+', value: '[0]' },
      ],
      ask,
    );
    expect(outcomes(report)).toEqual(['refused', 'refused']);
    expect(Object.keys(answers)).toHaveLength(2);
    expect(report.questions.map(({ rows }) => rows)).toEqual([2]);
    expect(outcomes(settle([{ at: 'C2+', value: '3 sao' }], ask, answers).report)).toEqual(['created', 'created']);
  });

  test('is asked again where the offers are others since', async () => {
    const rows = [odd('Chè'), odd('Nem')];
    const { answers } = settle([{ at: 'B2+', value: 'HTX Hảo Đạt' }], await asking(rows));
    const report = (await asking(rows, { producers: [{ ...HAO_DAT, name: 'HTX Háo Đạt' }] }))(answers);
    expect(outcomes(report)).toEqual(['refused', 'refused']);
    expect(report.questions).toMatchObject([{ rows: 2, offers: ['HTX Háo Đạt', 'Chủ thể mới'] }]);
    expect(report.unusedAnswers).toEqual(Object.keys(answers));
  });

  test('at a question of one row alone is that row’s', async () => {
    const { report, answers } = settle([{ at: 'B2+', value: '[0]' }], await asking([odd('Chè')]));
    expect([outcomes(report), Object.keys(answers)]).toEqual([['created'], ['2:producer_match']]);
  });
});

test('20,000 rows that ask the same are one question, one answer of one line, and 20,000 rows that tell of it', async () => {
  const COUNT = 20_000;
  const rows = Array.from({ length: COUNT }, (_, index) => odd(`Chè ${index}`, ';;'));
  const ask = await asking(rows);
  let runs = 0;
  const counted = (answers: ImportAnswers) => {
    runs += 1;
    return ask(answers);
  };
  const before = counted({});
  expect(before.counts).toMatchObject({ rows: COUNT, refused: COUNT });
  expect(before.questions).toHaveLength(1);
  expect(before.questions[0]).toMatchObject({ rows: COUNT, spans: [[2, COUNT + 1]] });
  // What the screen reads of it does not grow with the rows.
  expect(JSON.stringify(before.questions).length).toBeLessThan(2_000);
  runs = 0;
  const { report, answers } = settle([{ at: 'B2+', value: 'HTX Hảo Đạt' }], counted);
  expect(runs).toBe(2);
  expect(report.counts).toEqual({ rows: COUNT, created: COUNT, changed: 0, same: 0, refused: 0 });
  expect(Object.keys(answers)).toHaveLength(1);
  expect(JSON.stringify(answers).length).toBeLessThan(200);
  expect(report.rows.filter((row) => noted(row)?.[0] === 'Trả lời chung: “HTX Hảo Đạt”.')).toHaveLength(COUNT);
  expect(report.rows.filter((row) => makers(row)?.[0] === 'p1')).toHaveLength(COUNT);
}, 120_000);

test('in a terminal the question is told once; the refused rows as a workbook take one answer for all', async () => {
  const rows = [odd('Chè'), odd('Nem'), 'Bún;HTX Hào Dạt;3;;'];
  const mapped = await mappedOf(rows);
  const ask = await asking(rows);
  const report = ask({});
  const read = await readSheets(csv([HEAD, ...rows]));
  if (!read.ok) throw new Error(read.why);
  const words = describeReport(read.file, report);
  expect(words.match(/Tên gần giống/g)).toHaveLength(2);
  expect(words).toContain('Cùng câu hỏi ở 2 dòng (2–3): Chủ thể “HTX Hào Đạt”: Tên gần giống');
  expect(words).toContain("Trả lời chung: --answer 'B2+=…'");

  const folder = await mkdtemp(join(tmpdir(), 'ocop-shared-'));
  try {
    const workbook = await refusedWorkbook(mapped, report);
    const sheets = await readSheets(workbook ?? '');
    const lines = sheets.ok
      ? (sheets.file.sheets[1]?.rows.map(({ cells }) => [cells[0], cells[7], cells[8]]) ?? [])
      : [];
    expect(lines).toEqual([
      ['Dòng', 'Mã câu hỏi', 'Cùng câu hỏi ở'],
      [2, 'producer_match+', '2 dòng: 2–3'],
      [2, 'producer_match', '2 dòng; trả lời chung ở trên'],
      [3, 'producer_match', '2 dòng; trả lời chung ở trên'],
      [4, 'producer_match', undefined],
    ]);
    const path = join(folder, 'answers.json');
    writeFileSync(path, '{"2:producer_match+":"HTX Hảo Đạt"}');
    const { written } = await readAnswers(path, mapped);
    expect(outcomes(settle(written, ask).report)).toEqual(['created', 'created', 'refused']);
  } finally {
    await rm(folder, { recursive: true });
  }
  expect(whys(report.rows[2])).toHaveLength(1);
});
