/**
 * Where a product stands, small enough to ship with every row: the state now and each later turn that can already be known, so that a
 * list is right on the day it is opened. Written as `valid.4|2027-12-11:expired`.
 */
import type { Day } from '#domain/rules/day.ts';
import type { RecognitionFacts, VerdictFrom } from '#domain/rules/verdict.ts';

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

/** The text form of a timeline; turns that change nothing on a card are left out. */
export function encodeStatus(timeline: readonly VerdictFrom[], recognitions: readonly RecognitionFacts[]): string {
  const parts: string[] = [];
  let last = '';
  for (const each of timeline) {
    const next = encodeOne(each, recognitions);
    if (next === last) continue;
    parts.push(parts.length === 0 ? next : `${each.from}:${next}`);
    last = next;
  }
  return parts.join('|');
}

function decodeOne(text: string): Status {
  const [state = '', stars = '', year = ''] = text.split('.');
  return { state: toProductState(state), stars: stars === '' ? null : Number(stars), year };
}

/** The status that holds on a day. The first one holds on every day before the first turn: a slow clock takes nothing back. */
export function statusOn(text: string, today: Day): Status {
  const parts = text.split('|');
  let holds = parts[0] ?? '';
  for (const part of parts.slice(1)) if (part.slice(0, 10) <= today) holds = part.slice(11);
  return decodeOne(holds);
}

/** Whether stars may be drawn: a certificate in force stands behind them. */
export function hasStarsInForce({ state, stars }: Status): stars is number & Status['stars'] {
  return stars !== null && (state === 'valid' || state === 'pendingCentral');
}
