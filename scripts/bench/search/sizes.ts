import { availableParallelism, loadavg } from 'node:os';
import { BARS, belowBars } from './bars.ts';
import { byClass } from './byClass.ts';
import { loadSearch, ours } from './contenders/ours.ts';
import { peers } from './contenders/peers.ts';
import { enlarge } from './enlarge.ts';
import { percentile } from './measure.ts';
import { classQuality, type Measured, measure } from './measured.ts';
import { madeQueries, readQueries } from './queries.ts';
import { type BenchRecord, realRecords } from './records.ts';
import { printTable, qualityCell } from './report.ts';

const BY_HAND = 'scripts/bench/search/by-hand.csv';
const PER_CLASS = 120;

/** How the bench is run. */
interface Options {
  sizes: readonly number[];
  /** Without the peers. */
  alone: boolean;
  /** Print each query whose record is not among the first five. */
  misses: boolean;
}

function printQuality(measured: readonly Measured[], classes: readonly (string | null)[]): void {
  const [first] = measured;
  if (first === undefined) return;
  const cell = (each: Measured, name: string | null) =>
    qualityCell(classQuality(each, name)) + (each.perClass === undefined ? '' : '*');
  const lines = classes.map((name) => [
    name ?? 'all',
    String(classQuality(first, name).queries),
    ...measured.map((each) => cell(each, name)),
  ]);
  printTable(['recall@1 recall@5 MRR', 'queries', ...measured.map(({ contender }) => contender.name)], lines);
  for (const { contender, perClass } of measured) {
    if (perClass !== undefined)
      console.log(`* ${contender.name} is too slow for all: ${perClass} queries per class.\n`);
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
  const times = ['p50 ms', 'p95 ms', 'ratio', 'keystrokes'];
  printTable(['per keystroke', ...times, 'KB brotli', 'ratio', 'build ms'], lines);
}

function printMisses(mine: Measured, records: readonly BenchRecord[]): void {
  for (const { query, class: name, expected } of classQuality(mine, null).misses) {
    const found = mine.contender.find(query, 5).map((at) => records[at]?.name);
    console.log(`missed (${name}): "${query}" → ${expected}; found ${found.join(' · ')}`);
  }
}

/** Runs the bench at each size and prints its tables; true where every bar is reached. */
export async function benchSizes({ sizes, alone, misses }: Options): Promise<boolean> {
  const { records: real, source } = realRecords();
  const { search, bytes } = await loadSearch();
  const kb = bytes / 1024;
  console.log(
    `${real.length} real products (${source}); larger sets add made-up ones, recombined from parts of real names.`,
  );
  console.log(`JavaScript of the search with fuse.js: ${kb.toFixed(1)} KB brotli (bar ${BARS.scriptKb}).`);
  console.log(
    `Load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors: others' work lengthens all times.\n`,
  );
  let isReached = kb <= BARS.scriptKb;
  for (const size of sizes) {
    const records = enlarge(real, size);
    const byHand = readQueries(BY_HAND, records, real.length);
    const unknown = byHand.find(({ accepted }) => accepted.size === 0);
    if (unknown !== undefined) throw new Error(`by-hand.csv: no record is named "${unknown.expected}"`);
    const queries = [...madeQueries(records, real.length, PER_CLASS), ...byHand];
    const classes = [...byClass(queries).keys(), null];
    console.log(`## ${records.length} records, ${queries.length} queries\n`);
    const contenders = [ours(search, records), ...(alone ? [] : peers(records))];
    const measured = contenders.map((each) => measure(each, queries, size));
    printQuality(measured, classes);
    printCost(measured);
    const problems = belowBars(measured, classes, size);
    for (const problem of problems) console.log(`NOT REACHED at ${size}: ${problem}`);
    if (problems.length === 0) console.log(`All bars are reached at ${size} records.\n`);
    isReached &&= problems.length === 0;
    if (misses && measured[0] !== undefined) printMisses(measured[0], records);
  }
  return isReached;
}
