import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gs1CheckDigit,
  gtinToDigitalLink,
  gtinToGtin14,
  isDemonstrationGtin,
  isGln,
  isGtin,
  isStaticLotNumber,
  LOT_NUMBER_PATTERN,
} from '#domain/rules/gs1.ts';

const digitsOf = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length - 1, maxLength: length - 1 })
    .map((digits) => digits.join('') + gs1CheckDigit(digits.join('')));
const gtin = fc.constantFrom(8, 12, 13, 14).chain(digitsOf);

describe('check digit', () => {
  test.each([
    // The example of the GS1 Digital Link standard, and made-up but valid test values.
    ['952123454321', 3],
    ['893850000001', 0],
    ['893850000999', 0],
    ['629104150021', 3],
    ['03600029145', 2],
    ['9638507', 4],
  ])('of %s is %d', (digits, check) => {
    expect(gs1CheckDigit(digits)).toBe(check);
  });

  test('catches every single wrong digit', () => {
    fc.assert(
      fc.property(gtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const index = at % code.length;
        const wrong = (Number(code.charAt(index)) + by) % 10;
        expect(isGtin(code.slice(0, index) + wrong + code.slice(index + 1))).toBe(false);
      }),
    );
  });
});

describe('GTIN and GLN', () => {
  test.each([
    ['9521234543213', true],
    ['09521234543213', true],
    ['9521234543214', false],
    ['952123454321', false],
    ['95212345432131', false],
    ['952123454321O', false],
    [' 9521234543213', false],
    ['', false],
  ])('%j is a GTIN: %j', (text, valid) => {
    expect(isGtin(text)).toBe(valid);
  });

  test('a GLN has thirteen digits', () => {
    expect(isGln('8938500009990')).toBe(true);
    expect(isGln('8938500009991')).toBe(false);
    expect(isGln('08938500009990')).toBe(false);
  });

  test('in fourteen digits it is the same GTIN', () => {
    fc.assert(
      fc.property(gtin, (code) => {
        expect(gtinToGtin14(code)).toHaveLength(14);
        expect(isGtin(gtinToGtin14(code))).toBe(true);
        expect(Number(gtinToGtin14(code))).toBe(Number(code));
      }),
    );
    expect(() => gtinToGtin14('123')).toThrow('123');
  });

  test('demonstration prefix', () => {
    expect(isDemonstrationGtin('9521234543213')).toBe(true);
    expect(isDemonstrationGtin('09521234543213')).toBe(true);
    expect(isDemonstrationGtin('8938500000010')).toBe(false);
    expect(isDemonstrationGtin('9521234543214')).toBe(false);
  });
});

describe('Digital Link', () => {
  test.each([
    ['9521234543213', undefined, '/01/09521234543213'],
    ['9521234543213', 'L260915', '/01/09521234543213/10/L260915'],
    ['9521234543213', 'L26/09?', '/01/09521234543213/10/L26%2F09%3F'],
  ])('of %s, lot %s', (code, lotNumber, path) => {
    expect(gtinToDigitalLink(code, lotNumber)).toBe(path);
  });

  test.each([
    ['L260915', true],
    ['L26.09_a-b', true],
    ['..', false],
    ['.', false],
    ['L26/09', false],
    ['L%2', false],
    ['a.html', false],
    ['a'.repeat(20), true],
    ['a'.repeat(21), false],
    ['Lô1', false],
    ['', false],
  ])('lot number %j can be a file: %j', (lotNumber, isStatic) => {
    expect(isStaticLotNumber(lotNumber)).toBe(isStatic);
  });

  test('a static lot number is a lot number, and its own address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 22 }), (text) => {
        if (!isStaticLotNumber(text)) return;
        expect(text).toMatch(new RegExp(LOT_NUMBER_PATTERN));
        expect(encodeURIComponent(text)).toBe(text);
      }),
    );
  });
});
