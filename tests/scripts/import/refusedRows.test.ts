import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { ImportAnswers } from '#domain/importAnswers.ts';
import { readAnswers } from '#scripts/import/apply/answersFile.ts';
import { refusedWorkbook } from '#scripts/import/apply/refusedRows.ts';
import { dryRun } from '#scripts/import/dryRun.ts';
import { fitHeading } from '#scripts/import/heading/headingKey.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import { settle } from '#scripts/import/plan/answers.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import type { Cell, Merge, Sheet } from '#scripts/import/read/sheet.ts';
import { openArchive } from '#scripts/import/read/workbook/archive.ts';
import { TARGETS, type TargetName } from '#scripts/import/targets/fields.ts';
import { communesOfSet } from './communes.ts';
import { outcomes, whys } from './running.ts';
import { sheetOf } from './shared.ts';

const OFFICE = { existing: {}, communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };
const folder = mkdtempSync(join(tmpdir(), 'ocop-refused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function understood(cells: readonly Cell[][], merges: Merge[] = []) {
  const rows = cells.map((each, index) => ({ number: index + 1, cells: [...each] }));
  const mapped = mapSheet({ name: '', hidden: false, rows, merges }, 'products');
  if (mapped === null) throw new Error('no heading');
  return mapped;
}

async function refusedOf(cells: readonly Cell[][], merges: Merge[] = []) {
  const mapped = understood(cells, merges);
  const report = dryRun(mapped, OFFICE);
  const workbook = await refusedWorkbook(mapped, report);
  if (workbook === null) throw new Error('nothing refused');
  const read = await readSheets(workbook);
  if (!read.ok) throw new Error(read.why);
  return { mapped, report, workbook, sheets: read.file.sheets };
}

/** The sheets as a person saves them after typing into some cells, `A2` being the first under the heading. */
async function typedInto(sheets: readonly Sheet[], typed: Readonly<Record<string, string>>[]): Promise<string> {
  const data = sheets.map((sheet, at) =>
    sheet.rows.map(({ number, cells }) =>
      Array.from({ length: 12 }, (_, index) => {
        const value = typed[at]?.[`${String.fromCharCode(65 + index)}${number}`] ?? cells[index] ?? '';
        if (typeof value === 'object')
          return { value: new Date('day' in value ? value.day : ''), type: Date, format: 'dd/mm/yyyy' };
        return value === '' ? null : { value };
      }),
    ),
  );
  const path = join(folder, `${crypto.randomUUID()}.xlsx`);
  writeFileSync(
    path,
    await writeExcelFile(data.map((each, at) => ({ data: each, sheet: sheets[at]?.name ?? '' }))).toBuffer(),
  );
  return path;
}

const ROWS: Cell[][] = [
  ['Tên sản phẩm', 'Chủ thể', 'Sao', 'Ngày công nhận', 'Điện thoại'],
  ['Chè', 'HTX Hảo Đạt', 3, { day: '2024-02-01' }, '0912345678'],
  ['=1+1', 'HTX Hảo Đạt', 9, { day: '2024-02-01' }, { error: '#REF!' }],
];

test('refused rows come back cell by cell, numbers and days as such, text as text, each with its reasons', async () => {
  const rows = ROWS.map((cells, index) => ({ number: index + 1, cells }));
  const mapped = mapSheet({ name: 'Danh sách', hidden: false, rows, merges: [] }, 'products');
  if (mapped === null) throw new Error('no heading');
  const office = { existing: {}, communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };
  const report = dryRun(mapped, office);
  expect(report.counts).toMatchObject({ created: 1, refused: 1 });
  const workbook = await refusedWorkbook(mapped, report);
  const back = await sheetOf(workbook ?? '');
  expect(back.rows.map((row) => row.cells.slice(0, 5))).toEqual([
    ROWS[0],
    ['=1+1', 'HTX Hảo Đạt', 9, { day: '2024-02-01' }, '#REF!'],
  ]);
  expect(back.rows[0]?.cells[5]).toBe('Lý do từ chối');
  const why = report.rows[1]?.problems.map((problem) => problem.why) ?? [];
  expect(why.length).toBeGreaterThan(1);
  for (const each of why) expect(back.rows[1]?.cells[5]).toContain(each);
  expect(await refusedWorkbook(mapped, { ...report, rows: report.rows.slice(0, 1) })).toBeNull();
});

describe('mended and given back', () => {
  const LIST: Cell[][] = [
    ['Danh sách sản phẩm', '', '', '', '', ''],
    ['TT', 'Tên sản phẩm', 'Chủ thể', 'Đợt 1', '', 'Điện thoại'],
    ['', '', '', 'Sao', 'Số QĐ', ''],
  ];
  const MERGES: Merge[] = [
    { top: 1, bottom: 1, left: 0, right: 5 },
    { top: 2, bottom: 2, left: 3, right: 4 },
    ...[0, 1, 2, 5].map((column) => ({ top: 2, bottom: 3, left: column, right: column })),
  ];
  const rows: Cell[][] = [
    [1, 'Chè', 'HTX Hảo Đạt', 9, '12/QĐ-UBND ngày 1/2/2024', '0912345678'],
    ['Huyện Yên Thế', '', '', '', '', ''],
    [2, 'Mỳ', 'HTX Hảo Đạt', 3, '13/QĐ-UBND ngày 1/3/2024', '91'],
  ];

  test('as a file of its own: its columns lead where they led, and mended rows are taken', async () => {
    const { mapped, report, sheets } = await refusedOf([...LIST, ...rows], MERGES);
    expect(outcomes(report)).toEqual(['refused', 'refused']);
    const path = await typedInto(sheets, [{ D2: '3', F4: '0912345678' }]);
    const again = mapSheet(await sheetOf(path), 'products');
    expect(again?.mapping.columns.slice(0, 6).map(({ field }) => field)).toEqual(
      mapped.mapping.columns.map(({ field }) => field),
    );
    expect(again?.rows.map(({ section }) => section)).toEqual(mapped.rows.map(({ section }) => section));
    if (again === null) throw new Error('no heading');
    expect(outcomes(dryRun(again, OFFICE))).toEqual(['created', 'created']);
  });

  test('as answers to the file itself: an answer beside its question, and cells that were mended', async () => {
    const { mapped, sheets } = await refusedOf([...LIST, ...rows], MERGES);
    expect(sheets[1]?.rows.map(({ cells }) => [cells[1], cells[7]])).toEqual([
      ['Ô', 'Mã câu hỏi'],
      ['D4', 'stars'],
      ['F6', 'phone'],
    ]);
    const path = await typedInto(sheets, [{ D2: '4' }, { G3: '0912345678' }]);
    const given = await readAnswers(path, mapped);
    const ask = (answers: ImportAnswers) => dryRun(mapped, { ...OFFICE, answers });
    const { report, idle } = settle(given.written, ask, given.known);
    expect([outcomes(report), report.rows.flatMap((row) => whys(row) ?? []), idle]).toEqual([
      ['created', 'created'],
      [],
      [],
    ]);
    expect(given.known).toEqual({ '4:stars': { text: '4' } });
  });

  test('as JSON; anything else says what is wanted', async () => {
    const { mapped } = await refusedOf([...LIST, ...rows], MERGES);
    const path = join(folder, 'answers.json');
    writeFileSync(path, '{"D4":"4"}');
    expect((await readAnswers(path, mapped)).written).toEqual([{ at: 'D4', value: '4' }]);
    for (const [text, words] of [
      ['{"D5":4}', /cần dạng/],
      ['{', /cần dạng/],
      ['a;b\n1;2', /không có cột/],
      ['', /Tệp trống/],
    ] as const) {
      writeFileSync(path.replace('json', 'csv'), text);
      await expect(readAnswers(path.replace('json', 'csv'), mapped)).rejects.toThrow(words);
    }
    await expect(readAnswers(join(folder, 'none.xlsx'), mapped)).rejects.toThrow('Không mở được tệp.');
  });

  test.each(Object.keys(TARGETS) as TargetName[])('every label of %s is a heading of its own field', (target) => {
    for (const [field, { label }] of Object.entries(TARGETS[target].fields))
      expect([label, fitHeading([label], target)?.field]).toEqual([label, field]);
  });
});

test('hostile text stands there as text: no formula, no sign that XML cannot hold, no cell too long for Excel', async () => {
  const hostile = [
    '=1+1',
    '@SUM(A1)',
    '+84',
    '-2',
    '\t=cmd|x',
    '<f>1</f>',
    ']]>',
    '&#0;',
    'a\u0000b\u0008c\ufffe\ud800d',
    '_x0000_',
    'x'.repeat(40_000),
  ];
  const { workbook, sheets } = await refusedOf([
    ['Tên sản phẩm', 'Chủ thể', 'Sao', 'Ghi chú'],
    ...hostile.map((text) => ['Chè', 'HTX Hảo Đạt', 9, text]),
  ]);
  expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells[3])).toEqual([
    ...hostile.slice(0, 8),
    'abcd',
    '_x0000_',
    'x'.repeat(32_767),
  ]);
  const elements = new Set<string>();
  const archive = await openArchive(workbook);
  for (const sheet of ['sheet1', 'sheet2'])
    await archive.read(`xl/worksheets/${sheet}.xml`, { open: (name) => void elements.add(name) });
  expect([elements.has('c'), elements.has('f')]).toEqual([true, false]);
});
