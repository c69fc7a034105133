import { describe, expect, test } from 'vitest';
import { type OpeningWeek, openingState } from '#domain/rules/openingHours.ts';

const span = (opens: string, closes: string) => ({ opens, closes });
const DAYS = [span('07:30', '11:30'), span('13:30', '20:00')];
/** Monday to Saturday twice a day, Sunday in the morning. */
const SHOP: OpeningWeek = [DAYS, DAYS, DAYS, DAYS, DAYS, DAYS, [span('08:00', '12:00')]];
const EVERY = (...spans: ReturnType<typeof span>[]): OpeningWeek => Array.from({ length: 7 }, () => spans);
const hanoi = (text: string) => Date.parse(`${text}:00+07:00`);

describe('a shop', () => {
  // 2026-11-23 is a Monday.
  test.each([
    ['2026-11-23T07:29', false, { daysAhead: 0, weekday: 0, time: '07:30' }],
    ['2026-11-23T07:30', true, { daysAhead: 0, weekday: 0, time: '11:30' }],
    ['2026-11-23T11:29', true, { daysAhead: 0, weekday: 0, time: '11:30' }],
    ['2026-11-23T11:30', false, { daysAhead: 0, weekday: 0, time: '13:30' }],
    ['2026-11-23T20:00', false, { daysAhead: 1, weekday: 1, time: '07:30' }],
    ['2026-11-28T21:00', false, { daysAhead: 1, weekday: 6, time: '08:00' }],
    ['2026-11-29T12:00', false, { daysAhead: 1, weekday: 0, time: '07:30' }],
    // Half past midnight in Hanoi is still Sunday in London.
    ['2026-11-23T00:30', false, { daysAhead: 0, weekday: 0, time: '07:30' }],
  ])('%s', (when, isOpen, until) => {
    expect(openingState(SHOP, hanoi(when))).toEqual({ isOpen, until });
  });
});

describe('odd hours', () => {
  const MONDAY_NOON = hanoi('2026-11-23T12:00');
  test('past midnight', () => {
    const bar = EVERY(span('18:00', '02:00'));
    expect(openingState(bar, hanoi('2026-11-23T01:59'))).toEqual({
      isOpen: true,
      until: { daysAhead: 0, weekday: 0, time: '02:00' },
    });
    expect(openingState(bar, hanoi('2026-11-23T23:00'))).toEqual({
      isOpen: true,
      until: { daysAhead: 1, weekday: 1, time: '02:00' },
    });
    expect(openingState(bar, hanoi('2026-11-29T23:30')).isOpen).toBe(true);
  });
  test('to the end of the day', () => {
    expect(openingState(EVERY(span('06:00', '24:00')), MONDAY_NOON).until).toEqual({
      daysAhead: 1,
      weekday: 1,
      time: '00:00',
    });
  });
  test.each([
    ['day and night', EVERY(span('00:00', '24:00')), true],
    ['never', EVERY(), false],
    ['nothing readable', EVERY(span('sáng', 'chiều'), span('25:00', '26:00'), span('10:99', '12:00')), false],
    ['no days at all', [], false],
  ])('%s', (_, week, isOpen) => {
    expect(openingState(week, MONDAY_NOON)).toEqual({ isOpen, until: null });
  });
  test('spans that meet are one', () => {
    expect(openingState(EVERY(span('08:00', '12:00'), span('12:00', '17:00')), MONDAY_NOON).until?.time).toBe('17:00');
  });
  test('once a week', () => {
    const market: OpeningWeek = [[], [], [], [], [], [], [span('05:00', '09:00')]];
    expect(openingState(market, hanoi('2026-11-29T10:00'))).toEqual({
      isOpen: false,
      until: { daysAhead: 7, weekday: 6, time: '05:00' },
    });
  });
});
