/** Real columns of shops on floors and of fairs: addresses, floors, whose product a shop sells, days and counts. */
import { expect, test } from 'vitest';
import { readDay } from '#scripts/import/cells/readDay.ts';
import { ask, type Reading, refuse, right } from '#scripts/import/cells/reading.ts';
import { readProducer } from '#scripts/import/cells/readProducer.ts';
import { productKey, readProductName } from '#scripts/import/cells/readProductName.ts';
import { readAmount } from '#scripts/import/cells/readQuantities.ts';
import { readUrl } from '#scripts/import/cells/readUrl.ts';
import { dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import type { Rec } from '#scripts/import/plan/workingSet.ts';
import { readPlatform } from '#scripts/import/targets/readPlatform.ts';
import { hasShared, sharedPath, sharedTable, sheetOf } from './shared.ts';
import { type Tally, tally } from './tally.ts';

const LISTING = 'import-cases/buudien-vn-2025-listing.csv';
const at = (row: Record<string, string>, name: string) => row[name] ?? '';
const same = (value: string) => value;

function addresses(counts: Tally): void {
  for (const row of sharedTable(LISTING)) {
    const url = at(row, 'product_url');
    counts.count('shops: addresses', url, url, readUrl(url), same);
    counts.count('shops: floors', url, 'Nông sản Bưu điện', readPlatform('', url, []), ({ name }) => name);
  }
}

/** What the catalogue calls the product of a row: as an import of the same list as products would have named it. */
function catalogueName(row: Record<string, string>): string {
  const reading = readProductName(at(row, 'name'));
  return reading.status === 'right' ? reading.value.name : at(row, 'name').trim();
}

/** As the name says; a name that says nothing is any other's. */
function kindOf(maker: string): string {
  const reading = readProducer(maker);
  return reading.status === 'right' ? reading.value.kind : 'other';
}

/** A catalogue with every product of the list under its maker, and each row's own product. */
function catalogue() {
  const producers = new Map<string, Rec>();
  const products = new Map<string, Rec>();
  const own: string[] = [];
  for (const row of sharedTable(LISTING)) {
    const maker = at(row, 'producer').trim();
    const producer = producers.get(maker) ?? {
      id: `p${producers.size}`,
      name: maker,
      kind: kindOf(maker),
      commune: '',
    };
    producers.set(maker, producer);
    const name = catalogueName(row);
    const key = `${producer.id} ${productKey(name)}`;
    const product = products.get(key) ?? {
      id: `m${products.size}`,
      name,
      slug: `m${products.size}`,
      producer: producer.id,
    };
    products.set(key, product);
    own.push(product.id);
  }
  return { existing: { producers: [...producers.values()], products: [...products.values()] }, own };
}

/** The shops of the list, each of which must be laid to its own product, or asked about. */
async function shops(counts: Tally): Promise<void> {
  const { existing, own } = catalogue();
  const mapped = mapSheet(await sheetOf(sharedPath(LISTING)), 'listings');
  if (mapped === null) throw new Error('no heading');
  const report = dryRun(mapped, { existing, communes: [], provinceCode: '24', today: '2026-11-22' });
  expect(report.rows).toHaveLength(own.length);
  for (const row of report.rows) {
    const [problem] = row.problems;
    const made = row.records.find(({ collection }) => collection === 'listings')?.fields;
    const product = String(made?.find(({ field }) => field === 'product')?.new ?? '');
    const reading: Reading<string> =
      problem === undefined ? right(product) : problem.status === 'ask' ? ask(problem.why) : refuse(problem.why);
    counts.count('shops: whose product', row.title, own[row.number - 2] ?? '', reading, same);
  }
}

function fairs(counts: Tally): void {
  for (const row of sharedTable('facts/fairs.csv')) {
    for (const name of ['start_date', 'end_date'])
      if (at(row, name) !== '') counts.count('fairs: days', at(row, name), at(row, name), readDay(at(row, name)), same);
    for (const name of ['booths', 'visitors', 'revenue_vnd'])
      if (/^\d+$/.test(at(row, name)))
        counts.count('fairs: counts', at(row, name), at(row, name), readAmount(at(row, name)), String);
  }
}

test.runIf(hasShared)('none is read wrong, 97 in a hundred are read right', { timeout: 120_000 }, async () => {
  const counts = tally();
  addresses(counts);
  fairs(counts);
  await shops(counts);
  console.log(counts.lines().join('\n'));
  expect(counts.wrong).toEqual([]);
  expect(counts.shareRight()).toBeGreaterThanOrEqual(0.97);
});
