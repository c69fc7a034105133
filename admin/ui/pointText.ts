/** A place on the earth between the way it is kept and the way maps copy it: `21.273145, 106.194600`. */

export interface Point {
  lon: number;
  lat: number;
}

const NUMBERS = /^\(?\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*\)?$/;

/** Latitude and longitude as text; empty where nobody stated them (0/0). */
export function pointToText({ lon, lat }: Point): string {
  return lon === 0 && lat === 0 ? '' : `${lat}, ${lon}`;
}

/** The point of a text, 0/0 for an empty one; null for what is no point on earth. */
export function textToPoint(text: string): Point | null {
  if (text.trim() === '') return { lon: 0, lat: 0 };
  const match = NUMBERS.exec(text.trim());
  if (match === null) return null;
  const lat = Number((match[1] ?? '').replace(',', '.'));
  const lon = Number((match[2] ?? '').replace(',', '.'));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat } : null;
}
