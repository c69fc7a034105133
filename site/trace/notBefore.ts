import type { Day } from '#domain/rules/day.ts';
import { settings } from '#site/snapshot.ts';
import type { LotRecords } from './traceRecords.ts';

/**
 * The earliest day on which a page can have been opened: its present verdict had begun and the lot was made and packed. A phone that
 * shows an earlier day is wrong. Not the day of publishing, which would change every page every day.
 */
export function notBefore(records: Pick<LotRecords, 'turns'> & Partial<Pick<LotRecords, 'lot' | 'events'>>): Day {
  const { lot, events = [] } = records;
  const happened = [
    lot?.produced_on ?? '',
    lot?.packed_on ?? '',
    ...events.map((each) => each.happened_at.slice(0, 10)),
  ];
  const days = [
    records.turns[0]?.from ?? '',
    ...happened.filter((day) => day.length === 10 && day <= settings().as_of),
  ];
  return days.sort().at(-1) ?? '';
}
