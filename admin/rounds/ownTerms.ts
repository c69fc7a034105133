/** What single recognitions have of their own beside what holds for all of a decision. */
import { type TermErrors, type Terms, termErrors } from '../decisions/terms.ts';

/** Empty is as for all. */
export type OwnTerms = Pick<Terms, 'legal_basis' | 'expires_on'>;

export const NOTHING_OWN: OwnTerms = { legal_basis: '', expires_on: '' };

/** What somebody typed of a recognition itself. */
export function statedOf({ legal_basis, expires_on }: OwnTerms): Partial<OwnTerms> {
  return { ...(legal_basis === '' ? {} : { legal_basis }), ...(expires_on === '' ? {} : { expires_on }) };
}

/** What is wrong with a recognition's own terms, joined to those of all; what is wrong with all is told there. */
export function ownErrors(own: OwnTerms, common: Terms, decidedOn: string): TermErrors {
  const stated = statedOf(own);
  const errors = termErrors({ ...common, ...stated }, decidedOn);
  const fields = Object.keys(stated) as (keyof OwnTerms)[];
  return Object.fromEntries(fields.flatMap((field) => (errors[field] === undefined ? [] : [[field, errors[field]]])));
}
