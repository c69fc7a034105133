import { freeSlug, nameToSlug } from '#domain/rules/slug.ts';
import { communesOf } from '../communes.ts';
import { cell, type Row, readTable } from '../readTable.ts';
import type { DemonstrationSet } from '../sets.ts';

const DATA = new URL('../data/', import.meta.url);

/** The curated tables of one set. */
export interface Tables {
  set: DemonstrationSet;
  rows(name: string): Row[];
  /** Id of a commune given by its code; empty for an empty code. */
  commune(code: string): string;
}

/** Opens the tables of a set. Throws on a commune code that the province does not have. */
export function tablesOf(set: DemonstrationSet): Tables {
  const communes = communesOf(set);
  const commune = (code: string) => {
    if (code === '') return '';
    const found = communes.get(code);
    if (found === undefined) throw new Error(`${set} has no commune ${code}`);
    return found.id;
  };
  return { set, rows: (name) => readTable(new URL(`${set}/${name}.csv`, DATA)), commune };
}

/** The reviewed classification of real products, set by set. */
export function criteriaSetsOf(set: DemonstrationSet): Map<string, number> {
  const rows = readTable(new URL('criteria-sets.csv', DATA)).filter((row) => cell(row, 'set') === set);
  return new Map(rows.map((row) => [cell(row, 'product'), Number(cell(row, 'criteria_set'))]));
}

/** State and source of a record with a page of its own; a press article without an address is no link. */
export function published(row: Row) {
  const source = cell(row, 'source_url');
  return { state: 'approved', source_url: /^https?:/.test(source) ? source : '' };
}

/** Number cells that are stated; an empty cell stays away. */
export function numbers(row: Row, names: readonly string[]): Record<string, number> {
  const stated = names.filter((name) => cell(row, name) !== '');
  return Object.fromEntries(stated.map((name) => [name, Number(cell(row, name))]));
}

/** Gives each record the first free slug of its name. */
export function slugs() {
  const taken = new Set<string>();
  return (name: string) => {
    const slug = freeSlug(nameToSlug(name), (each) => taken.has(each));
    taken.add(slug);
    return slug;
  };
}
