import { describe, expect, test } from 'vitest';
import { sayDaysLeft } from '#domain/daysLeft.ts';
import { lotFacts } from '#domain/lot.ts';
import { NOTICES } from '#domain/verdictWords.ts';

const EMPTY = { state: 'active', produced_on: '', packed_on: '', use_by: '', quantity: 0 } as const;

describe('a lot is described by anything but its code', () => {
  test.each([
    ['nothing', EMPTY, false, false],
    ['a day', { ...EMPTY, produced_on: '2026' }, false, true],
    ['a quantity', { ...EMPTY, quantity: 1 }, false, true],
    ['a diary', EMPTY, true, true],
  ])('%s', (_, lot, hasDiary, described) => {
    expect(lotFacts(lot, hasDiary)).toEqual({
      recalled: false,
      stampVoid: false,
      useBy: '',
      withdrawn: false,
      described,
    });
  });

  test('a recall and a withdrawal are told from the state alone', () => {
    expect(lotFacts({ ...EMPTY, state: 'recalled' }, false)).toMatchObject({ recalled: true, withdrawn: false });
    expect(lotFacts({ ...EMPTY, state: 'withdrawn' }, false)).toMatchObject({ recalled: false, withdrawn: true });
  });
});

test.each([
  [-1, '', ''],
  [0, ' (hôm nay là ngày cuối)', ' (today is the last day)'],
  [1, ' (còn 1 ngày)', ' (1 day left)'],
  [30, ' (còn 30 ngày)', ' (30 days left)'],
])('%d days left', (days, vietnamese, english) => {
  expect(sayDaysLeft(days, NOTICES.vi.daysLeft)).toBe(vietnamese);
  expect(sayDaysLeft(days, NOTICES.en.daysLeft)).toBe(english);
});
