/** The fixture's records with a hostile text in every field that takes words, and in every link what a link can carry. */
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import type { SnapshotContent } from '#scripts/publish/write-snapshot.ts';
import { fixtureRecords, OWN_ADDRESS } from './fixtureSite.ts';
import { KEPT, RUN } from './hostile.ts';

type Fields = Record<string, unknown>;

/** A web address that tries to leave its attribute. */
export const HOSTILE_LINK = `https://duong-dan.example/"><img/src=x/onerror="${RUN}">`;

/** Words within structures; all else in them is read by programs. */
const SAID = ['name', 'name_en', 'commune', 'district', 'province', 'note', 'label', 'zone'];
/** Snapshot collection → noun, where they differ. */
const NOUN_OF: Readonly<Record<string, Noun>> = { ...nouns, settings: nouns.site_settings } as never;
/** What publishing puts beside a producer's fields. */
const OF_CONTACTS = ['phone', 'email', 'address', 'representative'];

/** One text after the other, so that all stand somewhere and neighbours differ. */
function dealer(): (max: number) => string {
  let at = 0;
  return (max) => {
    for (;;) {
      const { text } = KEPT[at % KEPT.length] ?? { text: '' };
      at += 1;
      if (text.length <= max) return text;
    }
  };
}

function withinJson(value: unknown, deal: (max: number) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => withinJson(each, deal));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    if (name === 'url') return [name, HOSTILE_LINK];
    return [name, typeof inner === 'string' && SAID.includes(name) ? deal(120) : withinJson(inner, deal)];
  });
  return Object.fromEntries(entries);
}

function poisoned(noun: Noun, record: Fields, deal: (max: number) => string): Fields {
  const changed: Fields = { ...record };
  for (const [name, shape] of fieldsOf(noun)) {
    if (!(name in record)) continue;
    if (shape.kind === 'text' && shape.pattern === undefined) changed[name] = deal(shape.max ?? 0);
    if (shape.kind === 'link') changed[name] = HOSTILE_LINK;
    if (shape.kind === 'json') changed[name] = withinJson(record[name], deal);
  }
  if (noun.collection === 'producers') for (const name of OF_CONTACTS) changed[name] = deal(300);
  return changed;
}

/** All of them. Addresses, days, codes and relations stay, or there would be no pages to look at. */
export function hostileRecords(): SnapshotContent {
  const deal = dealer();
  const content = fixtureRecords(OWN_ADDRESS) as unknown as Record<string, Fields[]>;
  const all = Object.entries(content).map(([collection, records]) => {
    const noun = NOUN_OF[collection];
    return [collection, noun === undefined ? records : records.map((record) => poisoned(noun, record, deal))];
  });
  return Object.fromEntries(all) as SnapshotContent;
}
