/** What a round comes to so far: products by star, and the gates that hold products back. */
import type { Criterion } from '#domain/criterion.ts';
import { scoredCriteria } from '#domain/criterion.ts';
import type { Evaluation } from '#domain/evaluation.ts';
import { type DossierLine, dossierLines, missingPapers } from '#domain/rules/dossier.ts';
import type { EvaluationOutcome, ScoredCriterion } from '#domain/rules/evaluation.ts';
import { outcomeOf } from '#domain/rules/evaluationProblems.ts';
import { LEAST_RECOGNISED_STARS } from '#domain/rules/stars.ts';

/** Criteria by the version and set that a result follows. */
export type CriteriaTable = ReadonlyMap<string, readonly Criterion[]>;

export const setKey = (version: string, set: number) => `${version} ${set}`;

/** Lines by version and set, each set in its order. */
export function criteriaTable(lines: readonly Criterion[]): CriteriaTable {
  const table = new Map<string, Criterion[]>();
  for (const line of lines.toSorted((a, b) => a.position - b.position)) {
    const key = setKey(line.criteria_version, line.criteria_set);
    table.set(key, [...(table.get(key) ?? []), line]);
  }
  return table;
}

/** A result with what follows from it. */
export interface Judged {
  evaluation: Evaluation;
  outcome: EvaluationOutcome;
  missing: readonly DossierLine[];
}

/** Judges a result by the criteria of its set. */
export function judge(evaluation: Evaluation, table: CriteriaTable): Judged {
  const lines = table.get(setKey(evaluation.criteria_version, evaluation.criteria_set)) ?? [];
  const criteria: ScoredCriterion[] = scoredCriteria(lines);
  const outcome = outcomeOf({
    criteria,
    points: evaluation.points ?? {},
    statedTotal: evaluation.stated_total,
    knockedOut: evaluation.knock_out !== '',
  });
  const dossier = dossierLines(evaluation.case, evaluation.criteria_set, outcome.bandStars ?? 0);
  return { evaluation, outcome, missing: missingPapers(dossier, evaluation.dossier ?? []) };
}

/** How many of something, told in the order given. */
export interface Count {
  words: string;
  count: number;
}

/** Products of the round by what they come to; those that left it apart. */
export function countByStars(judged: readonly Judged[]): Count[] {
  const inRound = judged.filter(({ evaluation }) => evaluation.state !== 'withdrawn');
  const of = (words: string, fits: (judged: Judged) => boolean): Count => ({
    words,
    count: inRound.filter(fits).length,
  });
  const stars = (wanted: number) => (each: Judged) => each.outcome.total !== null && each.outcome.stars === wanted;
  const counts = [
    of('5 sao', stars(5)),
    of('4 sao', stars(4)),
    of('3 sao', stars(3)),
    of('dưới 3 sao', ({ outcome: { total, stars: got } }) => total !== null && (got ?? 0) < LEAST_RECOGNISED_STARS),
    of('chưa chấm', ({ outcome }) => outcome.total === null),
  ];
  return counts.filter(({ count }) => count > 0);
}

/** Gates by how many products each holds back, most first; of products that left the round none. */
export function countByGate(judged: readonly Judged[]): Count[] {
  const held = new Map<string, number>();
  for (const { evaluation, outcome } of judged) {
    if (evaluation.state === 'withdrawn') continue;
    for (const code of new Set(outcome.missed.map((gate) => gate.code))) held.set(code, (held.get(code) ?? 0) + 1);
  }
  return [...held].map(([words, count]) => ({ words, count })).sort((a, b) => b.count - a.count);
}
