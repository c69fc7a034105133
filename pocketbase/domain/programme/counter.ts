/**
 * Counts of the programme as of a day, from records. Pages, the admin and reports count by it. Recognitions, shops, sales points, codes and
 * lots have days, so that a past day comes out the same however late it is asked for; which products and producers are in the catalogue, of
 * what kind they are and what is known of them is told as it stands today.
 */

import type { Day } from '#domain/rules/day.ts';
import { takesPart } from '#domain/rules/programmeState.ts';
import { DEFAULT_VERDICT_SETTINGS, type VerdictSettings } from '#domain/rules/verdict.ts';
import { standingOn, starsInForce } from '#domain/standingOn.ts';
import type { TargetMeasure } from '#domain/target.ts';
import { communesIn, type ProgrammeArea } from './area.ts';
import { MEASURES } from './measures.ts';
import type { ProgrammeRecords } from './records.ts';

/** A count, and beside it of how many the records do not say whether they belong to it. */
export interface Count {
  value: number;
  unknown: number;
}

/** What is counted where and when: `year` is that of the target, for what counts within a year; up to `on`. */
export interface Question {
  area: ProgrammeArea;
  on: Day;
  year: string;
}

type Product = ProgrammeRecords['products'][number];
type Producer = ProgrammeRecords['producers'][number];
type Recognition = ProgrammeRecords['recognitions'][number];

/** What of the records a question is about. */
export interface Scene extends Question {
  counter: ProgrammeCounter;
  /** Of producers that work in the area. */
  products: readonly Product[];
  /** The producers of these products, each once. */
  makers: readonly Producer[];
  records: ProgrammeRecords;
  /** Whether a commune (id) lies in the area; the empty id lies in the whole province alone. */
  lies: (commune: string) => boolean;
}

/** Counting over one set of records; what several counts need is worked out once. */
export class ProgrammeCounter {
  readonly #records: ProgrammeRecords;
  readonly #settings: VerdictSettings;
  readonly #recognitions: Map<string, Recognition[]>;
  readonly #producers: Map<string, Producer>;
  readonly #stars = new Map<string, number | 'unknown' | null>();

  constructor(records: ProgrammeRecords, settings: VerdictSettings = DEFAULT_VERDICT_SETTINGS) {
    this.#records = records;
    this.#settings = settings;
    this.#recognitions = Map.groupBy(records.recognitions, ({ product }) => product);
    this.#producers = new Map(records.producers.map((producer) => [producer.id, producer]));
  }

  /** A measure's count; null where these records do not tell it. */
  count(measure: TargetMeasure, question: Question): Count | null {
    return MEASURES[measure](this.#sceneOf(question));
  }

  /** Stars in force on a day; see `starsInForce`. */
  starsOn(product: string, on: Day): number | 'unknown' | null {
    const key = `${product} ${on}`;
    const known = this.#stars.get(key);
    if (known !== undefined) return known;
    const stars = starsInForce(standingOn(this.recognitionsOf(product), on, this.#settings).verdict);
    this.#stars.set(key, stars);
    return stars;
  }

  /** All recognitions of a product. */
  recognitionsOf(product: string): readonly Recognition[] {
    return this.#recognitions.get(product) ?? [];
  }

  /** Whether a product takes part in the programme. */
  takesPart({ id, programme_state }: Product, on: Day): boolean {
    return takesPart(programme_state, this.starsOn(id, on) !== null);
  }

  #sceneOf(question: Question): Scene {
    const communes = communesIn(question.area, this.#records.communes);
    const lies = (commune: string) => communes === null || communes.has(commune);
    const products = this.#records.products.filter(({ producer }) =>
      lies(this.#producers.get(producer)?.commune ?? ''),
    );
    const ids = new Set(products.map(({ producer }) => producer));
    const makers = this.#records.producers.filter(({ id }) => ids.has(id));
    return { ...question, counter: this, products, makers, records: this.#records, lies };
  }
}
