import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isLongForStamps,
  isTraceCode,
  newTraceCode,
  TRACE_ALPHABET,
  tidyTraceCode,
  traceAddress,
  traceCodeForReading,
  withCheckSign,
} from '#domain/rules/traceCode.ts';
import { times } from '#tests/support/cases.ts';
import { traceCode, traceSign } from './arbitraries.ts';

const place = fc.integer({ min: 0, max: 9 });

function replaced(code: string, index: number, sign: string): string {
  return code.slice(0, index) + sign + code.slice(index + 1);
}

describe('check sign', () => {
  test('catches every single wrong sign', () => {
    fc.assert(
      fc.property(traceCode, place, traceSign, (code, index, sign) => {
        expect(isTraceCode(replaced(code, index, sign))).toBe(sign === code.charAt(index));
      }),
      times(2_000),
    );
  });

  test('catches every swap of two signs, neighbours or not', () => {
    fc.assert(
      fc.property(traceCode, place, place, (code, one, other) => {
        const swapped = replaced(replaced(code, one, code.charAt(other)), other, code.charAt(one));
        expect(isTraceCode(swapped)).toBe(swapped === code);
      }),
      times(2_000),
    );
  });

  test('for all signs at one place, exactly one is right', () => {
    const right = [...TRACE_ALPHABET].filter((sign) => isTraceCode(`MATNG2345${sign}`));
    expect(right).toEqual(['E']);
  });

  test.each(['MATNG2345', 'MATNG2345EE', 'MATNG2345e', 'MATNG1345E', 'MATNG 2345E', ''])('%j is no code', (text) => {
    expect(isTraceCode(text)).toBe(false);
  });
});

describe('new codes', () => {
  test('are valid, and every sign is about equally likely', () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 4000; round += 1) {
      const code = newTraceCode(createHash('sha1').update(`${round}`).digest());
      if (code === null) continue;
      expect(isTraceCode(code)).toBe(true);
      for (const sign of code.slice(0, 9)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect(counts.size).toBe(31);
    const expected = (4000 * 9) / 31;
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.2);
  });

  test('need enough bytes, of which 31 counts for nothing', () => {
    expect(newTraceCode([0, 1, 2, 3])).toBeNull();
    expect(newTraceCode([31, 63, 255, 0, 0, 0, 0, 0, 0, 0, 0])).toBeNull();
    expect(newTraceCode([31, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(withCheckSign('222222222'));
  });
});

describe('typed by hand', () => {
  test.each([
    ['matng2345e', 'MATNG2345E'],
    [' MATNG 2345E ', 'MATNG2345E'],
    ['MATNG-2345E', 'MATNG2345E'],
    ['matng.2345e', 'MATNG2345E'],
    ['MATNG–2345E', 'MATNG2345E'],
    ['MATNG\u00a02345E', 'MATNG2345E'],
    // Nothing is guessed: a letter O is no zero, and neither is in the alphabet.
    ['MATNGO345E', 'MATNGO345E'],
  ])('%j is read as %j', (typed, code) => {
    expect(tidyTraceCode(typed)).toBe(code);
  });

  test('what is printed for reading is read back', () => {
    fc.assert(
      fc.property(traceCode, (code) => {
        expect(tidyTraceCode(traceCodeForReading(code))).toBe(code);
        expect(tidyTraceCode(code.toLowerCase())).toBe(code);
      }),
    );
    expect(traceCodeForReading('MATNG2345E')).toBe('MATNG 2345E');
  });
});

describe('on a stamp', () => {
  test('an address of 21 signs of domain fits 42 bytes', () => {
    const address = `https://${'a'.repeat(21)}`;
    expect(traceAddress(address, 'MATNG2345E')).toHaveLength(42);
    expect(isLongForStamps(address)).toBe(false);
    expect(isLongForStamps(`${address}a`)).toBe(true);
  });
});
