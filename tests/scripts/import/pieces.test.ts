/** A text file is read piece by piece: where the pieces end changes nothing, and no more is read than is needed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDelimited } from '#scripts/import/read/delimited.ts';
import { decodePieces, type Reading } from '#scripts/import/read/encoding/decode.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import type { Encoding } from '#scripts/import/read/sheet.ts';
import { openSource, type Source } from '#scripts/import/read/source.ts';
import { LIMITS, REFUSALS } from '#scripts/import/read/unreadable.ts';
import { cases, TIMEOUT } from './generated.ts';

const sizes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 500 }));

async function textOf(bytes: Buffer, reading: Reading, pieceBytes: number): Promise<string> {
  let text = '';
  for await (const piece of decodePieces(await openSource(bytes, pieceBytes), reading, 'refused')) text += piece;
  return text;
}

async function rowsOf(bytes: Buffer, pieceBytes: number) {
  const source = await openSource(bytes, pieceBytes);
  const { sheet } = await readDelimited(decodePieces(source, { encoding: 'utf-8', isUtf8: true }, 'refused'), ';');
  return sheet.rows;
}

describe('where a piece ends', () => {
  const letters = fc.constantFrom(
    ...'aăâeêoôơuưyđAĐÔ \r\n;"\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b🍯'.split(''),
  );
  const vietnamese = fc.oneof(
    fc.string({ unit: letters, maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  test.each<[Encoding, BufferEncoding]>([
    ['utf-8', 'utf8'],
    ['utf-16le', 'utf16le'],
  ])('%s', { timeout: TIMEOUT }, async (encoding, written) => {
    await fc.assert(
      fc.asyncProperty(vietnamese, sizes, async (text, size) => {
        const bytes = Buffer.from(text.replace(/^\ufeff/, '').toWellFormed(), written);
        const whole = bytes.toString(written).normalize('NFC');
        expect(await textOf(bytes, { encoding, isUtf8: true }, size)).toBe(whole);
      }),
      cases(0.01),
    );
  });

  test.each<Encoding>(['windows-1258', 'tcvn3', 'vni'])('%s', { timeout: TIMEOUT }, async (encoding) => {
    const telling = fc.oneof(fc.integer({ min: 0xa0, max: 0xff }), fc.constantFrom(...Buffer.from('aeouy \n;"')));
    await fc.assert(
      fc.asyncProperty(fc.array(telling, { maxLength: 200 }), sizes, async (signs, size) => {
        const bytes = Buffer.from(signs);
        const reading = { encoding, isUtf8: false };
        expect(await textOf(bytes, reading, size)).toBe(await textOf(bytes, reading, bytes.length + 1));
      }),
      cases(0.01),
    );
  });

  test('quotes, line ends and separators on the edge', { timeout: TIMEOUT }, async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'aạ ;"\n'.split('')), maxLength: 12 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), sizes, async (rows, end, size) => {
        const text = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join(end);
        const read = await rowsOf(Buffer.from(text), size);
        expect(read.map(({ cells }) => cells)).toEqual(
          rows.filter((cells) => cells.some((each) => each.trim() !== '')),
        );
      }),
      cases(0.01),
    );
  });
});

describe('long files', () => {
  /** A source that tells how many of its bytes were taken. */
  async function counted(bytes: Buffer): Promise<Source & { taken: () => number }> {
    const source = await openSource(bytes, 10_000);
    let taken = 0;
    return {
      ...source,
      async *pieces() {
        for await (const piece of source.pieces()) {
          taken += piece.length;
          yield piece;
        }
      },
      taken: () => taken,
    };
  }

  test('what follows a refusal is not read', async () => {
    const source = await counted(Buffer.from('a;b\n'.repeat(10 * LIMITS.rows)));
    const text = decodePieces(source, { encoding: 'utf-8', isUtf8: true }, 'refused');
    await expect(readDelimited(text)).rejects.toThrow(REFUSALS.tooManyRows);
    expect(source.taken()).toBeLessThan(4 * LIMITS.rows * 1.5);
  });

  const head = 'San pham;Chu the\n';
  const ascii = `${'Tra;HTX A\n'.repeat(99_000)}${'x'.repeat(900_000)};HTX A\n`;
  test.each<[string, string, BufferEncoding, Encoding]>([
    ['one byte a letter', 'MËt ong b¹c hµ;Hîp t¸c x·\n', 'latin1', 'tcvn3'],
    ['the old font in Unicode signs', 'MËt ong b¹c hµ;Hîp t¸c x·\n', 'utf8', 'tcvn3'],
    ['Unicode', 'Mật ong bạc hà;Hợp tác xã\n', 'utf8', 'utf-8'],
  ])('letters that come after a megabyte of ASCII tell the encoding: %s', async (_, telling, written, encoding) => {
    const folder = await mkdtemp(join(tmpdir(), 'ocop-pieces-'));
    const path = join(folder, 'list.csv');
    await writeFile(path, Buffer.from(head + ascii + telling, written));
    const read = await readSheets(path);
    expect(read.ok ? [read.file.encoding, read.file.sheets[0]?.rows.at(-1)?.cells] : read.why).toEqual([
      encoding,
      ['Mật ong bạc hà', 'Hợp tác xã'],
    ]);
    await rm(folder, { recursive: true });
  });
});
