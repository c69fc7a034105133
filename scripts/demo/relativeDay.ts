import { addDays, addMonths, type Day } from '#domain/rules/day.ts';

/**
 * Days of the fictional records are written from the day of loading, so that the demonstration stays alive:
 * `today`, then any number of `+N` or `-N` with `d` (days) or `m` (months), then perhaps `@month` or `@year` for a day known only so far,
 * or a time of day in Hanoi: `today-36m+20d`, `today-12m@year`, `today-1d 16:45`.
 */
const RELATIVE_DAY = /^today((?:[+-]\d+[dm])*)(?:@(month|year))?(?: (\d{2}:\d{2}))?$/;
const PRECISION = { month: 7, year: 4 } as const;

/** Whether the text is meant to be a relative day; a misspelt one still is, so that it cannot pass unnoticed. */
export function isRelativeDay(text: string): boolean {
  return /^today\b/.test(text);
}

/** `today-36m+20d` as a day, as exact as it asks for, or a day and a time. Throws on what does not follow the notation. */
export function relativeDay(text: string, today: Day): string {
  const match = RELATIVE_DAY.exec(text);
  if (match === null) throw new Error(`not a relative day: "${text}"`);
  let day = today;
  for (const [, count = '', unit] of (match[1] ?? '').matchAll(/([+-]\d+)([dm])/g)) {
    day = unit === 'd' ? addDays(day, Number(count)) : addMonths(day, Number(count));
  }
  const precision = match[2] as keyof typeof PRECISION | undefined;
  if (precision !== undefined) return day.slice(0, PRECISION[precision]);
  return match[3] === undefined ? day : `${day} ${match[3]}`;
}

/** A copy of any JSON value in which every relative day is a day. */
export function withDays(value: unknown, today: Day): unknown {
  if (typeof value === 'string') return isRelativeDay(value) ? relativeDay(value, today) : value;
  if (Array.isArray(value)) return value.map((each) => withDays(each, today));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withDays(each, today)]));
}
