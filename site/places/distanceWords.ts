/** Distances as people say them. */

/** What a page says of distances, in its language. */
export interface DistanceWords {
  away: string;
  about: string;
  nowhere: string;
}

const KM = 1000;

/** `450 m`, `3,2 km`, `32 km`; about an approximate place only whole kilometres, at least one. */
export function sayKm(km: number, isRough: boolean, language: string): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  if (isRough) return `${number(Math.max(1, Math.round(km)), 0)}\u00a0km`;
  if (km < 0.95) return `${number(Math.max(50, Math.round((km * KM) / 50) * 50), 0)}\u00a0m`;
  return `${number(km, km < 9.95 ? 1 : 0)}\u00a0km`;
}

/** The line about one place; `km` null where nobody stated where it is. */
export function sayDistance(km: number | null, isRough: boolean, words: DistanceWords, language: string): string {
  if (km === null) return words.nowhere;
  return (isRough ? words.about : words.away).replace('{km}', sayKm(km, isRough, language));
}
