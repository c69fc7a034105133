import { loadSearch, ours } from './contenders/ours.ts';
import { peers } from './contenders/peers.ts';
import { enlarge } from './enlarge.ts';
import { byClass } from './foreign.ts';
import { type Contender, keystrokes, percentile, qualityOf, ranksOf } from './measure.ts';
import { type BenchQuery, madeQueries, readQueries } from './queries.ts';
import { realRecords } from './records.ts';
import { printTable, qualityCell, share } from './report.ts';

const BY_HAND = 'scripts/bench/search/by-hand.csv';
const PER_CLASS = 120;
/** fuse.js takes up to a second for each answer at 20,000 records: beyond this size it is compared on a part of the queries. */
const MOST_SLOW_RECORDS = 1_000;
const SLOW_PER_CLASS = 12;
const TYPED = 40;
const SLOW_TYPED = 2;

/** The first few queries of each class. */
function part(queries: readonly BenchQuery[], each: number): BenchQuery[] {
  return [...byClass(queries).values()].flatMap((places) => places.slice(0, each).flatMap((at) => queries[at] ?? []));
}

/** Queries spread over all classes. */
function spread(queries: readonly BenchQuery[], count: number): BenchQuery[] {
  const step = Math.max(1, Math.floor(queries.length / count));
  return queries.filter((_, at) => at % step === 0).slice(0, count);
}

interface Measured {
  contender: Contender;
  queries: readonly BenchQuery[];
  ranks: number[];
  times: number[];
}

function measure(contender: Contender, all: readonly BenchQuery[], isSlow: boolean): Measured {
  const queries = isSlow ? part(all, SLOW_PER_CLASS) : all;
  const ranks = ranksOf(contender, queries);
  return { contender, queries, ranks, times: keystrokes(contender, spread(queries, isSlow ? SLOW_TYPED : TYPED)) };
}

const classQuality = ({ queries, ranks }: Measured, name: string | null) => {
  const places = queries.flatMap((query, at) => (name === null || query.class === name ? [at] : []));
  return qualityOf(
    places.flatMap((at) => queries[at] ?? []),
    places.map((at) => ranks[at] ?? 0),
  );
};

function printQuality(measured: readonly Measured[], classes: readonly (string | null)[]): void {
  const lines = classes.map((name) => [
    name ?? 'all',
    String(classQuality(measured[0] as Measured, name).queries),
    ...measured.map(
      (each) => qualityCell(classQuality(each, name)) + (each.queries === measured[0]?.queries ? '' : '*'),
    ),
  ]);
  printTable(['recall@1 recall@5 MRR', 'queries', ...measured.map(({ contender }) => contender.name)], lines);
  if (measured.some(({ queries }) => queries !== measured[0]?.queries)) {
    console.log(`* on the first ${SLOW_PER_CLASS} queries of each class only: it is too slow for all.\n`);
  }
}

function printCost(measured: readonly Measured[]): void {
  const [first] = measured;
  if (first === undefined) return;
  const p95 = (each: Measured) => percentile(each.times, 0.95);
  const ratio = (value: number, base: number) => `${(value / base).toFixed(1)}x`;
  const lines = measured.map((each) => [
    each.contender.name,
    percentile(each.times, 0.5).toFixed(2),
    p95(each).toFixed(2),
    ratio(p95(each), p95(first)),
    String(each.times.length),
    (each.contender.bytes / 1024).toFixed(1),
    ratio(each.contender.bytes, first.contender.bytes),
    each.contender.buildMs.toFixed(0),
  ]);
  printTable(['per keystroke', 'p50 ms', 'p95 ms', 'p95 ratio', 'keystrokes', 'KB brotli', 'ratio', 'build ms'], lines);
}

/** What of the bars is not reached at a size: recall, speed, bytes, and standing behind no peer. */
function below(measured: readonly Measured[], classes: readonly (string | null)[], size: number): string[] {
  const [mine, ...others] = measured;
  if (mine === undefined) return [];
  const problems: string[] = [];
  for (const name of classes) {
    const { recallAt5 } = classQuality(mine, name);
    const bar = name === null ? 0.98 : 0.95;
    if (recallAt5 < bar) problems.push(`${name ?? 'all'}: recall@5 ${share(recallAt5)} is below ${bar}`);
    for (const other of others) {
      const kept = new Set(other.queries);
      const same = mine.queries.flatMap((query, at) => (kept.has(query) ? [at] : []));
      const alike = {
        ...mine,
        queries: same.flatMap((at) => mine.queries[at] ?? []),
        ranks: same.map((at) => mine.ranks[at] ?? 0),
      };
      const theirs = classQuality(other, name).recallAt5;
      if (classQuality(alike, name).recallAt5 < theirs)
        problems.push(`${name ?? 'all'}: behind ${other.contender.name}`);
    }
  }
  if (size >= 20_000 && percentile(mine.times, 0.95) > 8) problems.push('p95 per keystroke is above 8 ms');
  if (size <= 2_000 && mine.contender.bytes > 60 * 1024) problems.push('rows are above 60 KB brotli');
  return problems;
}

/** Runs the bench at each size and prints its tables; true where every bar is reached. */
export async function benchSizes(
  sizes: readonly number[],
  { alone, misses }: { alone: boolean; misses: boolean },
): Promise<boolean> {
  const { records: real, source } = realRecords();
  const { search, bytes } = await loadSearch();
  console.log(
    `${real.length} real products from ${source}; larger sets are recombined from parts of their names (made up, fixed seed).`,
  );
  console.log(`JavaScript of the search with its correction: ${(bytes / 1024).toFixed(1)} KB brotli (bar 25).\n`);
  let reached = bytes <= 25 * 1024;
  for (const size of sizes) {
    const records = enlarge(real, size);
    const queries = [...madeQueries(records, real.length, PER_CLASS), ...readQueries(BY_HAND, records, real.length)];
    console.log(`## ${records.length} records, ${queries.length} queries\n`);
    const all = [ours(search, records), ...(alone ? [] : peers(records))];
    const measured = all.map((each) => measure(each, queries, each.name === 'fuse.js' && size > MOST_SLOW_RECORDS));
    const classes = [...byClass(queries).keys(), null];
    printQuality(measured, classes);
    printCost(measured);
    const problems = below(measured, classes, size);
    for (const problem of problems) console.log(`NOT REACHED at ${size}: ${problem}`);
    if (problems.length === 0) console.log(`All bars are reached at ${size} records.\n`);
    reached &&= problems.length === 0;
    if (misses && measured[0] !== undefined) {
      for (const { query, class: name, expected } of classQuality(measured[0], null).misses) {
        const found = all[0]?.find(query, 5).map((at) => records[at]?.name);
        console.log(`missed (${name}): "${query}" → ${expected}; found ${found?.join(' · ')}`);
      }
    }
  }
  return reached;
}
