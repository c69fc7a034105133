/** Fairs as schema.org `Event`. */
import type { PublicFair } from '#domain/snapshot.ts';
import type { SiteLanguage } from '#site/i18n/words.ts';
import { wholeAddress } from '#site/openData/address.ts';
import { pathsOf } from '#site/paths.ts';
import { saidIn } from '#site/records/told.ts';
import { postalAddress } from './place.ts';
import { type Thing, thing } from './thing.ts';

function attendance({ kind }: PublicFair): string {
  return `https://schema.org/${kind === 'live_selling' ? 'Online' : 'Offline'}EventAttendanceMode`;
}

/** A fair, its days as exact as known: ISO 8601 lets a month or a year stand alone. Without any day it is no event to be found. */
export function eventThings(fair: PublicFair, language: SiteLanguage): Thing[] {
  if (fair.starts_on === '') return [];
  const url = wholeAddress(pathsOf(language).fair(fair.slug));
  const { venue, commune, organiser, note, pictures, starts_on, ends_on } = fair;
  const event = thing('Event', {
    '@id': url,
    url,
    name: saidIn(language, fair.name, fair.name_en),
    description: note,
    startDate: starts_on,
    endDate: ends_on,
    eventAttendanceMode: attendance(fair),
    location:
      venue === '' && commune === ''
        ? undefined
        : thing('Place', { name: venue, address: postalAddress('', commune, language) }),
    organizer: organiser === '' ? undefined : thing('Organization', { name: organiser }),
    image: pictures.map(({ path }) => wholeAddress(path)),
  });
  return [event];
}
