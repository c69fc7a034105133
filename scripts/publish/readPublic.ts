/** Step 1 as a whole: the office's records, and what of them is public. */
import type PocketBase from 'pocketbase';
import type { Problem } from '#domain/release.ts';
import { type Day, hanoiDay, isWholeDay } from '#domain/rules/day.ts';
import { foldedWords } from '#domain/rules/fold.ts';
import { now } from '../clock.ts';
import { type DataFolder, releaseFolder } from '../dataFolder.ts';
import { liveRelease } from './activate.ts';
import { knownRecords } from './addresses.ts';
import type { CheckContext } from './check/context.ts';
import { HiddenFinder } from './hidden.ts';
import { readPageIndex } from './manifest.ts';
import { type Person, personsOf } from './personal.ts';
import { preparePictures } from './pictures.ts';
import { type Office, readOffice } from './read.ts';
import { type Selection, selectRecords } from './select.ts';
import { releaseNames } from './standing.ts';
import { toPublic } from './toPublic.ts';

/** Everything that the later steps work on. */
export interface PublicRecords extends CheckContext {
  persons: Map<string, Person>;
  /** Addresses of the release that is live now, and of the latest one if that is another. */
  liveAddresses: ReadonlySet<string>;
  /** Broken pictures. */
  problems: Problem[];
  /** How many records were read. */
  total: number;
}

async function addressesOfReleases(data: DataFolder): Promise<Set<string>> {
  const names = [await liveRelease(data), (await releaseNames(data)).at(-1)];
  const addresses = new Set<string>();
  for (const name of new Set(names)) {
    if (name === undefined) continue;
    // One that is not there or cannot be read owes nothing: the live one is mended at each start.
    const index = await readPageIndex(releaseFolder(data, name)).catch(() => undefined);
    for (const address of index?.addresses ?? []) addresses.add(address);
  }
  return addresses;
}

/** Pictures that the public may see: not those of a person who has not agreed. */
function wantedMedia(office: Office, selection: Selection, persons: ReadonlyMap<string, Person>) {
  const wanted = new Set([
    ...office.site_settings.map((settings) => settings.emblem),
    ...[selection.products, selection.sales_points, selection.fairs].flatMap((records) =>
      records.flatMap((record) => record.pictures),
    ),
    ...selection.producers.flatMap((each) => (persons.get(each.id)?.shown.has('picture') ? each.pictures : [])),
  ]);
  return office.media.filter((media) => wanted.has(media.id));
}

/** Words of which place names are made. */
function placeWords(office: Office): Set<string> {
  const names = [
    'xã phường đặc khu huyện quận thị xã thành phố tỉnh việt nam',
    ...office.communes.map((commune) => commune.name),
    ...office.site_settings.map((settings) => settings.province),
  ];
  return new Set(names.flatMap(foldedWords));
}

/** Reads, selects, and takes away what must stay in the office. */
export async function readPublicRecords(options: {
  pb: PocketBase;
  data: DataFolder;
  today?: Day;
  signal?: AbortSignal;
}): Promise<PublicRecords> {
  const { pb, data, signal } = options;
  const office = await readOffice(pb, signal);
  const testToday = office.site_settings[0]?.test_today ?? '';
  const today = options.today ?? (isWholeDay(testToday) ? testToday : hanoiDay(now()));
  const liveAddresses = await addressesOfReleases(data);
  const selection = selectRecords(office, today, knownRecords(office.addresses, liveAddresses));
  const persons = personsOf(office);
  const prepared = await preparePictures(pb, data, wantedMedia(office, selection, persons), signal);
  const { pictures, sharePrints, problems } = prepared;
  const content = toPublic({ office, selection, persons, pictures, sharePrints, today });
  const finder = new HiddenFinder(persons, placeWords(office));
  const total = Object.values(office).reduce((sum, records) => sum + records.length, 0);
  return { office, selection, content, finder, today, persons, liveAddresses, problems, total };
}
