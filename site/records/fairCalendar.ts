/** Fairs as iCalendar (RFC 5545). Only whole days are told: a month is no day. The same fairs always give the same file. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, hanoiMidnight } from '#domain/rules/day.ts';
import type { PublicFair } from '#domain/snapshot.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { pathsOf } from '#site/paths.ts';
import { settingsIn } from '#site/records/settingsIn.ts';
import { all, byId, byKey } from '#site/snapshot.ts';
import { wholeDays } from './fairDays.ts';
import { saidIn } from './told.ts';
import { isListed, listed } from './visible.ts';

/** How often a subscribed calendar asks again: fairs are announced weeks ahead. */
const DAILY_SECONDS = 86_400;

/** All-day events are dates; the library reads them in UTC. */
function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Whether a calendar can hold a fair. */
export function isDated(fair: PublicFair): boolean {
  return wholeDays(fair) !== null && isListed(fair);
}

/** What a record says stands in English where it has its twin; the rest is told in its own words. */
function eventOf(fair: PublicFair, language: SiteLanguage) {
  const { office, public_address, province_code } = settingsIn(language);
  const days = wholeDays(fair);
  if (days === null) throw new Error(`fair ${fair.slug} has no whole days`);
  const name = saidIn(language, fair.name, fair.name_en);
  const commune = byId('communes', fair.commune);
  const place = [fair.venue, saidIn(language, commune?.name ?? '', commune?.name_en)]
    .filter((part) => part !== '')
    .join(', ');
  return {
    id: `${fair.id}@ocop-${province_code}`,
    start: toDate(days.first),
    // The end of an all-day event is the day after its last.
    end: toDate(addDays(days.last, 1)),
    allDay: true,
    // The stamp may not be the time of publishing, else the file would change every day.
    stamp: new Date(hanoiMidnight(days.first)),
    summary: fair.demonstration ? `${wordsOf(language).demonstration.chip}: ${name}` : name,
    description: fair.note || fair.organiser || office,
    ...(place === '' ? {} : { location: place }),
    ...(public_address === '' ? {} : { url: `${public_address}${pathsOf(language).fair(fair.slug)}` }),
  };
}

function calendarOf(fairs: readonly PublicFair[], language: SiteLanguage) {
  const calendar = ical({
    prodId: { company: 'ocop-catalogue', product: 'fairs', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: 'UTC',
  });
  for (const fair of fairs) calendar.createEvent(eventOf(fair, language));
  return calendar;
}

const answer = (calendar: string) =>
  new Response(calendar, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });

/** All fairs with whole days, for subscribing. */
export function fairCalendar(language: SiteLanguage): Response {
  const calendar = calendarOf(listed('fairs').filter(isDated), language);
  calendar.name(wordsOf(language).fairs.calendarName(settingsIn(language).province));
  return answer(calendar.ttl(DAILY_SECONDS).toString());
}

/** The fairs that a file of their own puts into a calendar. */
export function fairEventPaths(): { params: { slug: string } }[] {
  return all('fairs')
    .filter(isDated)
    .map(({ slug }) => ({ params: { slug } }));
}

/** One fair, for putting into a calendar. */
export function fairEvent(slug: string, language: SiteLanguage): Response {
  return answer(calendarOf([byKey('fairs', slug)], language).toString());
}
