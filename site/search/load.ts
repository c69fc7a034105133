/** Fetches the rows once and makes the search; everything that is not needed before somebody types. */
import { type Day, hanoiDay } from '#domain/rules/day.ts';
import { createSearch, type Search } from './index.ts';
import { type SearchRow, type ShippedRows, unpackRows } from './rows.ts';

export interface Loaded extends Search {
  rows: readonly SearchRow[];
  /**
   * The day in Hanoi by the server's clock when the rows came; empty where no server told it, and then nothing is turned: a phone's
   * clock may run ahead.
   */
  today: Day | '';
}

async function fetchRows(address: string): Promise<Loaded> {
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const serverMs = Date.parse(answer.headers.get('date') ?? '');
  const shipped = (await answer.json()) as ShippedRows;
  const rows = unpackRows(shipped);
  return { rows, today: serverMs > 0 ? hanoiDay(serverMs) : '', ...createSearch(rows, shipped.synonyms) };
}

const loading = new Map<string, Promise<Loaded>>();

/** The search over the rows at an address. A failed try is forgotten, so that the next one may succeed. */
export function loadSearch(address: string): Promise<Loaded> {
  const known = loading.get(address);
  if (known !== undefined) return known;
  const started = fetchRows(address);
  loading.set(address, started);
  started.catch(() => loading.delete(address));
  return started;
}
