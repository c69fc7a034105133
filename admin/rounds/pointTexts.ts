/** Points as they are typed: a comma or a dot before the decimals, empty where nobody scored yet. */
import { numberWords } from '#domain/rules/evaluationProblems.ts';

/** Code → what stands in its field. */
export type PointTexts = Readonly<Record<string, string>>;

const POINTS = /^\d{1,3}(?:[.,]\d{1,2})?$/;

/** What stands in the fields for points that are kept. */
export function pointsToTexts(points: Readonly<Record<string, number>> | null): PointTexts {
  return Object.fromEntries(Object.entries(points ?? {}).map(([code, value]) => [code, numberWords(value)]));
}

/** The points that are typed so far, and the codes at which something else stands. */
export function textsToPoints(texts: PointTexts): { points: Record<string, number>; unreadable: string[] } {
  const points: Record<string, number> = {};
  const unreadable: string[] = [];
  for (const [code, text] of Object.entries(texts)) {
    const typed = text.trim();
    if (typed === '') continue;
    if (POINTS.test(typed)) points[code] = Number(typed.replace(',', '.'));
    else unreadable.push(code);
  }
  return { points, unreadable };
}
