import { type OpeningHours, WEEKDAYS } from '#domain/salesPoint.ts';

const DAYS: Record<(typeof WEEKDAYS)[number], string> = {
  mon: 'Mo',
  tue: 'Tu',
  wed: 'We',
  thu: 'Th',
  fri: 'Fr',
  sat: 'Sa',
  sun: 'Su',
};

/**
 * Opening hours in the form of OpenStreetMap (https://wiki.openstreetmap.org/wiki/Key:opening_hours), which schema.org takes as well:
 * `Mo-Fr 07:30-11:30,13:30-17:00; Su off`. Empty where nobody stated them.
 */
export function openingHoursToText(hours: OpeningHours | null): string {
  if (hours === null) return '';
  const runs: { first: string; last: string; spans: string }[] = [];
  for (const day of WEEKDAYS) {
    const spans = (hours[day] ?? []).map(({ opens, closes }) => `${opens}-${closes}`).join(',') || 'off';
    const run = runs.at(-1);
    if (run !== undefined && run.spans === spans) run.last = DAYS[day];
    else runs.push({ first: DAYS[day], last: DAYS[day], spans });
  }
  return runs.map(({ first, last, spans }) => `${first === last ? first : `${first}-${last}`} ${spans}`).join('; ');
}
