import { expect, test } from 'vitest';
import { refusedWorkbook } from '#scripts/import/apply/refusedRows.ts';
import { dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';
import { communesOfSet } from './communes.ts';
import { sheetOf } from './shared.ts';

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
