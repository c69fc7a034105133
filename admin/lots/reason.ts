import { reasonProblem } from '#domain/rules/lotLife.ts';
import type { Failure } from '../api/messages.ts';

/** What is said at a reason's field: the server's words, else, once it was asked for, the rule's. */
export function reasonError(reason: string, isChecked: boolean, failure: Failure | null, field: string) {
  return failure?.fields[field] ?? (isChecked ? (reasonProblem(reason.trim()) ?? undefined) : undefined);
}
