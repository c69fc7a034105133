import type { Day } from '#domain/rules/day.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import { type CommuneRow, communesOf } from '../communes.ts';
import type { DemonstrationSet } from '../sets.ts';
import { type Fictional, readFictional } from './fixtures.ts';

/** The fictional records and where in the province they take place. */
export interface Setting {
  fictional: Fictional;
  /** The day of loading. */
  today: Day;
  /** The commune of a place number. */
  communeAt(place: number): CommuneRow;
  /** The commune in which a producer works. */
  communeOfProducer(key: string): CommuneRow;
}

/** What every fictional record that has a page of its own carries. */
export const SHOWN = { state: 'approved', demonstration: true } as const;

/** Puts the fictional records into a province. Throws when `places.json` names a commune that is not there. */
export function settingOf(set: DemonstrationSet, today: Day): Setting {
  const fictional = readFictional(today);
  const communes = communesOf(set);
  const communeAt = (place: number) => {
    const commune = communes.get(fictional.places[set]?.[place] ?? '');
    if (commune === undefined) throw new Error(`data/fictional/places.json: ${set} has no place ${place}`);
    return commune;
  };
  const communeOfProducer = (key: string) => {
    const producer = fictional.producers.find((each) => each.key === key);
    if (producer === undefined) throw new Error(`data/fictional: no producer ${key}`);
    return communeAt(producer.place);
  };
  return { fictional, today, communeAt, communeOfProducer };
}

/** `Vườn chè, {commune}` → `Vườn chè, phường Chũ`. */
export function inCommune(text: string | undefined, commune: CommuneRow): string {
  const name = commune.name.charAt(0).toLowerCase() + commune.name.slice(1);
  return (text ?? '').replaceAll('{commune}', name);
}

/** Relation and approximate point of a commune, for what stands there. */
export function standingIn(commune: CommuneRow) {
  const point = commune.point === null ? {} : { point: commune.point, point_approximate: true };
  return { commune: commune.id, ...point };
}

/** The slug of a fictional name; all of them differ. */
export function slugOf(name: string | undefined): string {
  return nameToSlug(name ?? '');
}
