/** Products, their packs, producers, their contacts, and places. */
import { CRITERIA_SETS } from '#domain/criteriaSets.ts';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import { PRODUCER_FACTS } from '#domain/programme/records.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';
import { REVIEW_VIEWS, SHOWN } from './shared.ts';

const criteriaSets = Object.fromEntries(
  Object.entries(CRITERIA_SETS).map(([number, set]) => [number, `${number}. ${set.name}`]),
);

const kinds: Readonly<Record<string, string>> = PRODUCER_KINDS;

const producers: Presentation = {
  path: 'chu-the',
  icon: 'producer',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) =>
    [kinds[textOf(record, 'kind')], textOf(expanded(record, 'commune') ?? record, 'name')].filter(Boolean).join(' · '),
  expand: 'commune',
  columns: ['@standing', 'kind', 'commune', 'updated'],
  search: ['name', 'commune.name'],
  sort: 'name',
  filters: ['kind', 'commune', ...PRODUCER_FACTS],
  bulk: PRODUCER_FACTS,
  views: REVIEW_VIEWS,
  groups: [
    { title: 'Cơ bản', fields: ['name', 'kind', 'report_bucket', 'natural_person', 'tax_code', 'gln'] },
    { title: 'Địa bàn', fields: ['commune', 'point', 'point_approximate'] },
    { title: 'Giới thiệu', fields: ['pictures', 'story', 'website', 'channels'] },
    {
      title: 'Tình hình của chủ thể',
      fields: PRODUCER_FACTS,
    },
    { title: 'Tiếng Anh', fields: ['name_en', 'story_en'], isFolded: true },
    SHOWN,
  ],
  parts: {
    channels: [
      { name: 'name', label: 'Kênh', kind: 'text' },
      { name: 'url', label: 'Địa chỉ', kind: 'text' },
    ],
  },
  related: [
    { collection: 'products', field: 'producer', columns: ['criteria_set', 'programme_state', '@standing'] },
    { collection: 'producer_contacts', field: 'producer', columns: ['phone', 'consent_on'] },
    { collection: 'certificates', field: 'producer', columns: ['expires_on'] },
    { collection: 'growing_areas', field: 'producers', columns: ['kind', 'crop', '@standing'] },
    { collection: 'supports', field: 'producer', columns: ['purpose', 'granted_on', 'amount'] },
    { collection: 'trainings', field: 'producers', columns: ['starts_on', 'place'] },
  ],
  start: { state: 'draft' },
  publicPath: (record) => `/chu-the/${textOf(record, 'slug')}`,
};

const producer_contacts: Presentation = {
  path: 'lien-he',
  icon: 'people',
  titleSort: 'producer.name',
  title: (record) => textOf(expanded(record, 'producer') ?? record, 'name') || 'Liên hệ',
  expand: 'producer',
  columns: ['phone', 'phone_public', 'consent_on', 'updated'],
  search: ['producer.name', 'phone', 'representative'],
  sort: 'producer.name',
  parent: 'producer',
  groups: [
    { title: 'Chủ thể', fields: ['producer'] },
    {
      title: 'Liên hệ',
      fields: [
        'phone',
        'phone_public',
        'email',
        'email_public',
        'address_as_printed',
        'address_public',
        'representative',
        'representative_public',
      ],
    },
    { title: 'Sự đồng ý', fields: ['name_public', 'picture_public', 'consent_on', 'consent_form'] },
    {
      title: 'Không bao giờ công khai',
      fields: ['representative_gender', 'representative_ethnicity', 'representative_disabled'],
    },
  ],
};

const products: Presentation = {
  path: 'san-pham',
  icon: 'product',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) => textOf(expanded(record, 'producer') ?? record, 'name'),
  expand: 'producer',
  columns: ['@standing', 'producer', 'criteria_set', 'programme_state', 'updated'],
  search: ['name', 'producer.name'],
  sort: 'name',
  filters: ['criteria_set', 'producer', 'programme_state'],
  bulk: ['programme_state'],
  views: REVIEW_VIEWS,
  groups: [
    {
      title: 'Cơ bản',
      fields: [
        'name',
        'producer',
        'criteria_set',
        'criteria_set_ours',
        'product_code',
        'programme_state',
        'brand',
        'description',
      ],
    },
    { title: 'Hình ảnh', fields: ['pictures'] },
    { title: 'Nội dung', fields: ['story', 'ingredients', 'storage', 'usage', 'warnings', 'standards'] },
    {
      title: 'Tiếng Anh',
      fields: ['name_en', 'description_en', 'story_en', 'ingredients_en', 'storage_en', 'usage_en', 'warnings_en'],
      isFolded: true,
    },
    SHOWN,
    { title: 'Chỉ dùng trong cơ quan', fields: ['yearly_revenue'] },
  ],
  numbers: { criteria_set: criteriaSets },
  parent: 'producer',
  related: [
    { collection: 'pack_variants', field: 'product', columns: ['gtin', 'reference_price'] },
    { collection: 'recognitions', field: 'product', columns: ['issued_on', 'expires_on', 'decision'] },
    { collection: 'certificates', field: 'product', columns: ['expires_on'] },
    { collection: 'listings', field: 'product', columns: ['closed_on'] },
    { collection: 'lots', field: 'variant.product', columns: ['state', 'produced_on', 'use_by'] },
  ],
  start: { state: 'draft' },
  publicPath: (record) => `/san-pham/${textOf(record, 'slug')}`,
};

const pack_variants: Presentation = {
  path: 'quy-cach',
  icon: 'product',
  titleSort: 'product.name',
  title: (record) =>
    [textOf(expanded(record, 'product') ?? record, 'name'), textOf(record, 'net_contents')].filter(Boolean).join(' – '),
  detail: (record) => textOf(record, 'gtin'),
  expand: 'product',
  columns: ['gtin', 'reference_price', 'price_on', 'updated'],
  search: ['product.name', 'net_contents', 'gtin'],
  sort: 'product.name',
  parent: 'product',
  groups: [
    {
      title: 'Quy cách đóng gói',
      fields: ['product', 'net_contents', 'net_contents_en', 'gtin', 'reference_price', 'price_on', 'shelf_life_days'],
    },
  ],
  related: [{ collection: 'lots', field: 'variant', columns: ['state', 'produced_on', 'use_by'] }],
};

const communes: Presentation = {
  path: 'xa-phuong',
  icon: 'place',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  columns: ['code', 'type', 'province_code'],
  search: ['name', 'code', 'former_names'],
  sort: 'name',
  filters: ['type'],
  groups: [
    { title: 'Đơn vị hành chính', fields: ['name', 'name_en', 'code', 'type', 'province_code', 'slug', 'source_url'] },
    { title: 'Vị trí', fields: ['point', 'point_source'] },
    { title: 'Tên cũ, sáp nhập', fields: ['former_names', 'merged_into'] },
  ],
  parts: {
    former_names: [
      { name: 'commune', label: 'Xã, phường', kind: 'text' },
      { name: 'district', label: 'Huyện', kind: 'text' },
      { name: 'province', label: 'Tỉnh', kind: 'text' },
    ],
  },
  related: [
    { collection: 'producers', field: 'commune', columns: ['kind', '@standing'] },
    { collection: 'sales_points', field: 'commune', columns: ['location_kind', '@standing'] },
  ],
};

export const catalogue = { products, producers, producer_contacts, pack_variants, communes };
