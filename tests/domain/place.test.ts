import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceKm, isPlaced, outlineAround, type PlacePoint } from '#domain/rules/place.ts';
import { times } from '#tests/support/cases.ts';

const BAC_NINH = { lon: 106.0763, lat: 21.1861 };
const HA_LONG = { lon: 107.0843, lat: 20.9505 };
const VINH = { lon: 105.6922, lat: 18.6733 };

describe('distance', () => {
  // Geodesic distances on the WGS 84 ellipsoid (Vincenty 1975); a ball is off by at most half a percent.
  test.each([
    [BAC_NINH, HA_LONG, 107.953],
    [BAC_NINH, VINH, 281.067],
    [HA_LONG, VINH, 291.236],
  ])('from %o to %o', (from, to, km) => {
    expect(Math.abs(distanceKm(from, to) - km) / km).toBeLessThan(0.005);
    expect(distanceKm(to, from)).toBeCloseTo(distanceKm(from, to), 9);
  });

  test('none from a point to itself, half the way round to the far side', () => {
    expect(distanceKm(VINH, VINH)).toBe(0);
    expect(distanceKm({ lon: 0, lat: 10 }, { lon: 180, lat: -10 })).toBeCloseTo(20_015, 0);
  });

  test('0/0 is nowhere', () => {
    expect([isPlaced({ lon: 0, lat: 0 }), isPlaced(VINH), isPlaced({ lon: 106, lat: 0 })]).toEqual([false, true, true]);
  });
});

describe('the outline around points', () => {
  const point = fc.record({
    lon: fc.double({ min: 105, max: 108, noNaN: true }),
    lat: fc.double({ min: 18, max: 22, noNaN: true }),
  });
  const leftOf = (a: PlacePoint, b: PlacePoint, c: PlacePoint) =>
    (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);

  test('holds every point, at least the margin away, and has no dent', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        const outline = outlineAround(points, 5);
        const at = (index: number) => outline[(index + outline.length) % outline.length] as PlacePoint;
        for (const index of outline.keys()) {
          for (const inside of points) expect(leftOf(at(index), at(index + 1), inside)).toBeGreaterThan(0);
          expect(leftOf(at(index), at(index + 1), at(index + 2))).toBeGreaterThan(0);
          const nearest = Math.min(...points.map((each) => distanceKm(each, at(index))));
          expect(nearest).toBeGreaterThan(4.9);
          expect(nearest).toBeLessThan(5.1);
        }
      }),
      times(60),
    );
  });

  test('is nothing around nothing', () => expect(outlineAround([], 5)).toEqual([]));
});
