/** Opening hours as one short text, for an attribute: `07:30-11:30 13:30-20:00|…`, seven days from Monday. */
import type { OpeningSpan } from '#domain/rules/openingHours.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The hours of a record as that text. */
export function packHours(hours: Readonly<Partial<Record<(typeof DAYS)[number], readonly OpeningSpan[]>>>): string {
  return DAYS.map((day) => (hours[day] ?? []).map(({ opens, closes }) => `${opens}-${closes}`).join(' ')).join('|');
}

/** The text as a week. */
export function unpackHours(text: string): OpeningSpan[][] {
  return text.split('|').map((day) =>
    day
      .split(' ')
      .filter((span) => span !== '')
      .map((span) => {
        const [opens = '', closes = ''] = span.split('-');
        return { opens, closes };
      }),
  );
}
