/** The programme on one day: every product with its maker, its place and where it stands. */
import { criteriaSet } from '#domain/criteriaSets.ts';
import { ProgrammeCounter } from '#domain/programme/counter.ts';
import type { Day } from '#domain/rules/day.ts';
import type { Verdict, VerdictSettings } from '#domain/rules/verdict.ts';
import { standingOn, starsInForce } from '#domain/standingOn.ts';
import type { Span } from './period.ts';
import type { Counted, ReportRecords } from './records.ts';

export interface Entry {
  product: Counted<'products'>;
  producer: Counted<'producers'> | undefined;
  /** The commune of the producer; the one in which it ended where it was merged. */
  commune: Counted<'communes'> | undefined;
  /** Number of the group, empty where the criteria set was not stated. */
  group: string;
  isTourism: boolean;
  recognitions: readonly Counted<'recognitions'>[];
  verdict: Verdict;
  /** The recognition that decides the verdict. */
  recognition: Counted<'recognitions'> | null;
  /** Stars in force; see `starsInForce`. */
  stars: number | 'unknown' | null;
}

export interface Moment {
  on: Day;
  records: ReportRecords;
  settings: VerdictSettings;
  entries: readonly Entry[];
  /** Those with stars in force. */
  inForce: readonly Entry[];
  counter: ProgrammeCounter;
}

/** A report's period and the same of the year before, each with the programme on its last day. */
export interface Frame {
  span: Span;
  spanBefore: Span;
  now: Moment;
  before: Moment;
}

const TOURISM_SECTOR = 6;

/** Records without those that were withdrawn from the catalogue. */
export function listedRecords(records: ReportRecords): ReportRecords {
  const isListed = ({ state }: { state: string }) => state !== 'withdrawn';
  return {
    ...records,
    products: records.products.filter(isListed),
    sales_points: records.sales_points.filter(isListed),
    fairs: records.fairs.filter(isListed),
    growing_areas: records.growing_areas.filter(isListed),
  };
}

function settingsOf({ site_settings }: ReportRecords): VerdictSettings {
  const [settings] = site_settings;
  return { grace: settings?.grace ?? false, expiresSoonDays: settings?.expires_soon_days ?? 0 };
}

/** Commune by id, a merged one by the commune in which it ended. */
export function communesById<C extends { id: string; merged_into: string }>(
  communes: readonly C[],
): (id: string) => C | undefined {
  const all = new Map(communes.map((commune) => [commune.id, commune]));
  return (id) => {
    const seen = new Set<string>();
    let commune = all.get(id);
    while (commune !== undefined && commune.merged_into !== '' && !seen.has(commune.id)) {
      seen.add(commune.id);
      commune = all.get(commune.merged_into) ?? commune;
    }
    return commune;
  };
}

/** The programme on a day, from records of which the withdrawn have been taken out. */
export function momentOf(records: ReportRecords, on: Day): Moment {
  const settings = settingsOf(records);
  const producers = new Map(records.producers.map((producer) => [producer.id, producer]));
  const communeOf = communesById(records.communes);
  const recognitionsOf = Map.groupBy(records.recognitions, ({ product }) => product);
  const entries = records.products.map((product): Entry => {
    const producer = producers.get(product.producer);
    const recognitions = recognitionsOf.get(product.id) ?? [];
    const { verdict, recognition } = standingOn(recognitions, on, settings);
    const set = criteriaSet(product.criteria_set);
    return {
      product,
      producer,
      commune: communeOf(producer?.commune ?? ''),
      group: String(set?.group ?? ''),
      isTourism: set?.sector === TOURISM_SECTOR,
      recognitions,
      verdict,
      recognition,
      stars: starsInForce(verdict),
    };
  });
  const inForce = entries.filter(({ stars }) => typeof stars === 'number');
  return { on, records, settings, entries, inForce, counter: new ProgrammeCounter(records, settings) };
}

/** The producers of some products, each once, by id. */
export function makersOf(entries: readonly Entry[]): Counted<'producers'>[] {
  return [...new Map(entries.flatMap(({ producer }) => (producer ? [[producer.id, producer]] : []))).values()];
}
