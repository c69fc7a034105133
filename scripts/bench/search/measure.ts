import type { BenchQuery } from './queries.ts';

/** A search over the records: gives their places in the list, best first. */
export interface Contender {
  name: string;
  /** Cannot be asked everything where there are many records. */
  isSlow?: boolean;
  find(query: string, limit: number): number[];
  buildMs: number;
  /** Brotli bytes that a browser must load before it can answer: the rows, or the index as the library writes it down. */
  bytes: number;
}

export interface Quality {
  queries: number;
  recallAt1: number;
  recallAt5: number;
  /** Mean of 1 / rank among the first ten, 0 where the record is not there. */
  reciprocalRank: number;
  misses: BenchQuery[];
}

const LIMIT = 10;

/** Rank of the first accepted record for each query; 0 where none is among the first ten. */
export function ranksOf(contender: Contender, queries: readonly BenchQuery[]): number[] {
  return queries.map(
    ({ query, accepted }) =>
      contender
        .find(query, LIMIT)
        .slice(0, LIMIT)
        .findIndex((at) => accepted.has(at)) + 1,
  );
}

/** How good the ranks of some queries are. */
export function qualityOf(queries: readonly BenchQuery[], ranks: readonly number[]): Quality {
  const share = (counts: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : counts(rank)), 0) / Math.max(1, ranks.length);
  return {
    queries: queries.length,
    recallAt1: share((rank) => (rank === 1 ? 1 : 0)),
    recallAt5: share((rank) => (rank <= 5 ? 1 : 0)),
    reciprocalRank: share((rank) => 1 / rank),
    misses: queries.filter((_, at) => ranks[at] === 0 || (ranks[at] ?? 0) > 5),
  };
}

const PASSES = 3;

/**
 * Milliseconds of each keystroke while the queries are typed sign by sign, in rising order. All are typed three times over and each
 * keystroke's best time counts: what other programs take away is not the search's.
 */
export function keystrokes(contender: Contender, queries: readonly BenchQuery[]): number[] {
  const typed = queries.flatMap(({ query }) => {
    const signs = [...query.normalize('NFC')];
    return signs.map((_, at) => signs.slice(0, at + 1).join(''));
  });
  const times = typed.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < PASSES; pass += 1) {
    typed.forEach((text, at) => {
      const start = performance.now();
      contender.find(text, LIMIT);
      times[at] = Math.min(times[at] ?? 0, performance.now() - start);
    });
  }
  return times.sort((a, b) => a - b);
}

/** The value below which a share of sorted numbers lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
