import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from './support/cases.ts';

const pocketbase = 'tests/**/*.pb.test.ts';
const browser = 'tests/**/*.browser.test.ts';
const budgets = 'tests/**/*.budget.test.ts';
const scale = 'tests/**/*.scale.test.ts';
const snapshots = 'tests/**/*.snapshot.test.ts';

/**
 * The suffix of a test file says how heavy it is. Groups run one after the other, so that a browser never shares
 * the two cores with anything else; `npm test` runs all but the budgets, the large site and the pictures of pages.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    maxWorkers: 2,
    // All made-up cases of a run come from one seed.
    setupFiles: ['tests/support/seed.ts'],
    // What is awaited may come late on a busy machine; vitest itself would give it one second.
    expect: { poll: { timeout: 30_000 } },
    reporters: process.env['CI'] ? ['default', 'json'] : ['default'],
    // One report per run: the tests and the budgets are two.
    outputFile: { json: `.cache/test-report/${process.pid}.json` },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [pocketbase, browser, budgets, scale, snapshots],
          // A guard against hanging, not a measure: the machine may be busy.
          testTimeout: patience(60_000),
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'pocketbase',
          include: [pocketbase],
          testTimeout: 180_000,
          // The first run on a machine builds PocketBase.
          hookTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [browser],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'budgets',
          include: [budgets],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'scale',
          include: [scale],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 1_200_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'snapshots',
          include: [snapshots],
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
