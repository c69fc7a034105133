import { describe, expect, it } from 'vitest';
import { spansToText, textToSpans } from '#admin/ui/hoursText.ts';
import { pointToText, textToPoint } from '#admin/ui/pointText.ts';

describe('opening hours of a day', () => {
  const twice = [
    { opens: '07:30', closes: '11:30' },
    { opens: '13:30', closes: '17:00' },
  ];
  it.each([
    '07:30–11:30, 13:30–17:00',
    '7h30-11h30; 13h30-17h',
    '7:30 đến 11:30, 13.30 - 17',
    '07:30 tới 11:30,13:30—17:00',
  ])('%j is morning and afternoon', (text) => expect(textToSpans(text)).toEqual(twice));
  it.each(['', ' ', 'nghỉ', 'Đóng cửa'])('%j is a closed day', (text) => expect(textToSpans(text)).toEqual([]));
  it.each(['sáng', '25:00-26:00', '17:00-08:00', '7:30', '07:75-08:00'])('%j cannot be read', (text) =>
    expect(textToSpans(text)).toBeNull(),
  );
  it('is open to midnight', () => expect(textToSpans('6-24')).toEqual([{ opens: '06:00', closes: '24:00' }]));
  it('reads its own writing', () => expect(textToSpans(spansToText(twice))).toEqual(twice));
});

describe('a place on the earth', () => {
  it.each(['21.2731, 106.1946', '21.2731 106.1946', '(21.2731, 106.1946)', '21,2731; 106,1946'])('%j', (text) =>
    expect(textToPoint(text)).toEqual({ lat: 21.2731, lon: 106.1946 }),
  );
  it.each(['Bắc Ninh', '21.27', '106.19, 21.27, 3', '95, 106', '21, 190'])('%j is none', (text) =>
    expect(textToPoint(text)).toBeNull(),
  );
  it('is nowhere while nobody stated it', () => {
    expect(textToPoint('')).toEqual({ lon: 0, lat: 0 });
    expect(pointToText({ lon: 0, lat: 0 })).toBe('');
  });
  it('reads its own writing', () =>
    expect(textToPoint(pointToText({ lon: 106.1946, lat: 21.2731 }))).toEqual({ lon: 106.1946, lat: 21.2731 }));
});
