/** The products of a decision, as they are typed. */
import type { Recognition } from '#domain/recognition.ts';
import { caseFromHistory, type EarlierRecognition } from '#domain/rules/recognitionCase.ts';
import type { Option } from '../ui/LookupField.tsx';
import type { Terms } from './terms.ts';

/** One product of a decision. */
export interface Row {
  product: Option;
  stars: number;
  score: number;
  /** Null while nobody chose one: the proposal counts. */
  case: string | null;
  /** The case that the product's history speaks for. */
  proposed?: string;
}

/** What holds for all rows. */
export type Common = Terms & Pick<Recognition, 'pending_central'>;

/** What products were recognised for before, by product. */
export type Histories = ReadonlyMap<string, readonly EarlierRecognition[]>;

/** The case that stands in the row. */
export const caseOf = (row: Row): string => row.case ?? row.proposed ?? '';

/** The rows with the case that each product's history speaks for, where nobody chose one. */
export function withCases(rows: readonly Row[], { issued_on }: Common, histories: Histories): Row[] {
  return rows.map((row) => {
    const history = histories.get(row.product.id);
    if (row.case !== null || history === undefined || row.stars === 0) return row;
    return { ...row, proposed: caseFromHistory({ stars: row.stars, issuedOn: issued_on }, history) };
  });
}
