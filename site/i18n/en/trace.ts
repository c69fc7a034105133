/** The trace page and code entry. Verdicts have their own home: #domain/verdictWords.ts. */
import { formatDay } from '../format.ts';
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';

export const trace: Words['trace'] = {
  call: (phone) => `Call ${phone}`,
  missing: 'Not stated',
  verdict: { label: 'State' },
  title: (product, lot, code) => `${product} – lot ${lot} – ${code}`,
  packTitle: (product, gtin) => `${product} – barcode ${gtin}`,
  product: {
    producer: 'Producer',
    withdrawn: 'This product was withdrawn from the catalogue.',
    noPicture: 'A print in place of a picture',
    more: 'See the product’s page',
  },
  lot: {
    title: 'This lot',
    number: 'Lot number',
    code: 'Trace code',
    produced: 'Produced on',
    packed: 'Packed on',
    useBy: 'Use by',
    net: 'Net contents',
    quantity: 'Quantity of the lot',
    area: 'Growing area',
    packingHouse: 'Packing house',
    barcode: 'Barcode (GTIN)',
  },
  journey: {
    title: 'Journey',
    empty: 'No step has been stated.',
    used: 'Used',
    waiting: (days) => `pre-harvest interval ${counted(days, 'day')}`,
    harvestedAfter: (days) => `harvested after ${counted(days, 'day')}`,
    harvestedTooSoon: (days) => `harvested after only ${counted(days, 'day')}`,
    place: 'Location code',
  },
  buy: {
    title: 'Where to buy',
    more: (count) => `See ${counted(count, 'more sales point')}`,
    online: 'Buy online',
    on: 'On ',
    leaves: 'opens another site',
  },
  about: {
    story: 'Product story',
    ingredients: 'Ingredients',
    storage: 'Storage',
    usage: 'How to use',
    warnings: 'Warnings',
    title: 'About the product',
  },
  papers: {
    certificates: 'Certificates',
    number: (number) => `No. ${number}`,
    issued: (day) => `issued ${formatDay(day, 'en')}`,
    until: (day) => `valid to the end of ${formatDay(day, 'en')}`,
    ended: 'has ended',
  },
  history: {
    title: 'OCOP recognition',
    empty: 'No recognition decision.',
    stars: (stars) => `Recognised with ${stars} stars`,
    pending: 'Five stars proposed',
    decision: (number, day) =>
      ['Decision', number, day === '' ? '' : `of ${formatDay(day, 'en')}`].filter((part) => part !== '').join(' '),
    by: ' by ',
    noDecision: 'The source names no decision',
    until: (day) => `Certificate valid to the end of ${formatDay(day, 'en')}`,
    noEnd: 'The source does not give the exact last day',
    superseded: 'Replaced by a later recognition',
    revoked: (day) => `Certificate withdrawn ${formatDay(day, 'en')}`,
  },
  legal: {
    title: 'The ten required items',
    lead: (given) => `${given} of 10 items stated, after Circular 02/2024/TT-BKHCN.`,
    notApplicable: 'Not applicable',
  },
  proves: 'What does this page prove?',
  report: {
    title: 'Report this stamp',
    lead: 'Is the stamp torn off or copied, or does something here not match the product? Please tell us',
    withCode: ', with the code',
    call: 'Call',
    mail: 'Write',
    subject: (code) => (code === '' ? 'About a stamp' : `About stamp ${code}`),
    receiver: 'Your report goes to: ',
  },
  pack: {
    title: 'Pack',
    anyLot:
      'The barcode is the same on every product of this kind, so this page says nothing of single lots. Lot number and use-by date are printed on the pack.',
    withStamp: 'Is there a trace stamp? Type the code on the stamp',
    price: 'Reference price',
  },
  footer: {
    catalogue: (province) => `OCOP catalogue of ${province}`,
    lookUp: 'Look up another code',
    declared: 'Stated by the producer; managed by ',
    declaredEnd: '.',
  },
  lookUp: {
    title: 'Look up the code on a stamp',
    lead: 'Type the code beside the QR square on the stamp, or the digits under a barcode.',
    label: 'Trace code or barcode',
    hint: 'A trace code has 10 letters and digits, never 0, 1, I, L, O. Capital or small letters, with or without spaces.',
    button: 'Look up',
    withoutScript:
      'This browser runs no JavaScript. Type it into the address bar: the name of this site, then /en/t/ and the code on the stamp, in capitals, without spaces.',
    scanned:
      'If you scanned a stamp and came here: its code is not in this system. Another system may have issued the stamp.',
  },
};
