/** A guard in figures: the demonstration's real products, typed in every way of the bench, must be among the first five. */
import { expect, test } from 'vitest';
import { byClass } from '#scripts/bench/search/byClass.ts';
import { madeQueries } from '#scripts/bench/search/queries.ts';
import { demonstrationRecords } from '#scripts/bench/search/records.ts';
import { seededTable } from '#scripts/seed/synonyms.ts';
import { createEngine } from '#site/search/engine/engine.ts';

const records = demonstrationRecords();
const engine = createEngine(
  records.map(({ name, producer, place, formerPlaces }) => ({
    kind: 'product',
    fields: { name, producer, place, formerPlaces },
  })),
  seededTable(),
);
// Without groups in the documents, sector words are noise beside the name.
const queries = madeQueries(records, records.length, 40);
const isFound = queries.map(({ query, accepted }) =>
  engine.search(query, { limit: 5 }).hits.some(({ index }) => accepted.has(index)),
);

test('there is something to look for', () => {
  expect(records.length).toBeGreaterThan(100);
  expect(queries.length).toBeGreaterThan(400);
});

test.each([...byClass(queries)])('%s', (_, places) => {
  const missed = places.filter((at) => isFound[at] !== true);
  expect(missed.length / places.length, missed.map((at) => queries[at]?.query).join(', ')).toBeLessThanOrEqual(0.05);
});

test('all', () => {
  expect(isFound.filter((found) => found).length / isFound.length).toBeGreaterThanOrEqual(0.98);
});
