import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, hanoiMidnight } from '#domain/rules/day.ts';
import { openedOn, type TurnTo, turnOn } from '#site/trace/openedOn.ts';
import { wholeDay } from '#tests/domain/arbitraries.ts';

const at = (day: string) => hanoiMidnight(day) + 3_600_000;

describe('the day a page is opened', () => {
  test.each([
    ['both agree', '2026-11-22', '2026-11-22', { day: '2026-11-22', clockOdd: false, certain: true }],
    ['the phone is a day off', '2026-11-21', '2026-11-22', { day: '2026-11-22', clockOdd: false, certain: true }],
    ['the phone is behind', '2026-11-20', '2026-11-22', { day: '2026-11-22', clockOdd: true, certain: true }],
    ['the phone is ahead', '2026-11-24', '2026-11-22', { day: '2026-11-22', clockOdd: true, certain: true }],
    ['no server', '2026-11-22', null, { day: '2026-11-22', clockOdd: false, certain: false }],
    ['no server, the phone behind the page', '2026-01-01', null, { day: '2026-09-18', clockOdd: true, certain: false }],
    ['a server behind the page', '2026-11-22', '2026-01-01', { day: '2026-09-18', clockOdd: true, certain: true }],
  ])('%s', (_, phone, server, expected) => {
    expect(openedOn(at(phone), server === null ? null : at(server), '2026-09-18')).toEqual(expected);
  });

  test('is never before the page’s own days', () => {
    fc.assert(
      fc.property(wholeDay, fc.option(wholeDay), wholeDay, (phone, server, notBefore) => {
        expect(openedOn(at(phone), server === null ? null : at(server), notBefore).day >= notBefore).toBe(true);
      }),
    );
  });
});

describe('the panel to turn to', () => {
  const turns: TurnTo[] = [
    { from: '2026-12-11', serverOnly: false },
    { from: '2027-01-04', serverOnly: true },
    { from: '2027-09-02', serverOnly: false },
  ];
  const opened = (day: string, certain: boolean) => ({ day, certain, clockOdd: false });
  test.each([
    ['2026-12-10', true, -1],
    ['2026-12-11', true, 0],
    ['2027-01-03', true, 0],
    ['2027-01-04', true, 1],
    ['2027-01-04', false, 0],
    ['2027-09-02', false, 2],
    ['2040-01-01', true, 2],
  ])('on %s, certain: %j', (day, certain, index) => {
    expect(turnOn(turns, opened(day, certain))).toBe(index);
  });

  test('good news never comes from a phone’s clock', () => {
    fc.assert(
      fc.property(fc.array(wholeDay, { maxLength: 5 }), fc.integer({ min: -900, max: 9000 }), (days, ahead) => {
        const all = days.sort().map((from) => ({ from, serverOnly: true }));
        expect(turnOn(all, opened(addDays('2026-11-22', ahead), false))).toBe(-1);
      }),
    );
  });
});
