/** Saves the rows of a decision one by one: each tells its own outcome, and a refused one keeps no other from being saved. */
import type { Decision } from '#domain/decision.ts';
import type { Recognition } from '#domain/recognition.ts';
import { dayToVietnamese } from '#domain/rules/day.ts';
import { failureOf } from '../api/messages.ts';
import { type AnyRecord, allRecords, createRecord, updateRecord, where } from '../api/records.ts';
import type { Option } from '../ui/LookupField.tsx';
import { type KnownRecognition, supersession } from './supersession.ts';

/** One product of a decision, as it is typed. */
export interface Row {
  product: Option;
  stars: number;
  score: number;
  case: string;
}

/** What holds for all rows. */
export type Common = Pick<Recognition, 'legal_basis' | 'issued_on' | 'expires_on' | 'pending_central'>;

export interface Outcome {
  isSaved: boolean;
  words: string;
}

type Kept = KnownRecognition & AnyRecord;

async function endEarlier(known: readonly Kept[], ended: readonly string[], by: string): Promise<string> {
  const words: string[] = [];
  for (const each of known.filter(({ id }) => ended.includes(id))) {
    await updateRecord('recognitions', each.id, each['version'], { superseded_by: by });
    words.push(each.issued_on === '' ? 'lần trước' : `lần ${dayToVietnamese(each.issued_on)}`);
  }
  return words.length === 0 ? 'Đã lưu' : `Đã lưu, thay ${words.join(', ')}`;
}

async function saveRow(decision: Decision, row: Row, common: Common): Promise<Outcome> {
  const product = row.product.id;
  const known = (await allRecords('recognitions', {
    filter: where('product={:product}', { product }),
  })) as unknown as Kept[];
  const { ended, endedBy } = supersession(known, common);
  const { stars, score } = row;
  const values = { ...common, product, decision: decision.id, stars, score, case: row.case, superseded_by: endedBy };
  const fresh = await createRecord('recognitions', { ...values, source_url: decision.source_url });
  try {
    return { isSaved: true, words: await endEarlier(known, ended, fresh.id) };
  } catch (error) {
    return { isSaved: true, words: `Đã lưu, nhưng chưa ghi được lần trước đã hết: ${failureOf(error).message}` };
  }
}

/** Saves all rows in order; `tell` hears each outcome as it comes. */
export async function saveRows(
  decision: Decision,
  rows: readonly Row[],
  common: Common,
  tell: (product: string, outcome: Outcome) => void,
): Promise<void> {
  for (const row of rows) {
    try {
      tell(row.product.id, await saveRow(decision, row, common));
    } catch (error) {
      const failure = failureOf(error);
      tell(row.product.id, { isSaved: false, words: Object.values(failure.fields)[0] ?? failure.message });
    }
  }
}
