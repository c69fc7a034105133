/** The production diary as a shopper reads it. */
import { daysBetween, isWholeDay } from '#domain/rules/day.ts';
import { fold } from '#domain/rules/fold.ts';
import type { PublicTraceEvent } from '#domain/snapshot.ts';
import type { TraceInput } from '#domain/traceEvent.ts';
import { formatDate, formatNumber } from '#site/i18n/format.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { ofPage, type Told, told } from '#site/records/told.ts';
import { byId } from '#site/snapshot.ts';
import { communeInSentence } from './place.ts';

export interface JourneyStep {
  name: string;
  /** As shown; empty where nobody told it. */
  when: string;
  /** For machines; empty where the text is no whole day. */
  day: string;
  place: string;
  locationCode: string;
  /** By whom and how much. */
  what: Told[];
  /** What was used, each with its amount and the interval after it. */
  used: Told[];
  note: string;
}

const dayOf = (event: PublicTraceEvent) => event.happened_at.slice(0, 10);

function whenOf(event: PublicTraceEvent, language: SiteLanguage): string {
  const time = event.happened_at.slice(11);
  const day = formatDate(dayOf(event), language);
  return time === '' ? day : language === 'vi' ? `${time} ${day}` : `${time}, ${day}`;
}

/** `1.200 gói`, the unit in the record's words; empty where the number was not stated. */
export function quantityOf(quantity: number, unit: string, language: SiteLanguage): Told {
  return quantity > 0 ? told(language, `${formatNumber(quantity, language)} ${unit}`.trim()) : ofPage('');
}

/** Days from a step to the first harvest after it; null where either is not known to the day. */
function daysToHarvest(event: PublicTraceEvent, events: readonly PublicTraceEvent[]): number | null {
  const harvest = events.find((each) => each.step === 'harvest' && dayOf(each) >= dayOf(event));
  if (harvest === undefined || !isWholeDay(dayOf(event)) || !isWholeDay(dayOf(harvest))) return null;
  return daysBetween(dayOf(event), dayOf(harvest));
}

/** The pre-harvest interval of a product, and beside it how long was really waited. */
function waitingOf(input: TraceInput, waited: number | null, language: SiteLanguage): string {
  if (input.waitingDays === 0) return '';
  const { waiting, harvestedAfter, harvestedTooSoon } = wordsOf(language).trace.journey;
  if (waited === null) return ` – ${waiting(input.waitingDays)}`;
  const told = waited >= input.waitingDays ? harvestedAfter(waited) : harvestedTooSoon(waited);
  return ` – ${waiting(input.waitingDays)}, ${told}`;
}

/** The code and name of the recorded area; empty where it may not be told. */
function areaOf({ area: id }: PublicTraceEvent): string {
  const area = byId('growing_areas', id ?? '');
  return area === undefined ? '' : [area.code, area.name].filter((part) => part !== '').join(' – ');
}

function placeOf(event: PublicTraceEvent): string {
  const commune = communeInSentence(event.commune);
  // Who keeps the diary often names the commune in the place too.
  const isNamed = fold(event.place).includes(fold(commune));
  const place = [event.place, areaOf(event), isNamed ? '' : commune].filter((part) => part !== '').join(', ');
  return place.slice(0, 1).toUpperCase() + place.slice(1);
}

/** The steps of a lot in their order. */
export function journeyOf(events: readonly PublicTraceEvent[], language: SiteLanguage): JourneyStep[] {
  return events.map((event) => {
    const waited = daysToHarvest(event, events);
    const used = (event.inputs ?? []).flatMap((input, index) => {
      const amount = quantityOf(input.quantity, input.unit, language).said;
      const separator = ofPage(index === 0 ? '' : '; ');
      return [
        separator,
        told(language, `${input.name} ${amount}`.trimEnd()),
        ofPage(waitingOf(input, waited, language)),
      ];
    });
    return {
      name: wordsOf(language).names.traceSteps[event.step],
      when: whenOf(event, language),
      day: isWholeDay(dayOf(event)) ? event.happened_at.replace(' ', 'T') : '',
      place: placeOf(event),
      locationCode: event.location_code,
      what: [told(language, event.actor_role), quantityOf(event.quantity, event.quantity_unit, language)].filter(
        ({ said }) => said !== '',
      ),
      used,
      note: event.note,
    };
  });
}
