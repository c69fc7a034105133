import { describe, expect, test } from 'vitest';
import { vi } from '#site/i18n/vi.ts';
import { sayDistance } from '#site/places/distanceWords.ts';
import { packHours, unpackHours } from '#site/places/packedHours.ts';
import { sketchOf } from '#site/places/sketch.ts';
import { fairMonths, wholeDays } from '#site/records/fairDays.ts';

describe('a distance', () => {
  test.each([
    [0.02, false, 'cách bạn 50\u00a0m'],
    [0.43, false, 'cách bạn 450\u00a0m'],
    [0.97, false, 'cách bạn 1\u00a0km'],
    [3.24, false, 'cách bạn 3,2\u00a0km'],
    [31.7, false, 'cách bạn 32\u00a0km'],
    [0.2, true, 'cách bạn khoảng 1\u00a0km, vị trí ước chừng'],
    [3.7, true, 'cách bạn khoảng 4\u00a0km, vị trí ước chừng'],
    [null, false, 'chưa có vị trí để tính khoảng cách'],
  ])('%s, approximate %s: %s', (km, isRough, words) => {
    expect(sayDistance(km, isRough, vi.places.nearest, 'vi')).toBe(words);
  });
});

test('packed hours come back as they were', () => {
  const day = [
    { opens: '07:30', closes: '11:30' },
    { opens: '13:30', closes: '20:00' },
  ];
  const week = {
    mon: day,
    tue: [],
    wed: day,
    thu: day,
    fri: day,
    sat: day,
    sun: [{ opens: '08:00', closes: '12:00' }],
  };
  expect(unpackHours(packHours(week))).toEqual([day, [], day, day, day, day, week.sun]);
});

describe('the months of a fair', () => {
  const fair = (starts_on: string, ends_on = '') => ({ starts_on, ends_on });
  test.each([
    [fair('2026-12-05', '2026-12-08'), ['2026', '2026-12']],
    [fair('2026-12-30', '2027-01-02'), ['2026', '2026-12', '2027', '2027-01']],
    [fair('2024-04'), ['2024', '2024-04']],
    [fair('2024'), ['2024']],
    [fair(''), []],
  ])('%o', (each, months) => expect(fairMonths(each)).toEqual(months));

  test('only whole days go into a calendar', () => {
    expect(wholeDays(fair('2026-12-05'))).toEqual({ first: '2026-12-05', last: '2026-12-05' });
    expect([wholeDays(fair('2026-12')), wholeDays(fair('2026-12-05', '2026-12')), wholeDays(fair(''))]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the sketch', () => {
  const outline = [
    { lon: 106, lat: 21 },
    { lon: 107, lat: 21 },
    { lon: 107, lat: 22 },
    { lon: 106, lat: 22 },
  ];
  const place = (lon: number, lat: number, point_approximate = false) => ({ point: { lon, lat }, point_approximate });
  const sketch = sketchOf({ outline, communes: [{ name: 'Ở Giữa', lon: 106.5, lat: 21.5 }] }, [
    place(106.2, 21.2),
    place(106.8, 21.8, true),
    place(106.8, 21.8, true),
  ]);

  test('keeps what is north above, what is east right, and one mark a spot', () => {
    const [south, north] = sketch?.marks ?? [];
    expect([south?.count, south?.rough, north?.count, north?.rough]).toEqual([1, false, 2, true]);
    expect((south?.y ?? 0) > (north?.y ?? 0) && (south?.x ?? 0) < (north?.x ?? 0)).toBe(true);
  });

  test('has a scale that is true: a degree of latitude is 111 km', () => {
    const [south, north] = sketch?.marks ?? [];
    const perKm = (sketch?.scale.length ?? 0) / (sketch?.scale.km ?? 1);
    expect(((south?.y ?? 0) - (north?.y ?? 0)) / perKm / 0.6).toBeCloseTo(111.2, 0);
  });

  test('is nothing where nothing is known', () => expect(sketchOf({ outline: [], communes: [] }, [])).toBeNull());
});
