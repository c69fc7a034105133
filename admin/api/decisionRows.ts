/** A decision with its products, saved in one step: all of them or none. */
import { pocketbase } from './client.ts';
import { failureOf } from './messages.ts';

/** What became of one product: the days of issue of those whose place was taken. */
interface SavedRow {
  product: string;
  ended: string[];
}

/** Either all rows, in their order, or what is wrong with some, by their place. */
export type RowsAnswer = { saved: SavedRow[] } | { refused: Readonly<Record<number, string>>; message: string };

/** What is wrong with single rows, by their place; null where the whole was refused. */
export function refusedRows(error: unknown): Readonly<Record<number, string>> | null {
  if (typeof error !== 'object' || error === null || !('response' in error)) return null;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('rows' in response)) return null;
  const { rows } = response;
  return typeof rows === 'object' && rows !== null ? (rows as Record<number, string>) : null;
}

/** Sends the rows; throws a `Failure` where the whole was refused. */
export async function sendRows(
  decision: string,
  what: 'recognitions' | 'withdrawals',
  body: object,
): Promise<RowsAnswer> {
  const path = `/api/ocop/decisions/${encodeURIComponent(decision)}/${what}`;
  try {
    const answer = (await pocketbase.send(path, { method: 'POST', body })) as { rows: SavedRow[] };
    return { saved: answer.rows };
  } catch (error) {
    const refused = refusedRows(error);
    const failure = failureOf(error);
    if (refused === null) throw failure;
    return { refused, message: failure.message };
  }
}
