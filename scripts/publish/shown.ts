/** Personal items that a release shows: what they say, what stands in their place when consent is gone, and in which files they are. */
import { allAddresses } from '#domain/picture.ts';
import type { PersonalItem } from '#domain/rules/consent.ts';
import type { SnapshotRecords } from '#domain/snapshot.ts';
import { NOTICES } from '#domain/verdictWords.ts';
import type { Manifest, ShownItem } from './manifest.ts';
import { householdName, type Person } from './personal.ts';
import type { Office } from './read.ts';
import { numbersIn, SearchText, TextIndex } from './textIndex.ts';
import type { SnapshotContent } from './write-snapshot.ts';

/** The words of the law's item that a person keeps back. */
export const NOT_SHOWN = NOTICES.vi.withheld;

/** Pictures of this producer that no other record shows as well. */
function ownPictures(producer: SnapshotRecords['producers'], content: SnapshotContent): string[] {
  const others = [content.products, content.sales_points, content.fairs, content.producers].flatMap((records) =>
    records.filter((record) => record.id !== producer.id).flatMap((record) => record.pictures.map((each) => each.path)),
  );
  const elsewhere = new Set(others);
  return producer.pictures.filter((picture) => !elsewhere.has(picture.path)).flatMap(allAddresses);
}

/** A firm's name and pictures are nobody's personal data. */
function isPersonal(item: PersonalItem, person: Person): boolean {
  return person.producer.natural_person || (item !== 'name' && item !== 'picture');
}

/** Codes under which only this person grows lead to the person as the name does, and go with it. */
function codesOf({ producer }: Person, content: SnapshotContent): string[] {
  return content.growing_areas
    .filter(({ persons, producers }) => persons === 'all' && producers.includes(producer.id))
    .flatMap(({ code, name, name_en }) => [code, name, name_en])
    .filter((text) => text !== '');
}

function shownItem(item: PersonalItem, person: Person, office: Office, content: SnapshotContent): ShownItem {
  const shown = content.producers.find((producer) => producer.id === person.producer.id);
  const commune = office.communes.find((each) => each.id === person.producer.commune);
  if (item === 'picture') return { values: shown ? ownPictures(shown, content) : [], replacement: '', files: [] };
  const { vi, en } = item === 'name' ? householdName(commune) : { vi: NOT_SHOWN, en: NOTICES.en.withheld };
  const codes = item === 'name' ? codesOf(person, content) : [];
  return { values: [...(person.values[item] ?? []), ...codes], replacement: vi, replacementEn: en, files: [] };
}

/** What the public records show of each producer, still without the files. */
export function shownPersonal(
  persons: ReadonlyMap<string, Person>,
  office: Office,
  content: SnapshotContent,
): Manifest['personal'] {
  const personal: Manifest['personal'] = {};
  for (const { id } of content.producers) {
    const person = persons.get(id);
    if (person === undefined) continue;
    const items = [...person.shown].filter((item) => isPersonal(item, person));
    const entries = items.map((item) => [item, shownItem(item, person, office, content)] as const);
    const present = entries.filter(([, shown]) => shown.values.length > 0);
    if (present.length > 0) personal[id] = Object.fromEntries(present);
  }
  return personal;
}

const PICTURE_ADDRESS = /\/anh\/[0-9a-f]{20}-[0-9a-z-]+\.(?:webp|avif|jpg)/g;
const MARK = /\bdata-personal="([^" ]+) ([^"]+)"/g;

/** Notes in which files the items stand, file by file. */
export class ShownFinder {
  readonly #personal: Manifest['personal'];
  readonly #texts = new TextIndex<ShownItem>();
  readonly #pictures = new Map<string, ShownItem>();

  constructor(personal: Manifest['personal']) {
    this.#personal = personal;
    const shared = sharedValues(personal);
    for (const items of Object.values(personal)) {
      for (const [item, shown] of Object.entries(items)) {
        for (const value of shown.values) if (!shared.has(value)) this.#add(item as PersonalItem, value, shown);
      }
    }
  }

  #add(item: PersonalItem, value: string, shown: ShownItem): void {
    if (item === 'picture') this.#pictures.set(value, shown);
    else if (item === 'phone') for (const number of numbersIn(value)) this.#texts.addNumber(number, shown);
    else this.#texts.addWords(value, shown);
  }

  /** Adds the file to every item that its text shows: by its wording where only one producer has it, and by the marks of pages. */
  note(file: string, text: string, searchable = new SearchText(text)): void {
    const found = new Set(this.#texts.find(searchable));
    for (const [, producer = '', item = ''] of text.matchAll(MARK)) {
      const shown = this.#personal[producer]?.[item as PersonalItem];
      if (shown !== undefined) found.add(shown);
    }
    if (this.#pictures.size > 0) {
      for (const [address] of text.matchAll(PICTURE_ADDRESS)) {
        const shown = this.#pictures.get(address);
        if (shown !== undefined) found.add(shown);
      }
    }
    for (const shown of found) shown.files.push(file);
  }
}

/** What several producers show, such as a commune as address: one of them taking it back changes only the pages that are hers. */
function sharedValues(personal: Manifest['personal']): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const items of Object.values(personal))
    for (const value of new Set(Object.values(items).flatMap((shown) => shown.values)))
      (seen.has(value) ? shared : seen).add(value);
  return shared;
}
