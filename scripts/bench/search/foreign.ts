import { byClass } from './byClass.ts';
import { loadSearch, ours } from './contenders/ours.ts';
import { qualityOf, ranksOf } from './measure.ts';
import { readQueries } from './queries.ts';
import { readRecords } from './records.ts';
import { printTable, share } from './report.ts';

/** Searches other people's records for other people's queries; prints recall per class and each miss. */
export async function benchForeign(rows: readonly string[], queriesFile: string): Promise<void> {
  const records = readRecords(rows);
  const read = readQueries(queriesFile, records);
  const queries = read.filter(({ accepted }) => accepted.size > 0);
  // Nothing can be right for these: said, and left out of the shares.
  for (const { query, expected } of read.filter(({ accepted }) => accepted.size === 0))
    console.log(`left out: "${query}" expects "${expected}", and no record is named so.`);
  const contender = ours((await loadSearch()).search, records);
  const ranks = ranksOf(contender, queries);
  const part = (places: readonly number[]) =>
    qualityOf(
      places.flatMap((at) => queries[at] ?? []),
      places.map((at) => ranks[at] ?? 0),
    );
  console.log(`${records.length} records, ${queries.length} queries; records of the same name count alike.\n`);
  const lines = [...byClass(queries), ['all', queries.map((_, at) => at)] as const].map(([name, places]) => {
    const { queries: count, recallAt1, recallAt5, reciprocalRank } = part(places);
    return [name, String(count), share(recallAt1), share(recallAt5), share(reciprocalRank)];
  });
  printTable(['class', 'queries', 'recall@1', 'recall@5', 'MRR'], lines);
  const nameOf = (at: number) => records[at]?.name ?? '';
  for (const { query, class: name, expected } of part(queries.map((_, at) => at)).misses) {
    const found = contender.find(query, 5).map(nameOf).join(' · ');
    console.log(`missed (${name}): "${query}" → ${expected}; found ${found || 'nothing'}`);
  }
}
