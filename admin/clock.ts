/** The only clock of the admin: what day it is in Hanoi. */
import { type Day, hanoiDay, instantToVietnamese, isWholeDay } from '#domain/rules/day.ts';

/** Today in Hanoi, or the day that the settings give for trying things out. */
export function today(testToday = ''): Day {
  return isWholeDay(testToday) ? testToday : hanoiDay(Date.now());
}

/** PocketBase's way of writing an instant. */
export function nowAsInstant(): string {
  return new Date().toISOString().replace('T', ' ');
}

/** `HH:mm dd/mm/yyyy` in Hanoi of an instant as PocketBase writes it; empty for an empty one. */
export function instantWords(instant: string): string {
  const ms = Date.parse(instant.replace(' ', 'T'));
  return Number.isNaN(ms) ? '' : instantToVietnamese(ms);
}
