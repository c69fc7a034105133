import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import { type Encoding, fillMerges } from '#scripts/import/read/sheet.ts';
import { LIMITS, REFUSALS } from '#scripts/import/read/unreadable.ts';
import { serialToDay } from '#scripts/import/read/workbook/worksheet.ts';
import { storedZip } from '../storedZip.ts';
import { hasShared, sharedPath, sharedTable, sheetOf } from './shared.ts';
import { inlineRows, rawWorkbook, zipBomb } from './workbook.ts';

const cellsOf = async (source: Uint8Array | string) => (await sheetOf(source)).rows.map((row) => row.cells);
const refusal = async (source: Uint8Array | string) => {
  const result = await readSheets(source);
  return result.ok ? null : result.why;
};

describe('workbooks', () => {
  test('text, numbers, days and a merged heading, as another program wrote them', async () => {
    const bytes = await writeExcelFile([
      [{ value: 'Danh sách sản phẩm', columnSpan: 3 }, null, null],
      [{ value: 'Tên' }, { value: 'Điểm' }, { value: 'Ngày' }],
      [
        { value: 'Chè Hảo Đạt' },
        { value: 92.33, type: Number },
        { value: new Date(Date.UTC(2021, 0, 27)), type: Date, format: 'dd/mm/yyyy' },
      ],
    ]).toBuffer();
    const sheet = await sheetOf(bytes);
    expect(sheet.rows[2]?.cells).toEqual(['Chè Hảo Đạt', 92.33, { day: '2021-01-27' }]);
    expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 2 }]);
    expect(fillMerges(sheet).rows[0]?.cells).toEqual(Array(3).fill('Danh sách sản phẩm'));
  });

  test('errors stay errors, hidden blank rows keep the numbering, shared and rich strings join', async () => {
    const sheet = await sheetOf(
      rawWorkbook({
        strings: [
          'Mật ong',
          'Rượu</t></si><si><r><t>Gạo </t></r><r><t>tẻ</t></r><rPh sb="0"><t>x</t></rPh></si><si><t>',
        ],
        sheet: `<sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="e"><v>#REF!</v></c></row>
          <row r="4"/><row r="9"><c r="B9" t="s"><v>2</v></c><c r="D9" t="b"><v>1</v></c></row></sheetData>`,
      }),
    );
    expect(sheet.rows).toEqual([
      { number: 3, cells: ['Mật ong', '', { error: '#REF!' }] },
      { number: 9, cells: ['', 'Gạo tẻ', '', 'TRUE'] },
    ]);
  });

  test('a number is a day by its style only, in either of the two calendars', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1" s="1"><v>44223</v></c><c r="B1"><v>44223</v></c></row></sheetData>';
    const formats = [0, '[$-42A]dd/mm/yyyy;@'];
    expect(await cellsOf(rawWorkbook({ sheet, formats }))).toEqual([[{ day: '2021-01-27' }, 44223]]);
    const workbook = '<workbookPr date1904="1"/>';
    expect(await cellsOf(rawWorkbook({ sheet, formats, workbook }))).toEqual([[{ day: '2025-01-28' }, 44223]]);
  });

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [43831.75, '2020-01-01'],
    [2_958_465, '9999-12-31'],
    [0.5, null],
    [-3, null],
    [9e9, null],
    [Number.NaN, null],
  ])('serial %d is %s', (serial, day) => {
    expect(serialToDay(serial)).toBe(day);
  });

  test('a cell in the last column of Excel and a row of a million cost nothing', async () => {
    const sheet =
      '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row></sheetData>';
    expect((await sheetOf(rawWorkbook({ sheet }))).rows).toEqual([{ number: 1_048_576, cells: [1] }]);
  });
});

describe('refused in words', () => {
  const inside = (text: string) => Buffer.from(text, 'latin1');

  test.each([
    ['nothing', Buffer.alloc(0), REFUSALS.empty],
    ['white space', Buffer.from(' \n\n ; ;\n'), REFUSALS.empty],
    ['a picture', inside('\x89PNG\r\n\x1a\n____'), REFUSALS.picture],
    ['another picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), REFUSALS.picture],
    ['a PDF', inside('%PDF-1.7 …'), REFUSALS.pdf],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), REFUSALS.oldExcel],
    ['a web page', Buffer.from('\ufeff<html><table><tr><td>1</table>'), REFUSALS.webPage],
    ['a document', storedZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), REFUSALS.document],
    ['any zip', storedZip({ 'a.txt': 'a' }), REFUSALS.archive],
    ['half a zip', inside('PK\x03\x04 and then nothing'), REFUSALS.broken],
    ['a workbook cut off', rawWorkbook({ sheet: inlineRows([['a']]) }).subarray(0, 700), REFUSALS.broken],
    ['XML that breaks off', rawWorkbook({ sheet: '<sheetData><row r="1"><c' }), REFUSALS.broken],
    ['no sheets', storedZip({ 'xl/workbook.xml': '<workbook/>' }), REFUSALS.broken],
    ['a zip bomb', zipBomb(), REFUSALS.bomb],
    ['bytes', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 11)), REFUSALS.binary],
    ['too many rows', Buffer.from('a;b\n'.repeat(LIMITS.rows + LIMITS.headingRows + 1)), REFUSALS.tooManyRows],
    ['too large', Buffer.alloc(50_000_001, 'a'), REFUSALS.tooLarge],
  ])('%s', async (_, bytes, words) => {
    expect(await refusal(bytes)).toBe(words);
  });

  test('a path that does not exist', async () => {
    expect(await refusal('no/such/file.csv')).toBe(REFUSALS.missing);
  });

  test('a part that unpacks to more than it declares', async () => {
    const honest = rawWorkbook({ sheet: inlineRows([['a']]) });
    const lying = Buffer.from(honest);
    for (let at = 0; at < lying.length - 4; at += 1)
      if (lying.toString('latin1', at, at + 4) === 'PK\x01\x02') lying.writeUInt32LE(3, at + 24);
    expect(await refusal(lying)).toBe(REFUSALS.broken);
  });

  test('entities are not expanded', async () => {
    const sheet = '<sheetData><row r="1"><c t="str"><v>&lol;</v></c></row></sheetData>';
    expect(await refusal(rawWorkbook({ sheet }))).toBe(REFUSALS.broken);
  });
});

describe('separated text', () => {
  test.each([
    ['a;"b;c"\n1;2\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a,b\n"1,5",2\n', ','],
    ['a|b\n1|2\n', '|'],
    ['sep=;\r\na;b,c\r\n1;2\r\n', ';'],
  ])('%j is separated by %j', async (text, separator) => {
    const result = await readSheets(Buffer.from(text));
    expect(result.ok && result.file.separator).toBe(separator);
    expect(result.ok && result.file.sheets[0]?.rows.map((row) => row.cells.length)).toEqual([2, 2]);
  });

  test('the separator asked for goes before the one found', async () => {
    const result = await readSheets(Buffer.from('a;b,c\n1;2,3\n'), { separator: ',' });
    expect(result.ok && result.file.sheets[0]?.rows[0]?.cells).toEqual(['a;b', 'c']);
  });
});

/** Text in Windows-1258: letters with their hats and horns as one byte, tones as a byte of their own. */
function windows1258(text: string): Buffer {
  const signs = new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;
  const bytes = [...text.normalize('NFC')].flatMap((letter) => {
    if (signs.includes(letter)) return [signs.indexOf(letter)];
    const parts = letter.normalize('NFD');
    const tone = tones.exec(parts)?.[0] ?? '';
    return [signs.indexOf(parts.replace(tone, '').normalize('NFC')), signs.indexOf(tone)];
  });
  return Buffer.from(bytes);
}

test('as many rows as are allowed are read', async () => {
  const rows = await cellsOf(Buffer.from(`Tên;Sao\n${'Chè;3\n'.repeat(99_999)}`));
  expect([rows.length, rows.at(-1)]).toEqual([100_000, ['Chè', '3']]);
});

test('text of a workbook is composed on the way in, shared, inline and of formulas alike', async () => {
  const name = 'Chè Shan tuyết'.normalize('NFD');
  const sheet = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>${name}</t></is></c><c r="C1" t="str"><f>A1</f><v>${name}</v></c></row></sheetData>`;
  expect(await cellsOf(rawWorkbook({ sheet, strings: [name] }))).toEqual([Array(3).fill('Chè Shan tuyết')]);
});

describe('encodings', () => {
  const text = 'Tên sản phẩm;Chủ thể\nMật ong bạc hà;Hợp tác xã Hướng Dương\n';
  const utf16be = Buffer.from(text, 'utf16le').swap16();

  test.each<[string, Buffer, Encoding]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-8 decomposed', Buffer.from(text.normalize('NFD')), 'utf-8'],
    ['UTF-16 LE without mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), 'utf-16be'],
    ['UTF-16 BE without mark', utf16be, 'utf-16be'],
    ['Windows-1258', windows1258(text), 'windows-1258'],
    ['VNI', Buffer.from('Teân saûn phaåm;Chuû theå\nMaät ong baïc haø;Hôïp taùc xaõ Höôùng Döông\n', 'latin1'), 'vni'],
    [
      'VNI in Unicode signs',
      Buffer.from('Teân saûn phaåm;Chuû theå\nMaät ong baïc haø;Hôïp taùc xaõ Höôùng Döông\n'),
      'vni',
    ],
    [
      'TCVN3',
      Buffer.from('Tªn s¶n phÈm;Chñ thÓ\nMËt ong b¹c hµ;Hîp t¸c x· H\xad\xedng D\xad\xacng\n', 'latin1'),
      'tcvn3',
    ],
  ])('%s', async (_, bytes, encoding) => {
    const result = await readSheets(bytes);
    expect(result.ok && [result.file.encoding, result.file.sheets[0]?.rows.map((row) => row.cells)]).toEqual([
      encoding,
      [
        ['Tên sản phẩm', 'Chủ thể'],
        ['Mật ong bạc hà', 'Hợp tác xã Hướng Dương'],
      ],
    ]);
  });

  test('what is found can be changed', async () => {
    const asked = await readSheets(Buffer.from('Tªn s¶n phÈm', 'latin1'), { encoding: 'windows-1258' });
    expect(asked.ok && asked.file.encoding).toBe('windows-1258');
    expect(await readSheets(Buffer.from([0x80]), { encoding: 'utf-8' })).toEqual({
      ok: false,
      why: REFUSALS.wrongEncoding,
    });
  });
});

describe.runIf(hasShared)('the same real rows in six encodings', () => {
  const expected = sharedTable('import-cases/encodings/reference-utf8.csv').map((row) => Object.values(row));

  test.each([
    ['excel-csv-utf8-bom-semicolon.csv', 'utf-8'],
    ['excel-unicode-text-utf16le.txt', 'utf-16le'],
    ['nfd-utf8.csv', 'utf-8'],
    ['windows-1258.csv', 'windows-1258'],
    ['tcvn3-lowercase.csv', 'tcvn3'],
  ] as const)('%s', async (name, encoding) => {
    const path = sharedPath(`import-cases/encodings/${name}`);
    const result = await readSheets(path);
    expect(result.ok && result.file.encoding).toBe(encoding);
    const rows = (await cellsOf(path)).slice(1).map((cells) => cells.map(String));
    // The two old code pages were written without the long dash, TCVN3 without capitals.
    const oneByte = name.startsWith('tcvn3') || name.startsWith('windows');
    const written = (text: string) => (oneByte ? text.replaceAll('–', '-') : text);
    const cased = (text: string) => (name.startsWith('tcvn3') ? text.toLowerCase() : text);
    expect(rows).toEqual(expected.map((row) => row.map((text) => cased(written(text)))));
  });
});
