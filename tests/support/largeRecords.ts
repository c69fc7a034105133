/**
 * Records of a large province, for trying out size: names of real products from the demonstration's data, each marked in its own name as
 * a trial ("bản thử 00017") and as a demonstration, with the fixture's packs, papers, shops, lots and diaries behind them. The same size always gives
 * the same records.
 *
 * How a record is varied from the one it is made of: number in the name and slug; commune, maker, criteria set and stars in turn; day of
 * recognition back through five years, so that some certificates have ended; barcode and code counted up.
 */

import { addDays } from '#domain/rules/day.ts';
import { gs1CheckDigit } from '#domain/rules/gs1.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import { TRACE_ALPHABET, withCheckSign } from '#domain/rules/traceCode.ts';
import { communesPlan } from '#scripts/demo/communes.ts';
import { cell, readTable } from '#scripts/demo/readTable.ts';
import type { SnapshotContent } from '#scripts/publish/write-snapshot.ts';
import { fixtureRecords, OWN_ADDRESS } from './fixtureSite.ts';

const PRODUCTS_A_PRODUCER = 10;
const CRITERIA_SETS = 26;
const FIVE_YEARS = 1800;
/** Of so many packs one has a barcode, and a second page behind each of its lots. */
const EVERY_BARCODE = 10;
/** Company prefix that GS1 keeps for examples. */
const EXAMPLE_PREFIX = '952';

type Records<C extends keyof SnapshotContent> = SnapshotContent[C];

function realNames(): string[] {
  const sets = ['bac-ninh', 'nghe-an', 'quang-ninh'];
  const files = sets.map((set) => new URL(`../../scripts/demo/data/${set}/products.csv`, import.meta.url));
  return files.flatMap((file) => readTable(file).map((row) => cell(row, 'name')));
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list has no turns');
  return item;
};
const idFor = (kind: string, number: number) => `${kind}${String(number).padStart(15 - kind.length, '0')}`;

function gtinFor(number: number): string {
  const digits = `${EXAMPLE_PREFIX}${String(number).padStart(9, '0')}`;
  return `${digits}${gs1CheckDigit(digits)}`;
}

/** Counted in the alphabet of codes; none of a real stamp begins so. */
function codeFor(number: number): string {
  let signs = '';
  for (let rest = number; signs.length < 9; rest = Math.floor(rest / TRACE_ALPHABET.length))
    signs = TRACE_ALPHABET.charAt(rest % TRACE_ALPHABET.length) + signs;
  return withCheckSign(signs);
}

function communesOf(): Records<'communes'> {
  const base = fixtureRecords().communes[0];
  const plan = communesPlan('bac-ninh').communes ?? [];
  return plan.map((commune) => ({
    ...base,
    name_en: '',
    point_source: '',
    source_url: '',
    ...commune,
  })) as unknown as Records<'communes'>;
}

/** A published snapshot with so many products and lots. */
export function largeRecords(size: { products: number; lots: number }): SnapshotContent {
  const fixture = fixtureRecords(OWN_ADDRESS);
  const communes = communesOf();
  const names = realNames();
  const today = fixture.settings[0]?.as_of ?? '';
  const company = fixture.producers.filter(({ natural_person }) => !natural_person);
  const producers: Records<'producers'> = Array.from(
    { length: Math.ceil(size.products / PRODUCTS_A_PRODUCER) },
    (_, index) => {
      const name = `Cơ sở sản xuất bản thử ${String(index + 1).padStart(4, '0')}`;
      const maker = { id: idFor('m', index), name, slug: nameToSlug(name), commune: at(communes, index).id };
      return { ...at(company, index), ...maker, demonstration: true };
    },
  );
  const whole = fixture.products.filter(({ state }) => state === 'approved');
  const products: Records<'products'> = [];
  const variants: Records<'pack_variants'> = [];
  const recognitions: Records<'recognitions'> = [];
  const certificates: Records<'certificates'> = [];
  const listings: Records<'listings'> = [];
  for (let index = 0; index < size.products; index += 1) {
    const id = idFor('p', index);
    const name = `${at(names, index)}, bản thử ${String(index + 1).padStart(5, '0')}`;
    const maker = at(producers, Math.floor(index / PRODUCTS_A_PRODUCER));
    const criteria_set = (index % CRITERIA_SETS) + 1;
    products.push({
      ...at(whole, index),
      id,
      name,
      name_en: '',
      slug: nameToSlug(name),
      producer: maker.id,
      criteria_set,
      demonstration: true,
    });
    variants.push({
      ...at(fixture.pack_variants, index),
      id: idFor('v', index),
      product: id,
      gtin: index % EVERY_BARCODE === 0 ? gtinFor(index) : '',
    });
    const issued_on = addDays(today, -((index * 37) % FIVE_YEARS));
    const plain = {
      expires_on: '',
      superseded_by: '',
      revoked_on: '',
      pending_central: false,
      refiled_on: '',
    } as const;
    recognitions.push({
      ...at(fixture.recognitions, index),
      ...plain,
      id: idFor('r', index),
      product: id,
      stars: 3 + (index % 2),
      issued_on,
    });
    if (index % 3 === 0)
      certificates.push({ ...at(fixture.certificates, index), id: idFor('c', index), product: id, producer: maker.id });
    if (index % 4 === 0) listings.push({ ...at(fixture.listings, index), id: idFor('l', index), product: id });
  }
  const described = fixture.lots.filter(({ id }) => fixture.trace_events.some(({ lot }) => lot === id));
  const eventsOf = Map.groupBy(fixture.trace_events, ({ lot }) => lot);
  const lots: Records<'lots'> = [];
  const trace_events: Records<'trace_events'> = [];
  for (let index = 0; index < size.lots; index += 1) {
    const model = at(described, index);
    const id = idFor('t', index);
    const lot_number = `BT${String(index + 1).padStart(6, '0')}`;
    lots.push({
      ...model,
      id,
      lot_number,
      trace_code: codeFor(index),
      variant: at(variants, index).id,
      demonstration: true,
    });
    for (const [order, event] of (eventsOf.get(model.id) ?? []).entries())
      trace_events.push({ ...event, id: idFor(`e${order}`, index), lot: id });
  }
  const sales_points = fixture.sales_points.map((point, index) => ({
    ...point,
    commune: at(communes, index).id,
    products: Array.from({ length: 60 }, (_, step) => idFor('p', (index * 7 + step * 31) % size.products)),
    prices: null,
  }));
  const fairs = fixture.fairs.map((fair, index) => ({
    ...fair,
    commune: at(communes, index).id,
    products: Array.from({ length: 40 }, (_, step) => idFor('p', (index * 11 + step * 17) % size.products)),
    exhibitors: producers.slice(0, 30).map(({ id }) => id),
  }));
  return {
    ...fixture,
    communes,
    producers,
    products,
    pack_variants: variants,
    recognitions,
    certificates,
    listings,
    lots,
    trace_events,
    sales_points,
    fairs,
    moved: [],
  };
}
