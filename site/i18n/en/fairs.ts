/** Fairs: the list and one of them. */
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';

export const fairs: Words['fairs'] = {
  title: 'Fairs',
  lead: 'Fairs, product weeks, trade matching and live selling with OCOP products of the province.',
  description: (count, province) =>
    `${counted(count, 'fair')}, product weeks and sales events with OCOP products of ${province}: when, where, results.`,
  coming: 'Coming',
  none: 'No fair has been announced yet.',
  noneNext: 'Add the calendar to your phone to hear of new fairs.',
  past: 'Past',
  undated: 'Date unknown',
  calendar: 'Add to calendar (.ics)',
  calendarName: (province) => `OCOP fairs of ${province}`,
  booths: (count) => counted(count, 'booth'),
};

export const fair: Words['fair'] = {
  when: 'When',
  where: 'Where',
  organiser: 'Organiser',
  level: 'Level',
  kind: 'Kind',
  linked: 'Linked provinces',
  zones: 'Zones',
  results: 'Results as reported by the source',
  booths: 'Booths',
  boothsIn: 'Booths of the province',
  boothsOther: 'Booths of other provinces and countries',
  exhibitors: 'Exhibitors',
  visitors: 'Visits',
  revenue: 'Revenue',
  revenueIn: 'Revenue of booths of the province',
  revenueOther: 'Revenue of booths of other provinces',
  differs: (sum) => `Differs from the sum of its parts (${sum}); so the source says.`,
  who: 'Exhibitors',
  products: 'Products shown',
  noProducts: 'No list of products shown yet.',
  note: 'Note',
  unknownWhen: 'date unknown',
  description: (name, when, where) => `${name}${when === '' ? '' : `, ${when}`}${where === '' ? '' : `, ${where}`}.`,
};
