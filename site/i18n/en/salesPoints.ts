/** Sales points: the list and one of them. */
import { formatDay } from '../format.ts';
import type { Words } from '../vi.ts';
import { counted } from './counted.ts';

export const salesPoints: Words['salesPoints'] = {
  title: 'Sales points',
  lead: 'Places that show and sell OCOP products.',
  description: (count, province) =>
    `${counted(count, 'place')} in ${province} that show and sell OCOP products: address, opening hours, goods.`,
  closed: 'Closed down',
  closedHeading: 'Closed down',
  count: 'Sales points: {n}',
  noneMatch: 'No sales point matches. Drop one of the filters.',
  sells: 'Sells: {goods}',
  none: 'No sales point in the catalogue yet.',
  goods: (count) => `${counted(count, 'product')} on record`,
  noGoods: 'goods not stated',
};

export const salesPoint: Words['salesPoint'] = {
  address: 'Address',
  phone: 'Phone',
  operator: 'Run by',
  kind: 'Kind of place',
  website: 'Website',
  opened: 'Open since',
  closed: (day) => `Closed down since ${formatDay(day, 'en')}`,
  closing: (day) => `Closes down from ${formatDay(day, 'en')}`,
  decision: 'Decision recognising the sales point',
  hours: 'Opening hours',
  weekdays: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
  closedDay: 'closed',
  facts: 'At the sales point',
  sign: 'Sign',
  shelves: 'Shelves',
  prices: 'Posted prices',
  cashless: 'Non-cash payment',
  otherProvinces: 'Goods of other provinces',
  yes: 'yes',
  no: 'no',
  unknown: 'not stated',
  goods: 'Goods on sale',
  noGoods: 'Goods on sale are not stated.',
  product: 'Product',
  price: 'Posted price',
  priceOn: (day) => `noted ${formatDay(day, 'en')}`,
  note: 'Note',
  description: (name, place) =>
    `${name}${place === '' ? '' : `, ${place}`}: opening hours, goods on sale, posted prices.`,
};
