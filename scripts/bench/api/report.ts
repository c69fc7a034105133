/** The bench in words and figures: this project's PocketBase beside the same one without hooks. */
import { printTable } from '../search/report.ts';
import type { LoadResult } from './load.ts';

/** The value below which a share of the values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
const megabytes = (value: number) => `${value} MB`;
const times = (ours: number, plain: number) => `× ${(ours / plain).toFixed(2)}`;

/** What came of a load, with the peak of PocketBase's memory in MB since it started: the loading of the records counts. */
export interface Measured extends LoadResult {
  peakMb: number;
}

/** Prints both and what one costs of the other. */
export function printComparison(ours: Measured, plain: Measured): void {
  const row = (label: string, of: (result: Measured) => number, unit = ms) => {
    const [left, right] = [of(ours), of(plain)];
    return [label, unit(left), unit(right), times(left, right)];
  };
  const plainRow = (label: string, of: (result: Measured) => number) => [
    label,
    String(of(ours)),
    String(of(plain)),
    '',
  ];
  const perSecond = (value: number) => `${value.toFixed(0)} /s`;
  printTable(
    ['', 'with hooks', 'without', 'ratio'],
    [
      row('save, p50', ({ saveMs }) => percentile(saveMs, 0.5)),
      row('save, p95', ({ saveMs }) => percentile(saveMs, 0.95)),
      row('list, p50', ({ listMs }) => percentile(listMs, 0.5)),
      row('list, p95', ({ listMs }) => percentile(listMs, 0.95)),
      row('saves', ({ saveMs, seconds }) => saveMs.length / seconds, perSecond),
      row('lists', ({ listMs, seconds }) => listMs.length / seconds, perSecond),
      row('peak memory', ({ peakMb }) => peakMb, megabytes),
      plainRow('errors', ({ errors }) => errors.length),
      plainRow('refused as stale, then saved', ({ conflicts }) => conflicts),
      plainRow('lost updates', ({ lost }) => lost),
    ],
  );
  for (const error of new Set([...ours.errors, ...plain.errors].slice(0, 10))) console.log(error);
}
