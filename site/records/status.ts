/**
 * Where a product stands, small enough to ship with every row: the state now and each later turn for the worse that can already be
 * known, so that a list is right on the day it is opened. Written as `valid.4.2024|2027-12-11:expired..2024`.
 */
import type { Day } from '#domain/rules/day.ts';
import { type RecognitionFacts, VERDICT_STATES, type VerdictFrom } from '#domain/rules/verdict.ts';

/** The states of a product, in the order in which lists show them. "Expires soon" is in force. */
export const PRODUCT_STATES = [
  'valid',
  'pendingCentral',
  'termUnknown',
  'inGrace',
  'notRecognised',
  'expired',
  'revoked',
] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

export interface Status {
  state: ProductState;
  /** Null where no star may be named. */
  stars: number | null;
  /** Year of the recognition that decides, empty where the source has none. */
  year: string;
}

function toProductState(state: string): ProductState {
  if (state === 'expiresSoon') return 'valid';
  const known = PRODUCT_STATES.find((each) => each === state);
  if (known === undefined) throw new Error(`a product cannot be "${state}"`);
  return known;
}

function encodeOne({ verdict }: VerdictFrom, recognitions: readonly RecognitionFacts[]): string {
  const decisive = verdict.recognition === null ? undefined : recognitions[verdict.recognition];
  const year = (decisive?.issuedOn ?? '').slice(0, 4);
  return `${toProductState(verdict.state)}.${verdict.stars ?? ''}${year === '' ? '' : `.${year}`}`;
}

/** The text form of a timeline. Left out: turns that change nothing on a card, and better news, which waits for the next publishing. */
export function encodeStatus(timeline: readonly VerdictFrom[], recognitions: readonly RecognitionFacts[]): string {
  const parts: string[] = [];
  let last = '';
  let worst: number = VERDICT_STATES.length;
  for (const each of timeline) {
    const next = encodeOne(each, recognitions);
    const rank = VERDICT_STATES.indexOf(each.verdict.state);
    if (next === last || rank > worst) continue;
    parts.push(parts.length === 0 ? next : `${each.from}:${next}`);
    last = next;
    worst = Math.min(worst, rank);
  }
  return parts.join('|');
}

function decodeOne(text: string): Status {
  const [state = '', stars = '', year = ''] = text.split('.');
  return { state: toProductState(state), stars: stars === '' ? null : Number(stars), year };
}

/** The status at publishing. */
export function statusNow(text: string): Status {
  return decodeOne(text.split('|')[0] ?? '');
}

/** The later turns, in the order of their days. */
export function laterStatuses(text: string): { from: Day; status: Status }[] {
  const later = text.split('|').slice(1);
  return later.map((part) => ({ from: part.slice(0, 10), status: decodeOne(part.slice(11)) }));
}

/** The status that holds on a day. The first holds on every day before the first turn: a slow clock takes nothing back. */
export function statusOn(text: string, today: Day): Status {
  // Browsers ask as well, and `findLast` is younger than some phones.
  const begun = laterStatuses(text).filter(({ from }) => from <= today);
  return begun[begun.length - 1]?.status ?? statusNow(text);
}

/** Whether stars may be drawn: a certificate in force stands behind them. */
export function hasStarsInForce(status: Status): boolean {
  return status.stars !== null && (status.state === 'valid' || status.state === 'pendingCentral');
}
