/** Saves the products of a decision in one step: each tells its outcome, and a wrong one keeps all from being saved. */
import type { Recognition } from '#domain/recognition.ts';
import { sendRows } from '../api/decisionRows.ts';
import { failureOf } from '../api/messages.ts';
import type { Option } from '../ui/LookupField.tsx';
import { type Common, caseOf, type Row } from './rows.ts';
import { type Outcome, resultOf, type SaveResult } from './saveResult.ts';

/** What holds for all products whose certificates are withdrawn. */
export type Withdrawal = Pick<Recognition, 'revoked_on' | 'revocation_ground'>;

async function save(decision: string, what: 'recognitions' | 'withdrawals', body: object, products: readonly string[]) {
  try {
    return resultOf(await sendRows(decision, what, body), products);
  } catch (error) {
    return { isSaved: false, words: failureOf(error).message, outcomes: new Map<string, Outcome>() };
  }
}

/** Recognises all rows by a decision. */
export function saveRows(decision: string, rows: readonly Row[], common: Common): Promise<SaveResult> {
  const products = rows.map(({ product }) => product.id);
  const sent = rows.map((row) => ({
    product: row.product.id,
    stars: row.stars,
    score: row.score,
    case: caseOf(row),
  }));
  return save(decision, 'recognitions', { common, rows: sent }, products);
}

/** Withdraws the running certificates of all products by a decision. */
export function withdrawAll(
  decision: string,
  products: readonly Option[],
  withdrawal: Withdrawal,
): Promise<SaveResult> {
  const ids = products.map(({ id }) => id);
  return save(decision, 'withdrawals', { ...withdrawal, rows: ids.map((product) => ({ product })) }, ids);
}
