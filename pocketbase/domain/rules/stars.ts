/** Star bands of Decision 26/2026/QĐ-TTg Art. 3.3; the bands of 148/QĐ-TTg and 1048/QĐ-TTg cut at the same points. */
const BANDS: readonly { stars: number; from: number }[] = [
  { stars: 5, from: 90 },
  { stars: 4, from: 70 },
  { stars: 3, from: 50 },
  { stars: 2, from: 30 },
  { stars: 1, from: 0 },
];

/** Below three stars there is no decision and no certificate (Art. 4). */
export const LEAST_RECOGNISED_STARS = 3;

/** Stars of a mean score (0–100, decimals occur) by band alone, without the gates of its criteria set; null outside 0–100. */
export function scoreToStars(score: number): number | null {
  if (!(score >= 0 && score <= 100)) return null;
  for (const band of BANDS) if (score >= band.from) return band.stars;
  return null;
}

/** Whether so many stars come with a certificate. */
export function isRecognisedStars(stars: number): boolean {
  return stars >= LEAST_RECOGNISED_STARS && stars <= 5;
}
