import { percentile } from './measure.ts';
import { classQuality, type Measured } from './measured.ts';
import { share } from './report.ts';

/** What the search must reach: see the issue "The public catalogue". */
export const BARS = {
  recallAt5: 0.98,
  recallAt5OfClass: 0.95,
  p95Ms: { records: 20_000, most: 8 },
  rowsKb: { records: 2_000, most: 60 },
  scriptKb: 25,
};

/** What of the bars the first contender does not reach at a size: recall, speed, bytes, and standing behind no peer. */
export function belowBars(
  measured: readonly Measured[],
  classes: readonly (string | null)[],
  records: number,
): string[] {
  const [mine, ...others] = measured;
  if (mine === undefined) return [];
  const problems: string[] = [];
  for (const name of classes) {
    const { recallAt5 } = classQuality(mine, name);
    const bar = name === null ? BARS.recallAt5 : BARS.recallAt5OfClass;
    if (recallAt5 < bar) problems.push(`${name ?? 'all'}: recall@5 ${share(recallAt5)} is below ${bar}`);
    for (const other of others) {
      const same = new Set(other.queries);
      const [ours, theirs] = [classQuality(mine, name, same).recallAt5, classQuality(other, name).recallAt5];
      const isBehind = name === null ? ours <= theirs : ours < theirs;
      if (isBehind) problems.push(`${name ?? 'all'}: ${share(ours)}, ${other.contender.name} ${share(theirs)}`);
    }
  }
  const p95 = percentile(mine.times, 0.95);
  if (records >= BARS.p95Ms.records && p95 > BARS.p95Ms.most) problems.push(`p95 per keystroke ${p95.toFixed(1)} ms`);
  const kb = mine.contender.bytes / 1024;
  if (records <= BARS.rowsKb.records && kb > BARS.rowsKb.most) problems.push(`rows ${kb.toFixed(1)} KB brotli`);
  return problems;
}
