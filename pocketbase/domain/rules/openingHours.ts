/** Whether a place is open at an instant, Hanoi time, by the hours that were written down for it. */

/** `HH:mm`; a span that closes no later than it opens runs past midnight. */
export interface OpeningSpan {
  opens: string;
  closes: string;
}

/** Seven days from Monday, each with its spans; a day without spans is closed. */
export type OpeningWeek = readonly (readonly OpeningSpan[])[];

/** When the state next changes: minutes of the day, and how many days ahead. */
export interface OpeningChange {
  daysAhead: number;
  /** 0 is Monday. */
  weekday: number;
  time: string;
}

export interface OpeningState {
  isOpen: boolean;
  /** Null for a place that never closes, or never opens. */
  until: OpeningChange | null;
}

const HANOI_OFFSET_MINUTES = 7 * 60;
const DAY_MINUTES = 1440;
const WEEK_DAYS = 7;
const WEEK_MINUTES = WEEK_DAYS * DAY_MINUTES;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

function minutesOf(time: string): number | null {
  const match = /^([0-9]{1,2}):([0-9]{2})$/.exec(time);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= DAY_MINUTES && Number(match[2]) < 60 ? minutes : null;
}

type Span = [from: number, to: number];

/** Spans as minutes of the week, in order. What cannot be read is left out. */
function spansOfWeek(week: OpeningWeek): Span[] {
  const spans: Span[] = [];
  for (const [weekday, day] of week.entries()) {
    for (const { opens, closes } of day) {
      const [from, to] = [minutesOf(opens), minutesOf(closes)];
      if (from === null || to === null) continue;
      const midnight = weekday * DAY_MINUTES;
      spans.push([midnight + from, midnight + (to > from ? to : to + DAY_MINUTES)]);
    }
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

/** Spans that touch are one: open until the later end. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const [from, to] of spans) {
    const last = whole[whole.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

function changeAt(minute: number, now: number): OpeningChange {
  const ofWeek = minute % WEEK_MINUTES;
  const pad = (value: number) => (value < 10 ? `0${value}` : String(value));
  return {
    daysAhead: Math.floor(minute / DAY_MINUTES) - Math.floor(now / DAY_MINUTES),
    weekday: Math.floor(ofWeek / DAY_MINUTES),
    time: `${pad(Math.floor((ofWeek % DAY_MINUTES) / 60))}:${pad(ofWeek % 60)}`,
  };
}

/** Minute of the week in Hanoi, Monday 00:00 first. */
function hanoiMinuteOfWeek(instantMs: number): number {
  const minutes = Math.floor(instantMs / 60_000) + HANOI_OFFSET_MINUTES + FIRST_WEEKDAY * DAY_MINUTES;
  return ((minutes % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
}

/** The state at an instant, in milliseconds since 1970. */
export function openingState(week: OpeningWeek, instantMs: number): OpeningState {
  const now = hanoiMinuteOfWeek(instantMs);
  const spansNow = spansOfWeek(week);
  const shifted = (by: number) => spansNow.map(([from, to]): Span => [from + by, to + by]);
  // The week before may run into this one; the week after tells when it opens next.
  const spans = joined([...shifted(-WEEK_MINUTES), ...spansNow, ...shifted(WEEK_MINUTES)]);
  const current = spans.find(([from, to]) => from <= now && now < to);
  if (current === undefined) {
    const next = spans.find(([from]) => from > now);
    return { isOpen: false, until: next === undefined ? null : changeAt(next[0], now) };
  }
  const isForEver = current[1] - now >= WEEK_MINUTES;
  return { isOpen: true, until: isForEver ? null : changeAt(current[1], now) };
}
