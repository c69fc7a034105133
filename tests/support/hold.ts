import { test } from 'vitest';
import { times } from './cases.ts';

/** Name of what holds → how it is tried, so many times. */
type Properties = Readonly<Record<string, (parameters: { numRuns: number }) => void>>;

/** Tries all properties of a file, which share a part of 100,000 cases evenly. */
export function hold(share: number, properties: Properties): void {
  const names = Object.keys(properties);
  const runs = times(Math.ceil((100_000 * share) / names.length));
  for (const name of names) test(`${name} (${runs.numRuns} cases)`, () => properties[name]?.(runs));
}
