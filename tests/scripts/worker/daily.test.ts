import { describe, expect, test } from 'vitest';
import { isDue, untilMidnight } from '#scripts/worker/daily.ts';

describe('the nightly publish', () => {
  const TODAY = '2026-11-22';
  test.each([
    ['before the first release', null, null, false],
    ['the morning after', '2026-11-21', null, true],
    ['after a long time off', '2026-10-01', '2026-10-01', true],
    ['published today already', TODAY, null, false],
    ['asked for today, and it failed', '2026-11-21', TODAY, false],
  ])('%s', (_, live, nightly, due) => expect(isDue({ live, nightly }, TODAY)).toBe(due));

  test.each([
    ['2026-11-22T16:59:59.000Z', 1_000],
    ['2026-11-22T17:00:00.000Z', 86_400_000],
    ['2026-11-22T00:00:00.000Z', 17 * 3_600_000],
  ])('at %s it is %d ms until midnight in Hanoi', (instant, ms) => expect(untilMidnight(Date.parse(instant))).toBe(ms));
});
