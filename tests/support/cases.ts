/** How many cases are made up for the properties of the rules, all files together; OCOP_CASES asks for more. */
import { test } from 'vitest';

const CASES = Number(process.env['OCOP_CASES'] ?? 100_000);

/** Name of what holds → how it is tried, so many times. */
type Properties = Readonly<Record<string, (parameters: { numRuns: number }) => void>>;

/** Tries all of a file's properties, which share a part of the cases evenly. */
export function hold(share: number, properties: Properties): void {
  const names = Object.keys(properties);
  const numRuns = Math.ceil((CASES * share) / names.length);
  for (const name of names) test(`${name} (${numRuns} cases)`, () => properties[name]?.({ numRuns }));
}
