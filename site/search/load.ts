/** Fetches the rows once; nothing of them is needed before somebody types. */
import { type Day, hanoiDay } from '#domain/rules/day.ts';
import type { SynonymTable } from './engine/concepts.ts';
import { type SearchRow, type ShippedRows, type SubjectNames, unpackRows } from './rows.ts';

export interface LoadedRows {
  rows: readonly SearchRow[];
  synonyms: SynonymTable;
  /** Where the file is not in the language of the program. */
  subjects: SubjectNames | undefined;
  /**
   * The day in Hanoi by the server's clock when the rows came; empty where no server told it, and then nothing is turned: a phone's
   * clock may run ahead.
   */
  today: Day | '';
}

async function fetchRows(address: string): Promise<LoadedRows> {
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const serverMs = Date.parse(answer.headers.get('date') ?? '');
  const shipped = (await answer.json()) as ShippedRows;
  const { synonyms, subjects } = shipped;
  return { rows: unpackRows(shipped), synonyms, subjects, today: serverMs > 0 ? hanoiDay(serverMs) : '' };
}

/** Keeps what was begun for an address; a failed try is forgotten, so that the next one may succeed. */
export function once<Value>(begin: (address: string) => Promise<Value>): (address: string) => Promise<Value> {
  const begun = new Map<string, Promise<Value>>();
  return (address) => {
    const known = begun.get(address);
    if (known !== undefined) return known;
    const started = begin(address);
    begun.set(address, started);
    started.catch(() => begun.delete(address));
    return started;
  };
}

/** The rows at an address. */
export const loadRows = once(fetchRows);
