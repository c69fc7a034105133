import { describe, expect, test } from 'vitest';
import { programmeProblem, type StatedState, takesPart } from '#domain/rules/programmeState.ts';

describe('taking part', () => {
  test.each([
    ['candidate', false, true],
    ['recognised', false, true],
    ['', false, false],
    ['left', false, false],
    ['', true, true],
    ['left', true, true],
    ['candidate', true, true],
  ] as const)('stated “%s”, stars %s: %s', (stated, holdsStars, expected) => {
    expect(takesPart(stated, holdsStars)).toBe(expected);
  });
});

describe('what is stated against the decisions', () => {
  const problem = (stated: StatedState, holdsStars: boolean, ever = holdsStars) =>
    programmeProblem(stated, holdsStars, ever);
  test('fits: no stars is normal, and stars that ended were stars', () => {
    expect(problem('candidate', false)).toBe('');
    expect(problem('candidate', false, true)).toBe('');
    expect(problem('recognised', true)).toBe('');
    expect(problem('recognised', false, true)).toBe('');
    expect(problem('left', false, true)).toBe('');
    expect(problem('', true)).toBe('');
  });
  test('does not fit, each with its way out', () => {
    expect(problem('left', true)).toContain('Hãy ghi “Đạt sao”');
    expect(problem('candidate', true)).toContain('Hãy ghi “Đạt sao”');
    expect(problem('recognised', false)).toContain('Hãy nhập quyết định công nhận');
  });
});
