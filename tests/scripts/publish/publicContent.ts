/** The public half of an office, as publishing makes it, without PocketBase. */
import type { PublicPicture } from '#domain/picture.ts';
import { foldedWords } from '#domain/rules/fold.ts';
import { knownRecords } from '#scripts/publish/addresses.ts';
import type { CheckContext } from '#scripts/publish/check/context.ts';
import { HiddenFinder } from '#scripts/publish/hidden.ts';
import { type Person, personsOf } from '#scripts/publish/personal.ts';
import type { Office } from '#scripts/publish/read.ts';
import { selectRecords } from '#scripts/publish/select.ts';
import { toPublic } from '#scripts/publish/toPublic.ts';

const TODAY = '2026-11-22';

/** A picture as if it had been made. */
export const pictureOf = (id: string): PublicPicture => ({
  id,
  path: `/anh/${'0'.repeat(19)}${id.length % 10}-800.webp`,
  width: 800,
  height: 600,
  webp: [96, 240, 400, 800],
  avif: [],
  alt: '',
  alt_en: '',
  credit: '',
  licence: '',
  drawn: false,
});

/** What the checks look at; every picture of the office counts as made. */
export function contextOf(office: Office): CheckContext & { persons: Map<string, Person> } {
  const selection = selectRecords(office, TODAY, knownRecords(office.addresses, new Set()));
  const persons = personsOf(office);
  const pictures = new Map(office.media.map((media) => [media.id, pictureOf(media.id)]));
  const content = toPublic({ office, selection, persons, pictures, sharePrints: {}, today: TODAY });
  const places = new Set(['tỉnh bắc ninh xã', ...office.communes.map((each) => each.name)].flatMap(foldedWords));
  return { office, selection, content, persons, finder: new HiddenFinder(persons, places), today: TODAY };
}
