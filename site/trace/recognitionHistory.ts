/** What authorities have decided about a product, newest first: the evidence behind the verdict. Pending five stars are never told as stars. */
import { recognitionFacts } from '#domain/recognition.ts';
import { termOf } from '#domain/rules/term.ts';
import type { PublicRecognition } from '#domain/snapshot.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { ofPage, type Told, told } from '#site/records/told.ts';
import { byId } from '#site/snapshot.ts';

export interface HistoryEntry {
  title: string;
  /** First time, upgrade, re-evaluation; empty where nobody told it. */
  occasion: string;
  /** Each in parts that follow one another. */
  lines: Told[][];
}

function decisionLine(id: string, language: SiteLanguage): Told[] {
  const text = wordsOf(language).trace.history;
  const decision = byId('decisions', id);
  if (decision === undefined) return [ofPage(text.noDecision)];
  const { number, decided_on, authority_name } = decision;
  const known = ofPage(text.decision(number, decided_on));
  return authority_name === '' ? [known] : [known, ofPage(text.by), told(language, authority_name)];
}

function termLine(recognition: PublicRecognition, language: SiteLanguage): Told[] {
  const text = wordsOf(language).trace.history;
  const { issuedOn, expiresOn } = recognitionFacts(recognition);
  const term = termOf(issuedOn, expiresOn);
  return [ofPage(term?.exact === true ? text.until(term.latestEnd) : text.noEnd)];
}

function revocationLine(recognition: PublicRecognition, language: SiteLanguage): Told[] {
  const { revoked_on, revocation_ground, revocation_decision } = recognition;
  if (revoked_on === '') return [];
  const { names, trace } = wordsOf(language);
  const decision = revocation_decision === '' ? [] : decisionLine(revocation_decision, language);
  return [
    ofPage(trace.history.revoked(revoked_on)),
    ...(decision.length === 0 ? [] : [ofPage(' ('), ...decision, ofPage(')')]),
    ofPage(revocation_ground === '' ? '' : `: ${names.revocationGrounds[revocation_ground]}`),
  ];
}

/** One entry per recognition. */
export function recognitionHistory(recognitions: readonly PublicRecognition[], language: SiteLanguage): HistoryEntry[] {
  const { names, trace } = wordsOf(language);
  const text = trace.history;
  return recognitions.map((recognition) => {
    const pending = recognition.pending_central;
    const lines = [
      decisionLine(recognition.decision, language),
      pending ? [] : termLine(recognition, language),
      recognition.superseded_by === '' ? [] : [ofPage(text.superseded)],
      revocationLine(recognition, language),
    ];
    return {
      title: pending ? text.pending : text.stars(recognition.stars),
      occasion: recognition.case === '' ? '' : names.recognitionCases[recognition.case],
      lines: lines.filter((line) => line.length > 0),
    };
  });
}
