/** Files that nobody's Excel wrote: each is read or refused in words, soon and in little memory. */
import { describe, expect, test } from 'vitest';
import { dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';
import { REFUSALS } from '#scripts/import/read/unreadable.ts';
import { TARGETS, type TargetName } from '#scripts/import/targets/fields.ts';
import { storedZip } from '../storedZip.ts';
import { communesOfSet } from './communes.ts';
import { inlineRows, rawWorkbook } from './workbook.ts';

const OFFICE = { existing: {}, communes: communesOfSet('bac-ninh'), provinceCode: '24', today: '2026-11-22' };
const rows = (cells: string) => `<sheetData>${cells}</sheetData>`;
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Words of the refusal, or what the first sheet holds. */
async function answer(bytes: Uint8Array): Promise<string | Cell[][]> {
  const read = await readSheets(bytes);
  if (!read.ok) return read.why;
  const [sheet] = read.file.sheets;
  // What is read goes all the way, as the command would take it.
  for (const target of Object.keys(TARGETS) as TargetName[]) {
    const mapped = sheet === undefined ? null : mapSheet(sheet, target);
    if (mapped !== null) dryRun(mapped, OFFICE);
  }
  return sheet?.rows.map(({ cells }) => cells) ?? [];
}

const isWords = (told: unknown) => typeof told === 'string' && /\p{L}{3}/u.test(told);

describe('workbooks', () => {
  test.each<[string, string, unknown]>([
    ['a string that is not there', rows('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'), [[{ error: '#REF!' }]]],
    ['a negative string', rows('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), [[{ error: '#REF!' }]]],
    ['a string by no number', rows('<row r="1"><c r="A1" t="s"><v>x</v></c></row>'), [[{ error: '#REF!' }]]],
    [
      'a cell beyond the last column',
      rows(`<row r="1">${inline('A1', 'a')}${inline('XFE1', 'b')}${inline('ZZZ1', 'c')}</row>`),
      [['a']],
    ],
    [
      'a cell at no place',
      rows(`<row r="1">${inline('A1', 'a')}${inline('-1', 'b')}${inline('A0', 'c')}</row>`),
      [['a', 'b', 'c']],
    ],
    [
      'a number that is none',
      rows('<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>0x1F</v></c></row>'),
      [['1e999', '0x1F']],
    ],
    ['a day that is none', rows('<row r="1"><c r="A1" t="d"><v>hôm qua</v></c></row>'), [['hôm qua']]],
    ['a style that is not there', rows('<row r="1"><c r="A1" s="-5"><v>1</v></c></row>'), [[1]]],
    ['a type that is none', rows('<row r="1"><c r="A1" t="?"><v>1</v></c></row>'), [[1]]],
  ])('%s', async (_, sheet, expected) => {
    expect(await answer(rawWorkbook({ sheet }))).toEqual(expected);
  });

  test.each([
    ['rows without order', rows(`<row r="5">${inline('A5', 'a')}</row><row r="2">${inline('A2', 'b')}</row>`)],
    ['a row twice', rows(`<row r="5">${inline('A5', 'a')}</row><row r="5">${inline('A5', 'b')}</row>`)],
    ['a row by no number', rows(`<row r="x">${inline('A1', 'a')}</row>`)],
    ['a negative row', rows(`<row r="-3">${inline('A1', 'a')}</row>`)],
    ['a row beyond the last', rows(`<row r="99999999">${inline('A1', 'a')}</row>`)],
    [
      'elements in elements without end',
      `<sheetData>${'<x>'.repeat(1_000)}${'</x>'.repeat(1_000)}<row r="1">${inline('A1', 'a')}</row></sheetData>`,
    ],
    [
      'ten thousand attributes',
      `<sheetData><row ${Array.from({ length: 10_000 }, (_, index) => `a${index}="1"`).join(' ')}/></sheetData>`,
    ],
    [
      'entities that name themselves',
      `<!DOCTYPE x [<!ENTITY a "&a;&a;">]>${rows(`<row r="1">${inline('A1', '&a;')}</row>`)}`,
    ],
    ['an entity from elsewhere', rows(`<row r="1">${inline('A1', '&xxe;')}</row>`)],
    ['a sign that XML cannot hold', rows(`<row r="1">${inline('A1', '\u0001')}</row>`)],
  ])('%s: refused', async (_, sheet) => {
    expect(await answer(rawWorkbook({ sheet }))).toBe(REFUSALS.broken);
  });

  const MAIN = { '[Content_Types].xml': '<Types/>' };
  const BOOK = '<workbook xmlns:r="x"><sheets>';
  test.each<[string, Record<string, string>]>([
    [
      'sheets in another place',
      {
        ...MAIN,
        'xl/workbook.xml': `${BOOK}<sheet name="a" r:id="r1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" TargetMode="External" Target="https://example.invalid/sheet.xml"/></Relationships>',
      },
    ],
    [
      'sheets above the workbook',
      {
        ...MAIN,
        'xl/workbook.xml': `${BOOK}<sheet name="a" r:id="r1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Target="../../../../etc/passwd"/></Relationships>',
      },
    ],
    [
      'a workbook that is its own sheet',
      {
        ...MAIN,
        'xl/workbook.xml': `${BOOK}<sheet name="a" r:id="r1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="workbook.xml"/></Relationships>',
      },
    ],
    [
      'a thousand sheets in one part',
      {
        ...MAIN,
        'xl/workbook.xml': `${BOOK}${'<sheet name="a" r:id="r1"/>'.repeat(1_000)}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>',
        'xl/s.xml': '<worksheet/>',
      },
    ],
    ['parts that are no XML', { ...MAIN, 'xl/workbook.xml': 'MZ\u0000\u0001' }],
    ['parts that are empty', { ...MAIN, 'xl/workbook.xml': '' }],
    [
      'another kind of content',
      {
        '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="image/png"/></Types>',
        'xl/workbook.xml': '<html/>',
      },
    ],
  ])('%s: refused', async (_, parts) => {
    expect(await answer(storedZip(parts))).toSatisfy(isWords);
  });

  test('a sheet by a name that leads out of a folder is a sheet by that name', async () => {
    const sound = rawWorkbook({ sheet: inlineRows([['a', 'b']]) });
    const bytes = Buffer.from(sound.toString('latin1').replace('Danh sach', '../../x\\y'), 'latin1');
    // Its checksum says that somebody changed it.
    const read = await readSheets(bytes);
    expect(read.ok ? read.file.sheets[0]?.name : read.why).toSatisfy(
      (told: string) => told === '../../x\\y' || isWords(told),
    );
  });

  test('ranges merged over each other and down to the last row cost no time', async () => {
    const merges = Array.from({ length: 50_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
    const sheet = `${inlineRows(Array.from({ length: 2_000 }, (_, index) => [`a${index}`, 'b']))}<mergeCells>${merges}</mergeCells>`;
    expect(await answer(rawWorkbook({ sheet }))).toSatisfy(isWords);
  });

  test('a number format of a million brackets costs no time', async () => {
    const sheet = rows('<row r="1"><c r="A1" s="1"><v>44223</v></c></row>');
    const told = await answer(rawWorkbook({ sheet, formats: [0, '['.repeat(1_000_000)] }));
    expect(Array.isArray(told) || isWords(told)).toBe(true);
  });
});

test('a cell of millions of signs is cut where Excel cuts, and takes no more memory than the file', async () => {
  const before = process.memoryUsage().rss;
  const long = 'x'.repeat(40_000_000);
  const told = await answer(rawWorkbook({ sheet: rows(`<row r="1">${inline('A1', long)}</row>`) }));
  expect(isWords(told) || (Array.isArray(told) && String(told[0]?.[0]).length <= 32_767)).toBe(true);
  expect(process.memoryUsage().rss - before).toBeLessThan(600_000_000);
});

describe('separated text', () => {
  test('a line of twenty million cells is refused', async () => {
    expect(await answer(Buffer.alloc(20_000_000, ';'))).toBe(REFUSALS.tooWide);
  });

  test.each([
    ['quotes that never close', Buffer.from('"a;b\n'.repeat(200_000))],
    ['quotes within quotes', Buffer.from(`${'""'.repeat(500_000)};b\n1;2\n`)],
    ['quotes alone', Buffer.alloc(3_000_000, '"')],
    ['one line without end', Buffer.alloc(30_000_000, 'a')],
    ['NUL alone', Buffer.alloc(1_000_000)],
  ])('%s', async (_, bytes) => {
    const told = await answer(bytes);
    expect(Array.isArray(told) || isWords(told)).toBe(true);
  });
});
