/** Properties over files: bytes of any kind, workbooks with bytes changed, parts lost, pieces of XML moved. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import { cases, TIMEOUT } from './generated.ts';
import { inlineRows, rawWorkbook } from './workbook.ts';

describe('files', () => {
  const answered = async (bytes: Uint8Array) => {
    const result = await readSheets(bytes);
    if (!result.ok) expect(result.why).toMatch(/\p{L}{3}/u);
  };

  test('any bytes are read or refused in words', { timeout: TIMEOUT }, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), answered), cases(0.01));
  });

  test('a workbook with any bytes changed is read or refused in words', { timeout: TIMEOUT }, async () => {
    const sound = rawWorkbook({
      sheet: inlineRows([
        ['Tên sản phẩm', 'Chủ thể'],
        ['Chè', 'HTX A'],
      ]),
      strings: ['x'],
    });
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        await answered(bytes);
      }),
      cases(0.01),
    );
  });

  test('a workbook cut off anywhere is refused', { timeout: TIMEOUT }, async () => {
    const sound = rawWorkbook({
      sheet: inlineRows([
        ['Tên sản phẩm', 'Chủ thể'],
        ['Chè', 'HTX A'],
      ]),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: sound.length - 23 }), async (length) => {
        expect((await readSheets(sound.subarray(0, length))).ok).toBe(false);
      }),
      cases(0.003),
    );
  });

  test('a workbook of another program with any bytes changed or lost is read or refused in words', {
    timeout: TIMEOUT,
  }, async () => {
    const rows = Array.from({ length: 30 }, (_, index) => [{ value: `Chè ${index}` }, { value: index, type: Number }]);
    const sound = await writeExcelFile([[{ value: 'Tên sản phẩm' }, { value: 'Sao' }], ...rows]).toBuffer();
    const cut = fc.tuple(fc.nat(sound.length - 1), fc.nat(200));
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), fc.option(cut), async (changes, lost) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        const [from, count] = lost ?? [0, 0];
        await answered(Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + count)]));
      }),
      cases(0.01),
    );
  });

  test('pieces of a sheet in any order, doubled or lost, are read or refused in words', {
    timeout: TIMEOUT,
  }, async () => {
    const pieces =
      `<sheetData>|</sheetData>|<row r="1">|<row r="2">|<row r="-1">|<row>|</row>|<c r="A1" t="s"><v>0</v></c>|<c r="B1" t="inlineStr"><is><t>Chủ thể</t></is></c>|
      <c r="A2" t="s"><v>99999</v></c>|<c r="XFD1"><v>1e400</v></c>|<c t="e"><v>#REF!</v></c>|<c s="7"><v>44223</v></c>|<mergeCells><mergeCell ref="A1:B9"/></mergeCells>|
      <mergeCell ref="B2:A1"/>|<c t="d"><v>2024-13-45</v></c>|<x:row xmlns:x="y"/>|<!-- -->|<![CDATA[a]]>|<?xml?>|&amp;|&lol;|\u0000|<v>|</v>|<is>|<t>`.split(
        '|',
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), async (taken) => {
        await answered(rawWorkbook({ sheet: taken.join(''), strings: ['Tên sản phẩm'] }));
        await answered(rawWorkbook({ sheet: `<sheetData>${taken.join('')}</sheetData>`, strings: ['Tên sản phẩm'] }));
      }),
      cases(0.01),
    );
  });
});
