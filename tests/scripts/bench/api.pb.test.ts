/** The load of `npm run bench:api`, small: counts, no times. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLoad } from '#scripts/bench/api/load.ts';
import { type BenchOffice, startOffice } from '#scripts/bench/api/office.ts';
import { percentile } from '#scripts/bench/api/report.ts';

const LOAD = { editors: 6, readers: 20, until: { saves: 8 }, pauseMs: 150, shared: 3 };

const offices: BenchOffice[] = [];
async function office(withHooks: boolean): Promise<BenchOffice> {
  const started = await startOffice({ withHooks, people: 4 });
  offices.push(started);
  return started;
}
let ours: BenchOffice;
beforeAll(async () => {
  ours = await office(true);
});
afterAll(async () => {
  for (const each of offices) await each.stop();
});

test('editors of the same records lose nothing, and nobody is refused for anything else', {
  timeout: 120_000,
}, async () => {
  const result = await runLoad(ours, LOAD);
  expect(result.errors).toEqual([]);
  expect(result.lost).toBe(0);
  expect(result.saveMs).toHaveLength(LOAD.editors * LOAD.until.saves);
  expect(result.listMs.length).toBeGreaterThan(LOAD.readers);
  // Otherwise nothing was at stake.
  expect(result.conflicts).toBeGreaterThan(0);
});

test('the same load finds the updates that PocketBase alone loses', { timeout: 120_000 }, async () => {
  const result = await runLoad(await office(false), LOAD);
  expect(result.errors).toEqual([]);
  expect(result.conflicts).toBe(0);
  expect(result.lost).toBeGreaterThan(0);
});

test('percentiles', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([percentile(values, 0.5), percentile(values, 0.95), percentile([], 0.5)]).toEqual([51, 96, 0]);
});
