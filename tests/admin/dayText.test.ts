import { describe, expect, it } from 'vitest';
import { momentToText, textToDay, textToMoment } from '#admin/ui/dayText.ts';
import { isPartialDay } from '#domain/rules/day.ts';

describe('days as people write them', () => {
  it.each([
    ['15/09/2026', '2026-09-15'],
    ['5/9/2026', '2026-09-05'],
    [' 5-9-2026 ', '2026-09-05'],
    ['5.9.2026', '2026-09-05'],
    ['05 / 09 / 2026', '2026-09-05'],
    ['15092026', '2026-09-15'],
    ['ngày 15 tháng 9 năm 2026', '2026-09-15'],
    ['9/2026', '2026-09'],
    ['tháng 9 năm 2026', '2026-09'],
    ['tháng 9/2026', '2026-09'],
    ['2026', '2026'],
    ['năm 2026', '2026'],
    ['2026-09-15', '2026-09-15'],
    ['2026-09', '2026-09'],
    ['', ''],
  ])('%j is %j', (text, day) => expect(textToDay(text)).toBe(day));

  it.each(['15/9', 'hôm qua', '15/09/26', '1/2/3/2026', '20260915x', '15//2026'])('%j is no date', (text) =>
    expect(textToDay(text)).toBeNull(),
  );

  it('hands a day that does not exist on to the schema', () => {
    const day = textToDay('31/02/2026');
    expect(day).toBe('2026-02-31');
    expect(isPartialDay(day ?? '')).toBe(false);
  });

  it('reads its own writing', () => {
    for (const kept of ['2026-09-15', '2026-09', '2026', '']) expect(textToDay(momentToText(kept))).toBe(kept);
  });
});

describe('moments', () => {
  it.each([
    ['15/09/2026 6:30', '2026-09-15 06:30'],
    ['15/9/2026, 14h', '2026-09-15 14:00'],
    ['15/9/2026 14h05', '2026-09-15 14:05'],
    ['2026-09-15 14:05', '2026-09-15 14:05'],
    ['09/2026', '2026-09'],
  ])('%j is %j', (text, moment) => expect(textToMoment(text, true)).toBe(moment));

  it.each(['15/09/2026 25:00', '15/09/2026 6:75', '09/2026 6:30'])('%j is none', (text) =>
    expect(textToMoment(text, true)).toBeNull(),
  );

  it('writes the hour after the day', () => expect(momentToText('2026-09-15 06:30')).toBe('15/09/2026 06:30'));
  it('takes no hour where none belongs', () => expect(textToMoment('15/09/2026 6:30', false)).toBeNull());
  it('leaves what it cannot read as it is', () => expect(momentToText('hôm qua')).toBe('hôm qua'));
});
