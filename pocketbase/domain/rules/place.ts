/** Points on the map, WGS 84 degrees: how far, and the shape around many. Plain arithmetic; 0/0 stands for "nobody stated it". */

export interface PlacePoint {
  lon: number;
  lat: number;
}

const EARTH_RADIUS_KM = 6371.0088;
const DEGREE = Math.PI / 180;

/** Whether a point was stated at all. */
export function isPlaced({ lon, lat }: PlacePoint): boolean {
  return lon !== 0 || lat !== 0;
}

/** Kilometres over the earth's surface as the crow flies (haversine; good to 0.5 %, since the earth is no ball). */
export function distanceKm(from: PlacePoint, to: PlacePoint): number {
  const half = (degrees: number) => Math.sin((degrees * DEGREE) / 2) ** 2;
  const chord =
    half(to.lat - from.lat) + Math.cos(from.lat * DEGREE) * Math.cos(to.lat * DEGREE) * half(to.lon - from.lon);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Corners of the circle that stands for the neighbourhood of a point. */
const CORNERS = 24;

function circleAround({ lon, lat }: PlacePoint, km: number): PlacePoint[] {
  const tall = km / (EARTH_RADIUS_KM * DEGREE);
  const wide = tall / Math.cos(lat * DEGREE);
  const circle: PlacePoint[] = [];
  for (let corner = 0; corner < CORNERS; corner += 1) {
    const angle = (corner * 360 * DEGREE) / CORNERS;
    circle.push({ lon: lon + wide * Math.cos(angle), lat: lat + tall * Math.sin(angle) });
  }
  return circle;
}

/** Above 0 where a → b → c turns left. */
function turn(a: PlacePoint, b: PlacePoint, c: PlacePoint): number {
  return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

function halfHull(points: readonly PlacePoint[]): PlacePoint[] {
  const hull: PlacePoint[] = [];
  for (const point of points) {
    while (hull.length >= 2) {
      const [before, last] = [hull[hull.length - 2], hull[hull.length - 1]];
      if (before === undefined || last === undefined || turn(before, last, point) > 0) break;
      hull.pop();
    }
    hull.push(point);
  }
  hull.pop();
  return hull;
}

/** The smallest shape without dents around all points, with a margin; corners anticlockwise, none for no points (Andrew's chain). */
export function outlineAround(points: readonly PlacePoint[], marginKm: number): PlacePoint[] {
  const sorted: PlacePoint[] = [];
  for (const point of points) sorted.push(...circleAround(point, marginKm));
  sorted.sort((a, b) => a.lon - b.lon || a.lat - b.lat);
  return [...halfHull(sorted), ...halfHull([...sorted].reverse())];
}
