/** Where things are sold and shown. */

import { dayToVietnamese } from '#domain/rules/day.ts';
import { LOCATION_KINDS } from '#domain/salesPoint.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';
import { REVIEW_VIEWS, SHOWN } from './shared.ts';

const locations: Readonly<Record<string, string>> = LOCATION_KINDS;

const sales_points: Presentation = {
  path: 'diem-ban',
  icon: 'shop',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) =>
    [locations[textOf(record, 'location_kind')], textOf(expanded(record, 'commune') ?? record, 'name')]
      .filter(Boolean)
      .join(' · '),
  expand: 'commune',
  columns: ['@standing', 'commune', 'location_kind', 'phone', 'updated'],
  search: ['name', 'address', 'commune.name', 'operator'],
  sort: 'name',
  filters: ['commune', 'location_kind'],
  views: REVIEW_VIEWS,
  groups: [
    { title: 'Cơ bản', fields: ['name', 'operator', 'location_kind', 'phone', 'opening_hours'] },
    { title: 'Địa điểm', fields: ['commune', 'address', 'point', 'point_approximate'] },
    {
      title: 'Điều kiện bán hàng',
      fields: ['has_sign', 'has_shelves', 'has_posted_prices', 'takes_cashless', 'sells_other_provinces'],
    },
    { title: 'Sản phẩm và giá', fields: ['products', 'prices'] },
    { title: 'Ảnh và kênh', fields: ['pictures', 'website', 'channels'] },
    { title: 'Công nhận và hoạt động', fields: ['decision', 'opened_on', 'closed_on', 'note'] },
    { title: 'Tiếng Anh', fields: ['name_en'], isFolded: true },
    SHOWN,
  ],
  parts: {
    channels: [
      { name: 'name', label: 'Kênh', kind: 'text' },
      { name: 'url', label: 'Địa chỉ', kind: 'text' },
    ],
    prices: [
      { name: 'product', label: 'Sản phẩm', kind: 'relation', to: 'products' },
      { name: 'price', label: 'Giá (₫)', kind: 'number' },
      { name: 'on', label: 'Ngày niêm yết', kind: 'day' },
    ],
  },
  start: { state: 'draft' },
  publicPath: (record) => `/diem-ban/${textOf(record, 'slug')}`,
};

const fairs: Presentation = {
  path: 'hoi-cho',
  icon: 'fair',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) => dayToVietnamese(textOf(record, 'starts_on')),
  expand: 'commune',
  columns: ['@standing', 'starts_on', 'ends_on', 'kind', 'level'],
  search: ['name', 'venue', 'organiser'],
  sort: '-starts_on',
  filters: ['kind', 'level'],
  views: [
    {
      key: 'sap-toi',
      label: 'Sắp tới',
      filter: (today) => `starts_on>='${today}' || ends_on>='${today}'`,
    },
    ...REVIEW_VIEWS,
  ],
  groups: [
    { title: 'Cơ bản', fields: ['name', 'kind', 'level', 'organiser'] },
    { title: 'Thời gian, địa điểm', fields: ['starts_on', 'ends_on', 'venue', 'commune', 'linked_provinces'] },
    { title: 'Ai tham gia', fields: ['exhibitors', 'products'] },
    {
      title: 'Kết quả như nguồn đã nêu',
      fields: [
        'zones',
        'booths',
        'booths_in_province',
        'booths_other_provinces',
        'exhibitor_count',
        'visitors',
        'revenue',
        'revenue_in_province',
        'revenue_other_provinces',
      ],
    },
    { title: 'Ảnh và ghi chú', fields: ['pictures', 'note'] },
    { title: 'Tiếng Anh', fields: ['name_en'], isFolded: true },
    SHOWN,
  ],
  start: { state: 'draft' },
  publicPath: (record) => `/hoi-cho/${textOf(record, 'slug')}`,
};

const platforms: Presentation = {
  path: 'san',
  icon: 'floor',
  short: 'Sàn điện tử',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  columns: ['@standing', 'website', 'opened_on', 'closed_on'],
  search: ['name', 'website'],
  sort: 'name',
  groups: [{ title: 'Sàn', fields: ['name', 'website', 'opened_on', 'closed_on', 'demonstration'] }],
  related: [{ collection: 'listings', field: 'platform', columns: ['product', 'holder', 'closed_on'] }],
};

const listings: Presentation = {
  path: 'gian-hang',
  icon: 'floor',
  titleSort: 'platform.name',
  title: (record) =>
    [textOf(expanded(record, 'platform') ?? record, 'name'), textOf(expanded(record, 'product') ?? record, 'name')]
      .filter(Boolean)
      .join(' – ') || textOf(record, 'url'),
  detail: (record) => textOf(record, 'url'),
  expand: 'platform,product',
  columns: ['product', 'platform', 'holder', 'closed_on'],
  search: ['product.name', 'platform.name', 'url'],
  sort: '-updated',
  filters: ['platform', 'holder'],
  parent: 'product',
  groups: [
    {
      title: 'Gian hàng trên sàn',
      fields: ['product', 'platform', 'url', 'holder', 'takes_cashless', 'listed_on', 'closed_on', 'demonstration'],
    },
  ],
};

const published_figures: Presentation = {
  path: 'so-lieu',
  icon: 'figure',
  titleSort: 'metric',
  title: (record) => textOf(record, 'metric'),
  detail: (record) => [textOf(record, 'area'), dayToVietnamese(textOf(record, 'as_of'))].filter(Boolean).join(' · '),
  columns: ['@standing', 'value', 'unit', 'as_of', 'area'],
  search: ['metric', 'area', 'source'],
  sort: '-as_of',
  groups: [{ title: 'Số liệu như nguồn đã nêu', fields: ['metric', 'value', 'unit', 'as_of', 'area', 'source'] }],
};

export const market = { sales_points, fairs, platforms, listings, published_figures };
