/** The recognitions of a product and what follows from them, read from the snapshot. */
import { recognitionFacts } from '#domain/recognition.ts';
import type { RecognitionFacts, VerdictFrom, VerdictSettings } from '#domain/rules/verdict.ts';
import { verdictTimeline } from '#domain/rules/verdict.ts';
import type { PublicRecognition } from '#domain/snapshot.ts';
import { related, settings } from '#site/snapshot.ts';
import { encodeStatus } from './status.ts';

export interface ProductStanding {
  recognitions: PublicRecognition[];
  facts: RecognitionFacts[];
  timeline: VerdictFrom[];
}

/** The office's own settings of the rule. */
export function verdictSettings(): VerdictSettings {
  const { grace, expires_soon_days } = settings();
  return { grace, expiresSoonDays: expires_soon_days };
}

/** Verdict on the day of publishing and its later turns. */
export function productStanding(productId: string): ProductStanding {
  const recognitions = related('recognitions', 'product', productId);
  const facts = recognitions.map(recognitionFacts);
  return {
    recognitions,
    facts,
    timeline: verdictTimeline(settings().as_of, { recognitions: facts }, verdictSettings()),
  };
}

/** The status of a product in the form that lists carry. */
export function productStatus(productId: string): string {
  const { timeline, facts } = productStanding(productId);
  return encodeStatus(timeline, facts);
}
