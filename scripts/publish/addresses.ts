/** Public addresses: which a release must answer, from its records and from the ledger of all that were ever issued. */
import { communeAddress, publicAddresses, TEXT_SLUGS } from '#domain/rules/address.ts';
import type { SnapshotCollection, SnapshotRecords } from '#domain/snapshot.ts';
import type { Office, OfficeRecord } from './read.ts';
import type { SnapshotContent } from './write-snapshot.ts';

type Ledger = readonly OfficeRecord<'addresses'>[];

/** The record behind an address. */
export interface Owner {
  collection: SnapshotCollection;
  id: string;
}

/** Which records ever had an address, and which have one in the release that is live now. */
export interface KnownRecords {
  issued: ReadonlySet<string>;
  live: ReadonlySet<string>;
}

/** Looks the ledger's records up; `liveAddresses` are those of the release that is live now. */
export function knownRecords(ledger: Ledger, liveAddresses: ReadonlySet<string>): KnownRecords {
  return {
    issued: new Set(ledger.map((row) => row.record)),
    live: new Set(ledger.filter((row) => liveAddresses.has(row.path)).map((row) => row.record)),
  };
}

const NOTHING = { state: 'approved', slug: '', traceCode: '', gtin: '', lotNumber: '' } as const;
const WITH_SLUG = ['products', 'producers', 'sales_points', 'fairs'] as const;

/** Every address that the public records have, with its owner. What was withdrawn keeps its address. */
export function presentAddresses(content: Omit<SnapshotContent, 'moved'>): Map<string, Owner> {
  const found = new Map<string, Owner>();
  const add = (collection: SnapshotCollection, id: string, facts: Partial<Parameters<typeof publicAddresses>[0]>) => {
    for (const path of publicAddresses({ ...NOTHING, collection, ...facts })) found.set(path, { collection, id });
  };
  for (const collection of WITH_SLUG) for (const { id, slug } of content[collection]) add(collection, id, { slug });
  const gtins = new Map(content.pack_variants.map((variant) => [variant.id, variant.gtin]));
  for (const { id, gtin } of content.pack_variants) add('pack_variants', id, { gtin });
  for (const lot of content.lots) {
    const { id, state, trace_code: traceCode, lot_number: lotNumber } = lot;
    add('lots', id, { state, traceCode, lotNumber, gtin: gtins.get(lot.variant) ?? '' });
  }
  // The list of a commune is there while something stands in it.
  const slugs = new Map(content.communes.map((commune) => [commune.id, commune.slug]));
  const communeOf = new Map(content.producers.map((producer) => [producer.id, producer.commune]));
  for (const { producer } of content.products) {
    const id = communeOf.get(producer) ?? '';
    const slug = slugs.get(id);
    if (slug !== undefined) found.set(communeAddress(slug), { collection: 'communes', id });
  }
  return found;
}

/** The field of an office's text that a page shows. */
export interface ShownText {
  id: string;
  field: 'body' | 'body_en';
}

/** The addresses of the office's own texts, in both languages; they answer also where no record fills them, so nobody owes them. */
export function textAddresses({ pages }: Pick<SnapshotContent, 'pages'>): Map<string, ShownText> {
  return new Map(
    pages.flatMap(({ id, kind, body_en }): [string, ShownText][] => [
      [`/${TEXT_SLUGS[kind]}`, { id, field: 'body' }],
      [`/en/${TEXT_SLUGS[kind]}`, { id, field: body_en === '' ? 'body' : 'body_en' }],
    ]),
  );
}

/** Addresses that lead on, each to where its chain ends; those whose end has no page now are left out. */
export function movedAddresses(ledger: Ledger, present: ReadonlyMap<string, Owner>): SnapshotRecords['moved'][] {
  const redirects = new Map(ledger.map((row) => [row.path, row.redirect]));
  const end = (path: string, steps = 0): string => {
    const next = redirects.get(path) ?? '';
    return next === '' || steps > redirects.size ? path : end(next, steps + 1);
  };
  return ledger
    .filter((row) => row.redirect !== '' && !present.has(row.path))
    .map((row) => ({ id: row.id, path: row.path, redirect: end(row.redirect) }))
    .filter((row) => present.has(row.redirect));
}

/**
 * Addresses of the ledger that must answer in this release: all that are live now, and those that lead to a record it holds. `false` for
 * those whose record was deleted past recall. A commune's list goes with the last of its products.
 */
export function owedAddresses(
  office: Office,
  content: SnapshotContent,
  liveAddresses: ReadonlySet<string>,
): Map<string, boolean> {
  const owners = [
    office.products,
    office.producers,
    office.sales_points,
    office.fairs,
    office.pack_variants,
    office.lots,
    office.communes,
  ];
  const exist = new Set(owners.flatMap((records) => records.map((record) => record.id)));
  const leading = new Set(content.moved.map((row) => row.path));
  return new Map(
    office.addresses
      .filter((row) => leading.has(row.path) || (row.collection !== 'communes' && liveAddresses.has(row.path)))
      .map((row) => [row.path, exist.has(row.record)]),
  );
}
