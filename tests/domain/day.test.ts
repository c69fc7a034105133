import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayBounds,
  dayFromNumber,
  dayNumber,
  daysBetween,
  dayToVietnamese,
  hanoiDay,
  hanoiMidnight,
  instantToVietnamese,
  isPartialDay,
  isWholeDay,
} from '#domain/rules/day.ts';
import { wholeDay } from './arbitraries.ts';

describe('days as exact as known', () => {
  test.each([
    ['2026', true, false],
    ['2026-02', true, false],
    ['2026-02-28', true, true],
    ['2024-02-29', true, true],
    ['2000-02-29', true, true],
    ['2023-02-29', false, false],
    ['1900-02-29', false, false],
    ['2026-13', false, false],
    ['2026-00', false, false],
    ['2026-04-31', false, false],
    ['2026-4-3', false, false],
    ['26-04-03', false, false],
    ['2026-04-03 ', false, false],
    ['2026-04-03T00:00', false, false],
    ['03/04/2026', false, false],
    ['', false, false],
  ])('%j is a day: %j, a whole one: %j', (text, partial, whole) => {
    expect(isPartialDay(text)).toBe(partial);
    expect(isWholeDay(text)).toBe(whole);
  });

  test.each([
    ['2026', { first: '2026-01-01', last: '2026-12-31' }],
    ['2024-02', { first: '2024-02-01', last: '2024-02-29' }],
    ['2026-09-15', { first: '2026-09-15', last: '2026-09-15' }],
    ['', null],
    ['2026-02-30', null],
  ])('bounds of %j', (text, bounds) => {
    expect(dayBounds(text)).toEqual(bounds);
  });
});

describe('counting days', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['2026-11-22', 20_779],
  ])('%s is day %d', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(dayFromNumber(number)).toBe(day);
  });

  test('agrees with the machine’s calendar over four hundred years', () => {
    for (let number = -100_000; number < 100_000; number += 97)
      expect(dayFromNumber(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
  });

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(wholeDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(isWholeDay(addDays(day, count))).toBe(true);
      }),
    );
  });

  test('a partial day is not counted', () => {
    expect(() => dayNumber('2026-11')).toThrow('2026-11');
    expect(() => addMonths('2026', 1)).toThrow('2026');
  });
});

describe('adding months', () => {
  test.each([
    ['2023-02-28', 36, '2026-02-28'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %d months is %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });

  test('the day of the month stays, or is the last of a shorter month', () => {
    fc.assert(
      fc.property(wholeDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const result = addMonths(day, months);
        expect(isWholeDay(result)).toBe(true);
        const kept = result.slice(8) === day.slice(8);
        expect(kept || addDays(result, 1).slice(8) === '01').toBe(true);
      }),
    );
  });
});

describe('Hanoi', () => {
  test.each([
    ['2026-11-21T16:59:59.999Z', '2026-11-21', '23:59 21/11/2026'],
    ['2026-11-21T17:00:00.000Z', '2026-11-22', '00:00 22/11/2026'],
    ['2026-12-31T17:05:00.000Z', '2027-01-01', '00:05 01/01/2027'],
    ['1969-12-31T16:00:00.000Z', '1969-12-31', '23:00 31/12/1969'],
  ])('%s is %s', (instant, day, shown) => {
    expect(hanoiDay(Date.parse(instant))).toBe(day);
    expect(instantToVietnamese(Date.parse(instant))).toBe(shown);
  });

  test('a day begins at its midnight and not a millisecond before', () => {
    fc.assert(
      fc.property(wholeDay, (day) => {
        expect(hanoiDay(hanoiMidnight(day))).toBe(day);
        expect(hanoiDay(hanoiMidnight(day) - 1)).toBe(addDays(day, -1));
      }),
    );
  });

  test.each([
    ['2026-09-15', '15/09/2026'],
    ['2026-09', '09/2026'],
    ['2026', '2026'],
    ['', ''],
  ])('%j is written %j', (day, written) => {
    expect(dayToVietnamese(day)).toBe(written);
  });
});
