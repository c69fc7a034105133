import { expect, test } from 'vitest';
import { isRecognisedStars, scoreToStars } from '#domain/rules/stars.ts';

test.each([
  [0, 1],
  [29.99, 1],
  [30, 2],
  [49.99, 2],
  [50, 3],
  [69.99, 3],
  [70, 4],
  [89.99, 4],
  [90, 5],
  [100, 5],
  [100.01, null],
  [-0.01, null],
  [Number.NaN, null],
])('%d points are %j stars', (score, stars) => {
  expect(scoreToStars(score)).toBe(stars);
});

test('only three to five stars come with a certificate', () => {
  expect([0, 1, 2, 3, 4, 5, 6].filter(isRecognisedStars)).toEqual([3, 4, 5]);
});
