/**
 * Says of places with known hours whether they are open, by Hanoi time; and of fairs whether they are on. Pages hold hours and days only:
 * what they mean now is for the moment in which somebody looks.
 */
import { hanoiDay } from '#domain/rules/day.ts';
import { type OpeningState, openingState } from '#domain/rules/openingHours.ts';
import type { Words } from '#site/i18n/words.ts';
import { unpackHours } from './packedHours.ts';

type OpenWords = Words['places']['open'];
type HappeningWords = Words['places']['happening'];

const EACH_MS = 30_000;

function wordsNear<T>(element: Element, name: string): T {
  return JSON.parse(element.closest(`[${name}]`)?.getAttribute(name) ?? '{}') as T;
}

function dayWord({ until }: OpeningState, words: OpenWords): string {
  if (until === null || until.daysAhead === 0) return words.today;
  return until.daysAhead === 1 ? words.tomorrow : (words.weekdays[until.weekday] ?? '');
}

function sayOpen(state: OpeningState, words: OpenWords): string {
  const { isOpen, until } = state;
  if (until === null) return isOpen ? words.open : words.closed;
  // What is open to the end of the day closes at 24:00, not at 00:00.
  if (isOpen) return words.openUntil.replace('{time}', until.time === '00:00' ? '24:00' : until.time);
  return words.closedUntil.replace('{time}', until.time).replace('{day}', dayWord(state, words));
}

function tellOpen(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-hours]')) {
    const state = openingState(unpackHours(line.dataset['hours'] ?? ''), Date.now());
    const said = sayOpen(state, wordsNear<OpenWords>(line, 'data-open-words'));
    line.dataset['state'] = state.isOpen ? 'open' : 'closed';
    line.hidden = false;
    if (line.textContent !== said) line.textContent = said;
  }
}

function tellHappening(): void {
  const today = hanoiDay(Date.now());
  for (const line of document.querySelectorAll<HTMLElement>('[data-first]')) {
    const { first = '', last = '' } = line.dataset;
    const words = wordsNear<HappeningWords>(line, 'data-happening-words');
    line.hidden = today < first;
    line.dataset['state'] = today > last ? 'over' : 'now';
    line.textContent = today > last ? words.over : words.now;
  }
}

function tell(): void {
  tellOpen();
  tellHappening();
}

tell();
setInterval(tell, EACH_MS);
