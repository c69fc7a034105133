import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TypedCode, typedCode, unansweredCode } from '#site/trace/typedCode.ts';
import { traceCode } from '#tests/domain/arbitraries.ts';

describe('what was typed', () => {
  const cases: [string, TypedCode][] = [
    ['MATNG2345E', { to: '/t/MATNG2345E' }],
    [' matng 2345e ', { to: '/t/MATNG2345E' }],
    ['https://ocop.example/t/MATNG2345E', { to: '/t/MATNG2345E' }],
    ['ocop.example/t/matng2345e/#000123', { to: '/t/MATNG2345E' }],
    ['/t/MATNG2346E', 'wrong'],
    ['9521234000013', { to: '/01/09521234000013' }],
    ['952 1234 000013', { to: '/01/09521234000013' }],
    ['09521234000013', { to: '/01/09521234000013' }],
    ['https://id.example/01/9521234000013', { to: '/01/09521234000013' }],
    ['https://id.example/01/09521234000013/10/L26%2F10?17=281001', { to: '/01/09521234000013/10/L26%2F10' }],
    ['https://id.example/01/09521234000014', 'wrong'],
    ['https://check.example/s/1', 'foreign'],
    ['MATNG2345', 'wrong'],
    ['mật ong', 'wrong'],
    // Codes of earlier stamp systems; what may be a slip in ours is told as such.
    ['qn-2021-000123', { to: '/t/QN-2021-000123' }],
    ['BN 00 12', { to: '/t/BN0012' }],
    ['https://ocop.example/t/QN-2021-000123', { to: '/t/QN-2021-000123' }],
    ['20210012', { to: '/t/20210012' }],
    ['MATNG2345EX', 'wrong'],
    ['9521234000014', 'wrong'],
    ['../../etc', 'foreign'],
    ['a..b', 'wrong'],
    ['', 'empty'],
    ['   ', 'empty'],
  ];
  test.each(cases)('%j', (typed, code) => {
    expect(typedCode(typed, 'vi')).toEqual(code);
  });

  test('any code, in any spelling, leads to its page', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', '–');
    fc.assert(
      fc.property(traceCode, separator, fc.boolean(), (code, between, isSmall) => {
        const spelled = [code.slice(0, 3), code.slice(3, 7), code.slice(7)].join(between);
        expect(typedCode(isSmall ? spelled.toLowerCase() : spelled, 'vi')).toEqual({ to: `/t/${code}` });
      }),
    );
  });

  test('nothing typed leads out of this site', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (typed) => {
        const code = typedCode(typed, 'vi');
        if (typeof code === 'object') expect(code.to).toMatch(/^\/(t|01)\/[^/]/);
      }),
    );
  });
});

test.each([
  ['/t/ABCDE23456', 'ABCDE23456'],
  ['/t/m%E1%BA%ADt', 'mật'],
  ['/t/%E0%A4%A', '%E0%A4%A'],
  [`/t/${'A'.repeat(60)}`, 'A'.repeat(40)],
  ['/tra-cuu', ''],
  ['/', ''],
])('an address without a page, %j, carried the code %j', (path, code) => {
  expect(unansweredCode(path)).toBe(code);
});
