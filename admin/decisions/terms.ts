/** Basis and days of the recognitions of a decision: what is proposed, and what the rules have against it, at its field. */
import { type Recognition, recognitions } from '#domain/recognition.ts';
import { isPartialDay } from '#domain/rules/day.ts';
import { basesOn } from '#domain/rules/legalBasis.ts';
import { PROBLEM_FIELDS, PROBLEM_WORDS, recognitionProblems } from '#domain/rules/recognitionProblems.ts';

const FIELDS = ['legal_basis', 'issued_on', 'expires_on'] as const;

/** On what a recognition rests, and from when to when. */
export type Terms = Pick<Recognition, (typeof FIELDS)[number]>;
export type TermErrors = Partial<Record<keyof Terms, string>>;

/** What the decision's day speaks for. */
export function startTerms(decidedOn: string): Terms {
  const day = isPartialDay(decidedOn) ? decidedOn : '';
  return { legal_basis: day === '' ? '' : (basesOn(day)[0] ?? ''), issued_on: day, expires_on: '' };
}

/** What is wrong with basis and days under a decision of that day, in the words of the rules; how many stars is no matter here. */
export function termErrors(terms: Terms, decidedOn: string): TermErrors {
  const errors: TermErrors = {};
  for (const field of FIELDS) {
    const unreadable = recognitions.schema.shape[field].safeParse(terms[field]).error?.issues[0]?.message;
    if (unreadable !== undefined) errors[field] = unreadable;
  }
  const problems = recognitionProblems({
    stars: 3,
    score: 0,
    pendingCentral: false,
    legalBasis: terms.legal_basis,
    issuedOn: terms.issued_on,
    expiresOn: terms.expires_on,
    revokedOn: '',
    revocationGround: '',
    revocation: null,
    superseded: false,
    decision: { decidedOn, authority: '' },
  });
  for (const problem of problems)
    for (const field of FIELDS) if (PROBLEM_FIELDS[problem] === field) errors[field] ??= PROBLEM_WORDS[problem];
  return errors;
}

export const hasErrors = (errors: TermErrors) => Object.keys(errors).length > 0;
