/** The page of open data. Its files are in Vietnamese, whichever page leads to them. */
import { formatDay, formatNumber } from '../format.ts';
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';

export const openData: Words['openData'] = {
  title: 'Open data',
  lead: 'The whole public catalogue as files: to download, check and use again in reports, maps and applications. Names of fields and texts in the files are Vietnamese; the dictionary below explains each.',
  description: (sets, province) =>
    `${sets} open data sets of the OCOP programme in ${province}: CSV, JSON, GeoJSON, iCalendar, with a dictionary of each field.`,
  catalogue: (province) => `OCOP open data of ${province}`,
  catalogueAbout: (province) =>
    `The public catalogue of the One Commune One Product programme (OCOP) in ${province}: products, producers, star recognitions, sales points, fairs.`,
  terms: {
    title: 'Before you use it',
    asOf: 'As of',
    asOfText: (day) =>
      `${formatDay(day, 'en')}; each publishing makes them anew, the addresses of the files do not change`,
    licence: 'Licence',
    licenceName: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    licenceReal: (office) => `chosen by ${office}: free to use again for any purpose, with the source named.`,
    licenceDemonstration:
      'chosen for this demonstration: free to use again for any purpose, with the source named and said to be demonstration data.',
    cite: 'How to cite',
    citation: (office, year, title, day, address, licence) =>
      `${office} (${year}). ${title}, as of ${formatDay(day, 'en')}.${address === '' ? '' : ` ${address}.`} Licence ${licence}.`,
    persons: 'Personal data',
    personsText:
      'None. A producer who is a person stands as “Hộ sản xuất, xã …” (producer household, commune); no file holds a producer’s phone, e-mail, address or representative. What a person has agreed to show is on the producer’s page alone, because a downloaded file cannot be taken back.',
    codes: 'Trace codes',
    codesText: 'In no file: a code is read off the stamp on a product.',
  },
  sets: 'The data sets',
  setsLead:
    'Fields have the same names in every format. An empty cell (null in JSON) means that the source does not say.',
  contents: 'Contents',
  places: (count) => counted(count, 'place'),
  rows: (count) => counted(count, 'row'),
  dictionary: (count) => `${counted(count, 'field')} explained`,
  dictionaryOf: (title) => `Fields of: ${title}`,
  calendar: 'iCalendar',
  bytes: (bytes) =>
    bytes < 1_000_000
      ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)), 'en')} kB`
      : `${formatNumber(Math.round(bytes / 100_000) / 10, 'en')} MB`,
  download: (title, format) => `${title}, ${format}`,
  field: { name: 'Field', meaning: 'Meaning', type: 'Type', unit: 'Unit', example: 'Example' },
  noExample: 'no value yet',
  ofDay: 'on the day tinh_den',
  use: {
    title: 'How to read the files',
    csv: 'CSV',
    csvText:
      'UTF-8 with a byte order mark, columns parted by commas; opens in Excel and LibreOffice as it is. If Excel puts all columns into one: Data → From Text/CSV. A text that begins with = + - @ carries an apostrophe before it, so that no spreadsheet takes it for a formula.',
    json: 'JSON',
    jsonText: 'The rows are in du_lieu, with the same field names as in CSV.',
    geoJson: 'GeoJSON',
    geoJsonText:
      'Only records whose place is known (WGS 84, longitude first). vi_tri_uoc_chung is true where the place is the centre of the commune or ward.',
    calendar: 'iCalendar',
    calendarText: 'Only fairs whose days are known.',
  },
  programs: {
    title: 'For other programs',
    catalogue: 'Catalogue of the data',
    catalogueText: 'in the DCAT vocabulary: every file, field, licence and day.',
    product: 'Each product',
    productText:
      'Add .json to the address of its page: the state of its certificate at publishing and every turn known in advance, recognitions, packs, certificates. For example:',
    producer: 'Each producer',
    producerText:
      'Add .json to the address of its page: products, certificates, growing areas and packing houses; nothing that leads to a person.',
    lot: 'Each lot',
    lotText: 'Who has the code of a stamp can read /t/{code}.json; there is no list of codes.',
    recalls: 'The latest lot recalls',
    recallsText:
      'there before any publishing: compare lo_ma in the file of a lot with recalled (lotsWithdrawn: lots out of circulation) in this file, each time you use it.',
  },
};
