import { describe, expect, test } from 'vitest';
import { relativeDay, withDays } from '#scripts/demo/relativeDay.ts';

describe('relativeDay', () => {
  test.each([
    ['today', '2026-11-22'],
    ['today-1d', '2026-11-21'],
    ['today+12d', '2026-12-04'],
    ['today-36m', '2023-11-22'],
    ['today-36m+20d', '2023-12-12'],
    ['today-36m-1d', '2023-11-21'],
    ['today-45d+24m', '2028-10-08'],
    ['today-12m@year', '2025'],
    ['today-10m@month', '2026-01'],
    ['today-1d 16:45', '2026-11-21 16:45'],
  ])('%s is %s on 22/11/2026', (text, day) => {
    expect(relativeDay(text, '2026-11-22')).toBe(day);
  });

  test.each([
    ['today-1m', '2028-03-31', '2028-02-29'],
    ['today-36m', '2028-02-29', '2025-02-28'],
    ['today+1d', '2026-12-31', '2027-01-01'],
  ])('%s from %s is %s', (text, today, day) => {
    expect(relativeDay(text, today)).toBe(day);
  });

  test.each([
    'today-',
    'today -1d',
    'today-1',
    'today-1y',
    'today-1d16:45',
    'today@day',
    'today-1d@year 16:45x',
    '2026-11-22',
  ])('refuses %s', (text) => {
    expect(() => relativeDay(text, '2026-11-22')).toThrow(/not a relative day/);
  });
});

test('withDays goes through a whole value and leaves other texts alone', () => {
  const value = { on: 'today', list: ['today-1d', 'todays'], number: 3, none: null, deep: { name: 'Hôm nay today' } };
  expect(withDays(value, '2026-11-22')).toEqual({
    on: '2026-11-22',
    list: ['2026-11-21', 'todays'],
    number: 3,
    none: null,
    deep: { name: 'Hôm nay today' },
  });
  expect(() => withDays({ on: 'today-1w' }, '2026-11-22')).toThrow(/"today-1w"/);
});
