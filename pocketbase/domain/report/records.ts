/**
 * The records that reports are counted from: of each collection only the fields that are counted. No person's name, phone or address is
 * among them, so that a report cannot hold one and stays the same when a person is erased.
 */
import type { z } from 'zod';
import type { FieldShape } from '#domain/field.ts';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import { KEPT_AT_ERASURE, type RecordValues } from '#domain/rules/revision.ts';

const VISIBLE = ['state', 'demonstration'] as const;

/** Collection → the fields that are read of it; of what may speak of a person, those that stay when it is erased. */
export const COUNTED_FIELDS = {
  site_settings: ['province', 'province_code', 'kind', 'grace', 'expires_soon_days'],
  communes: ['code', 'name', 'former_names', 'merged_into'],
  producers: KEPT_AT_ERASURE.producers,
  products: ['producer', 'criteria_set', 'programme_state', ...VISIBLE],
  recognitions: [
    'product',
    'stars',
    'case',
    'pending_central',
    'issued_on',
    'expires_on',
    'refiled_on',
    'superseded_by',
    'revoked_on',
    'revocation_ground',
  ],
  pack_variants: ['product'],
  lots: ['variant', 'state', 'produced_on', 'packed_on', 'stamps_printed'],
  platforms: ['name', 'opened_on', 'closed_on'],
  listings: ['product', 'platform', 'holder', 'takes_cashless', 'listed_on', 'closed_on'],
  sales_points: KEPT_AT_ERASURE.sales_points,
  fairs: [
    'name',
    'kind',
    'level',
    'starts_on',
    'ends_on',
    'booths',
    'visitors',
    'revenue',
    'revenue_in_province',
    'revenue_other_provinces',
    ...VISIBLE,
  ],
  certificates: ['producer', 'product', 'scheme', 'area_ha', 'issued_on', 'expires_on'],
  growing_areas: KEPT_AT_ERASURE.growing_areas,
  supports: ['purpose', 'source', 'amount', 'granted_on', 'producer', 'product'],
  trainings: ['commune', 'starts_on', 'participants', 'producers'],
  targets: ['name', 'measure', 'value', 'unit', 'due_on', 'commune', 'former_area'],
  rounds: ['name', 'level', 'year', 'number', 'done_by'],
  evaluations: ['round', 'product', 'state', 'stars'],
  published_figures: ['metric', 'value', 'unit', 'as_of', 'area', 'source'],
} as const satisfies { [C in keyof typeof nouns]?: readonly (keyof z.infer<(typeof nouns)[C]['schema']>)[] };

export type CountedCollection = keyof typeof COUNTED_FIELDS;
export const COUNTED_COLLECTIONS = Object.keys(COUNTED_FIELDS) as CountedCollection[];

/** One record, by what is counted of it. */
export type Counted<C extends CountedCollection> = { id: string } & Pick<
  z.infer<(typeof nouns)[C]['schema']>,
  Extract<(typeof COUNTED_FIELDS)[C][number], keyof z.infer<(typeof nouns)[C]['schema']>>
>;
export type ReportRecords = { [C in CountedCollection]: Counted<C>[] };

function emptyValue({ kind, many }: FieldShape): unknown {
  if (many === true) return [];
  if (kind === 'number') return 0;
  if (kind === 'flag') return false;
  return kind === 'json' ? null : '';
}

/** A collection's record that states nothing. */
export function emptyRecord(collection: keyof typeof nouns): RecordValues {
  return Object.fromEntries(fieldsOf(nouns[collection] as Noun).map(([name, shape]) => [name, emptyValue(shape)]));
}

const empty = new Map<CountedCollection, RecordValues>();

/** A record of a collection that states what is given and nothing else; what history has forgotten (null) is empty as well. */
export function countedRecord<C extends CountedCollection>(collection: C, values: RecordValues): Counted<C> {
  const nothing = empty.get(collection) ?? emptyRecord(collection);
  empty.set(collection, nothing);
  const fields = COUNTED_FIELDS[collection].map((name) => [name, values[name] ?? nothing[name]] as const);
  return { id: String(values['id'] ?? ''), ...Object.fromEntries(fields) } as Counted<C>;
}
