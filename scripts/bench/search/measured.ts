import { byClass } from './byClass.ts';
import { type Contender, keystrokes, type Quality, qualityOf, ranksOf } from './measure.ts';
import type { BenchQuery } from './queries.ts';

/** fuse.js takes up to a second for each answer at 20,000 records: with many records it is compared on a part of the queries. */
const SLOW = [
  { records: 10_000, perClass: 4, typed: 1 },
  { records: 1_000, perClass: 12, typed: 2 },
  { records: 500, perClass: 40, typed: 4 },
];
const TYPED = 40;

/** What a contender did at one size. */
export interface Measured {
  contender: Contender;
  queries: readonly BenchQuery[];
  ranks: readonly number[];
  /** Milliseconds of each keystroke, in rising order. */
  times: readonly number[];
  /** How many queries of each class were asked; undefined: all. */
  perClass: number | undefined;
}

/** The first few queries of each class. */
function part(queries: readonly BenchQuery[], each: number): BenchQuery[] {
  return [...byClass(queries).values()].flatMap((places) => places.slice(0, each).flatMap((at) => queries[at] ?? []));
}

/** Queries spread over all classes. */
function spread(queries: readonly BenchQuery[], count: number): BenchQuery[] {
  const step = Math.max(1, Math.floor(queries.length / count));
  return queries.filter((_, at) => at % step === 0).slice(0, count);
}

/** Asks a contender all queries, or of each class a part where it is slow, and types some of them. */
export function measure(contender: Contender, all: readonly BenchQuery[], records: number): Measured {
  const slow = contender.isSlow ? SLOW.find((each) => records > each.records) : undefined;
  const queries = slow === undefined ? all : part(all, slow.perClass);
  const typed = spread(queries, slow?.typed ?? TYPED);
  const times = keystrokes(contender, typed);
  return { contender, queries, ranks: ranksOf(contender, queries), times, perClass: slow?.perClass };
}

/** Quality in one class, or in all (null); of some queries only where they are told. */
export function classQuality(
  { queries, ranks }: Measured,
  name: string | null,
  only?: ReadonlySet<BenchQuery>,
): Quality {
  const places = queries.flatMap((query, at) =>
    (name === null || query.class === name) && (only?.has(query) ?? true) ? [at] : [],
  );
  return qualityOf(
    places.flatMap((at) => queries[at] ?? []),
    places.map((at) => ranks[at] ?? 0),
  );
}
