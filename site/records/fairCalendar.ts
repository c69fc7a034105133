/** The fairs as iCalendar (RFC 5545). Only whole days are told: a month is no day. The same fairs always give the same file. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, hanoiMidnight, isWholeDay } from '#domain/rules/day.ts';
import type { PublicFair } from '#domain/snapshot.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { paths } from '#site/paths.ts';
import { byId, settings } from '#site/snapshot.ts';
import { listed } from './visible.ts';

function hasWholeDays(fair: PublicFair): boolean {
  return isWholeDay(fair.starts_on) && (fair.ends_on === '' || isWholeDay(fair.ends_on));
}

/** All-day events are dates; the library reads them in UTC. */
function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The calendar's text. The end of an all-day event is the day after its last. */
export function fairCalendar(language: SiteLanguage): string {
  const { province, public_address, office } = settings();
  const words = wordsOf(language);
  const calendar = ical({
    name: words.fairs.calendarName(province),
    prodId: { company: 'ocop-catalogue', product: 'fairs', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: 'UTC',
  });
  for (const fair of listed('fairs').filter(hasWholeDays)) {
    const event = calendar.createEvent({
      id: `${fair.id}@ocop-${settings().province_code}`,
      start: toDate(fair.starts_on),
      end: toDate(addDays(fair.ends_on || fair.starts_on, 1)),
      allDay: true,
      // The stamp may not be the time of publishing, else the file would change every day.
      stamp: new Date(hanoiMidnight(fair.starts_on)),
      summary: fair.demonstration ? `${words.demonstration.chip}: ${fair.name}` : fair.name,
      description: fair.note || fair.organiser || office,
    });
    const place = [fair.venue, byId('communes', fair.commune)?.name ?? ''].filter((part) => part !== '').join(', ');
    if (place !== '') event.location(place);
    if (public_address !== '') event.url(`${public_address}${paths.fair(fair.slug)}`);
  }
  return calendar.toString();
}
