/** What authorities have decided about a product, newest first: the evidence behind the verdict. Pending five stars are never told as stars. */
import { RECOGNITION_CASES, REVOCATION_GROUNDS, recognitionFacts } from '#domain/recognition.ts';
import { termOf } from '#domain/rules/term.ts';
import type { PublicRecognition } from '#domain/snapshot.ts';
import { byId } from '#site/snapshot.ts';
import { TRACE_TEXT } from './traceText.ts';

export interface HistoryEntry {
  title: string;
  /** First time, upgrade, re-evaluation; empty where nobody told it. */
  occasion: string;
  lines: string[];
}

const TEXT = TRACE_TEXT.history;

function decisionLine(id: string): string {
  const decision = byId('decisions', id);
  if (decision === undefined) return TEXT.noDecision;
  return TEXT.decision(decision.number, decision.decided_on, decision.authority_name);
}

function termLine(recognition: PublicRecognition): string {
  const { issuedOn, expiresOn } = recognitionFacts(recognition);
  const term = termOf(issuedOn, expiresOn);
  return term?.exact === true ? TEXT.until(term.latestEnd) : TEXT.noEnd;
}

function revocationLine(recognition: PublicRecognition): string {
  if (recognition.revoked_on === '') return '';
  const ground = recognition.revocation_ground === '' ? '' : `: ${REVOCATION_GROUNDS[recognition.revocation_ground]}`;
  const decision = recognition.revocation_decision === '' ? '' : ` (${decisionLine(recognition.revocation_decision)})`;
  return `${TEXT.revoked(recognition.revoked_on)}${decision}${ground}`;
}

/** One entry per recognition. */
export function recognitionHistory(recognitions: readonly PublicRecognition[]): HistoryEntry[] {
  return recognitions.map((recognition) => {
    const pending = recognition.pending_central;
    const lines = [
      decisionLine(recognition.decision),
      pending ? '' : termLine(recognition),
      recognition.superseded_by === '' ? '' : TEXT.superseded,
      revocationLine(recognition),
    ];
    return {
      title: pending ? TEXT.pending : TEXT.stars(recognition.stars),
      occasion: recognition.case === '' ? '' : RECOGNITION_CASES[recognition.case],
      lines: lines.filter((line) => line !== ''),
    };
  });
}
