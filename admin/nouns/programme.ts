/** The programme itself: what it set itself to reach, what it gave and taught. */
import { dayToVietnamese } from '#domain/rules/day.ts';
import { SUPPORT_PURPOSES } from '#domain/support.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';

const purposes: Readonly<Record<string, string>> = SUPPORT_PURPOSES;

const targets: Presentation = {
  path: 'chi-tieu',
  icon: 'figure',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) =>
    [
      textOf(expanded(record, 'commune') ?? record, expanded(record, 'commune') ? 'name' : 'former_area'),
      dayToVietnamese(textOf(record, 'due_on')),
    ]
      .filter(Boolean)
      .join(' · '),
  expand: 'commune',
  columns: ['@standing', 'value', 'unit', 'due_on', 'commune', 'former_area'],
  search: ['name', 'former_area', 'decided_by'],
  sort: 'due_on',
  filters: ['measure', 'commune'],
  groups: [
    { title: 'Chỉ tiêu', fields: ['name', 'measure', 'value', 'unit', 'due_on'] },
    { title: 'Địa bàn', fields: ['commune', 'former_area'] },
    { title: 'Căn cứ', fields: ['decided_by', 'source_url', 'demonstration'] },
    { title: 'Tiếng Anh', fields: ['name_en', 'unit_en'], isFolded: true },
  ],
};

const supports: Presentation = {
  path: 'ho-tro',
  icon: 'fair',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) =>
    [purposes[textOf(record, 'purpose')], dayToVietnamese(textOf(record, 'granted_on'))].filter(Boolean).join(' · '),
  expand: 'producer',
  columns: ['purpose', 'granted_on', 'amount', 'source', 'producer', 'commune', 'decision'],
  search: ['name', 'decision', 'producer.name', 'product.name', 'note'],
  sort: '-granted_on',
  filters: ['purpose', 'source', 'producer', 'commune'],
  groups: [
    { title: 'Khoản hỗ trợ', fields: ['name', 'purpose', 'granted_on', 'amount', 'source', 'decision'] },
    { title: 'Ai được hỗ trợ', fields: ['producer', 'product', 'commune'] },
    { title: 'Khác', fields: ['note', 'demonstration'] },
  ],
};

const trainings: Presentation = {
  path: 'tap-huan',
  icon: 'people',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) =>
    [dayToVietnamese(textOf(record, 'starts_on')), textOf(record, 'place')].filter(Boolean).join(' · '),
  columns: ['starts_on', 'place', 'commune', 'organiser', 'participants'],
  search: ['name', 'place', 'organiser', 'note'],
  sort: '-starts_on',
  filters: ['commune', 'producers'],
  groups: [
    { title: 'Lớp tập huấn', fields: ['name', 'starts_on', 'ends_on', 'place', 'commune', 'organiser'] },
    { title: 'Ai tham gia', fields: ['participants', 'producers'] },
    { title: 'Khác', fields: ['note', 'demonstration'] },
  ],
};

export const programme = { targets, supports, trainings };
