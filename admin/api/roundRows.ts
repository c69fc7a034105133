/** The results of a round as recognitions of a decision, in one step: all of them or none. */
import type { Recognition } from '#domain/recognition.ts';
import { pocketbase } from './client.ts';
import { refusedRows } from './decisionRows.ts';
import { failureOf } from './messages.ts';

/** A decision that is there, or one to be made. */
export type DecisionChoice =
  | { decision: string }
  | { new_decision: { number: string; decided_on: string; authority: string; authority_name: string } };

interface MadeRow {
  evaluation: string;
  /** Put forward to the ministry, not recognised yet. */
  pending: boolean;
}

/** Either what was made, or what is wrong with some, by their place. */
export type StepAnswer =
  | { decision: string; made: MadeRow[]; asked: number }
  | { refused: Readonly<Record<number, string>>; message: string };

type Terms = Pick<Recognition, 'legal_basis' | 'issued_on' | 'expires_on'>;

/** What the recognitions rest on and how long they hold: all of them, and by result what single ones have of their own. */
export interface StepTerms {
  common: Terms;
  own: Readonly<Record<string, Partial<Terms>>>;
}

/** Takes the step; throws a `Failure` where the whole was refused. */
export async function takeStep(
  round: string,
  choice: DecisionChoice & StepTerms,
  evaluations: readonly string[],
): Promise<StepAnswer> {
  const path = `/api/ocop/rounds/${encodeURIComponent(round)}/recognitions`;
  try {
    const answer = await pocketbase.send(path, { method: 'POST', body: { ...choice, evaluations } });
    return { decision: String(answer.decision), made: answer.rows as MadeRow[], asked: Number(answer.asked) };
  } catch (error) {
    const refused = refusedRows(error);
    const failure = failureOf(error);
    if (refused === null) throw failure;
    return { refused, message: failure.message };
  }
}
