/** What Lighthouse says of one page, beside what is asked of it. */
import lighthouse from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

/** One page. Scores 0–100, times in milliseconds. */
export interface Judged {
  path: string;
  scores: Record<Category, number>;
  firstPaint: number;
  largestPaint: number;
  blocked: number;
  shift: number;
  kilobytes: number;
  /** What is short of its bar, in words. */
  short: string[];
}

/** Found by a stamp, not by a search engine; shown without network. */
const IS_UNLISTED = /^(\/en)?\/(t|01|ngoai-tuyen)(\/|$)/;
const IS_TRACE = /^(\/en)?\/(t|01)\//;

function barOf(category: Category, path: string): number {
  if (category === 'performance') return IS_TRACE.test(path) ? 99 : 95;
  return category === 'seo' && IS_UNLISTED.test(path) ? 0 : 100;
}

function shortOf(path: string, scores: Judged['scores'], failing: Record<Category, string[]>): string[] {
  return CATEGORIES.filter((category) => scores[category] < barOf(category, path)).map(
    (category) => `${category} ${scores[category]}: ${failing[category].join(', ')}`,
  );
}

/** On a busy machine the browser's trace is sometimes cut short; then it is asked again. */
const MOST_TRIES = 4;

async function run(address: string, port: number, tries = 1) {
  const onlyCategories = [...CATEGORIES];
  const result = await lighthouse(address, { port, output: 'json', logLevel: 'silent', onlyCategories });
  if (result !== undefined && result.lhr.runtimeError === undefined) return result.lhr;
  if (tries < MOST_TRIES) return run(address, port, tries + 1);
  throw new Error(`${address}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
}

async function judgeOnce(url: string, path: string, port: number): Promise<Judged> {
  const { audits, categories } = await run(url + path, port);
  const byCategory = <T>(value: (category: Category) => T) =>
    Object.fromEntries(CATEGORIES.map((category) => [category, value(category)])) as Record<Category, T>;
  const scores = byCategory((category) => Math.round((categories[category]?.score ?? 0) * 100));
  const failing = byCategory((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
  );
  const number = (id: string) => audits[id]?.numericValue ?? 0;
  return {
    path,
    scores,
    firstPaint: number('first-contentful-paint'),
    largestPaint: number('largest-contentful-paint'),
    blocked: number('total-blocking-time'),
    shift: number('cumulative-layout-shift'),
    kilobytes: number('total-byte-weight') / 1024,
    short: shortOf(path, scores, failing),
  };
}

/**
 * Measures a page as on a phone with slow 4G. Whatever else the machine does counts as the page's work; so a page that is short is
 * measured twice more, and the middle one counts. `port`: of a Chromium that may be driven.
 */
export async function judge(url: string, path: string, port: number): Promise<Judged> {
  const first = await judgeOnce(url, path, port);
  if (first.short.length === 0) return first;
  const all = [first, await judgeOnce(url, path, port), await judgeOnce(url, path, port)];
  return all.sort((a, b) => a.scores.performance - b.scores.performance)[1] ?? first;
}

/** A line of the table. */
export function lineOf({ path, scores, ...times }: Judged): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`.padStart(8);
  const seo = IS_UNLISTED.test(path) ? 'apart' : String(scores.seo);
  return [
    path.padEnd(58).slice(0, 58),
    ...[scores.performance, scores.accessibility, scores['best-practices']].map((score) => String(score).padStart(5)),
    seo.padStart(6),
    seconds(times.firstPaint),
    seconds(times.largestPaint),
    `${Math.round(times.blocked)} ms`.padStart(8),
    times.shift.toFixed(3).padStart(7),
    `${times.kilobytes.toFixed(0)} KB`.padStart(8),
  ].join('');
}
