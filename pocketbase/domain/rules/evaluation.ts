import { scoreToStars } from './stars.ts';

/** One criterion of a set that is scored by itself; the least points for a star are 0 where it is no gate. */
export interface ScoredCriterion {
  code: string;
  maxPoints: number;
  leastFor: Readonly<Record<3 | 4 | 5, number>>;
}

/** A gate that was not reached: the star that it holds back, the least points, and what was scored (null: nothing). */
export interface MissedGate {
  code: string;
  stars: 3 | 4 | 5;
  least: number;
  scored: number | null;
}

export interface EvaluationOutcome {
  /** Mean total as stated, else the sum of the criteria; null while neither is known. */
  total: number | null;
  /** By the band of points alone (Decision 26/2026/QĐ-TTg Art. 3.3); null while the total is not known or lies outside 0–100. */
  bandStars: number | null;
  /** By band and gates; 0 where the dossier is knocked out. Null as above. */
  stars: number | null;
  /** Gates missed up to the band's star, the lowest star first. */
  missed: MissedGate[];
  /** Criteria with more points than the set allows, or fewer than none. */
  outOfRange: string[];
  /** Criteria without a result. */
  open: string[];
}

const GATED_STARS = [3, 4, 5] as const;
/** Sums of decimal points are kept to two places, as councils print them. */
const CENTS = 100;

function sumOf(criteria: readonly ScoredCriterion[], results: Readonly<Record<string, number>>): number | null {
  let cents = 0;
  for (const { code } of criteria) {
    const points = results[code];
    if (points === undefined) return null;
    cents += Math.round(points * CENTS);
  }
  return cents / CENTS;
}

function missedGates(
  criteria: readonly ScoredCriterion[],
  results: Readonly<Record<string, number>>,
  upTo: number,
): MissedGate[] {
  const missed: MissedGate[] = [];
  for (const stars of GATED_STARS) {
    if (stars > upTo) break;
    for (const { code, leastFor } of criteria) {
      const scored = results[code] ?? null;
      const least = leastFor[stars];
      if (least > 0 && (scored === null || scored < least)) missed.push({ code, stars, least, scored });
    }
  }
  return missed;
}

/** The highest star whose own gates, and those of the stars below it, are all reached. */
function starsBehindGates(band: number, missed: readonly MissedGate[]): number {
  let held = band;
  for (const { stars } of missed) held = Math.min(held, stars - 1);
  return held;
}

/**
 * What a council's result amounts to: stars by band **and** gates (Annex II's closing note of each set). Falling back to the highest star
 * whose band and gates are both met is inference (domain facts 1.2). With no result per criterion at all, gates cannot be judged and the
 * band stands alone.
 */
export function evaluationOutcome(
  criteria: readonly ScoredCriterion[],
  results: Readonly<Record<string, number>>,
  statedTotal: number | null,
  knockedOut: boolean,
): EvaluationOutcome {
  const total = statedTotal ?? sumOf(criteria, results);
  const bandStars = total === null ? null : scoreToStars(total);
  const open = criteria.filter(({ code }) => results[code] === undefined).map(({ code }) => code);
  const hasDetail = open.length < criteria.length;
  const missed = bandStars === null || !hasDetail ? [] : missedGates(criteria, results, bandStars);
  const outOfRange = criteria
    .filter(({ code, maxPoints }) => {
      const points = results[code];
      return points !== undefined && !(points >= 0 && points <= maxPoints);
    })
    .map(({ code }) => code);
  const byGates = bandStars === null ? null : starsBehindGates(bandStars, missed);
  return { total, bandStars, stars: knockedOut ? 0 : byGates, missed, outOfRange, open };
}
