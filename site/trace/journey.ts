/** The production diary as a shopper reads it. */
import { daysBetween, dayToVietnamese, isWholeDay } from '#domain/rules/day.ts';
import { fold } from '#domain/rules/fold.ts';
import type { PublicTraceEvent } from '#domain/snapshot.ts';
import { TRACE_STEPS, type TraceInput } from '#domain/traceEvent.ts';
import { formatNumber } from '#site/i18n/format.ts';
import { communeInSentence } from './place.ts';
import { TRACE_TEXT } from './traceText.ts';

export interface JourneyStep {
  name: string;
  /** As shown; empty where nobody told it. */
  when: string;
  /** For machines; empty where the text is no whole day. */
  day: string;
  place: string;
  locationCode: string;
  /** By whom and how much. */
  what: string;
  inputs: string[];
  note: string;
}

const dayOf = (event: PublicTraceEvent) => event.happened_at.slice(0, 10);

function whenOf(event: PublicTraceEvent): string {
  const time = event.happened_at.slice(11);
  const day = dayToVietnamese(dayOf(event));
  return time === '' ? day : `${time} ${day}`;
}

/** `1.200 gói`; empty where the number was not stated. */
export function quantityOf(record: { quantity: number; quantity_unit: string }): string {
  return record.quantity > 0 ? `${formatNumber(record.quantity, 'vi')} ${record.quantity_unit}`.trim() : '';
}

/** Days from a step to the first harvest after it; null where either is not known to the day. */
function daysToHarvest(event: PublicTraceEvent, events: readonly PublicTraceEvent[]): number | null {
  const harvest = events.find((each) => each.step === 'harvest' && dayOf(each) >= dayOf(event));
  if (harvest === undefined || !isWholeDay(dayOf(event)) || !isWholeDay(dayOf(harvest))) return null;
  return daysBetween(dayOf(event), dayOf(harvest));
}

/** The pre-harvest interval of a product, and beside it how long was really waited. */
function waitingOf(input: TraceInput, waited: number | null): string {
  if (input.waitingDays === 0) return '';
  const { waiting, harvestedAfter, harvestedTooSoon } = TRACE_TEXT.journey;
  if (waited === null) return ` – ${waiting(input.waitingDays)}`;
  const told = waited >= input.waitingDays ? harvestedAfter(waited) : harvestedTooSoon(waited);
  return ` – ${waiting(input.waitingDays)}, ${told}`;
}

function placeOf(event: PublicTraceEvent): string {
  const commune = communeInSentence(event.commune);
  // Who keeps the diary often names the commune in the place too.
  const isNamed = fold(event.place).includes(fold(commune));
  const place = [event.place, isNamed ? '' : commune].filter((part) => part !== '').join(', ');
  return place.slice(0, 1).toUpperCase() + place.slice(1);
}

/** The steps of a lot in their order. */
export function journeyOf(events: readonly PublicTraceEvent[]): JourneyStep[] {
  return events.map((event) => {
    const waited = daysToHarvest(event, events);
    const inputs = (event.inputs ?? []).map((input) => {
      const amount = input.quantity > 0 ? ` ${formatNumber(input.quantity, 'vi')} ${input.unit}`.trimEnd() : '';
      return `${input.name}${amount}${waitingOf(input, waited)}`;
    });
    return {
      name: TRACE_STEPS[event.step],
      when: whenOf(event),
      day: isWholeDay(dayOf(event)) ? event.happened_at.replace(' ', 'T') : '',
      place: placeOf(event),
      locationCode: event.location_code,
      what: [event.actor_role, quantityOf(event)].filter((part) => part !== '').join(' · '),
      inputs,
      note: event.note,
    };
  });
}
