/** Evaluation rounds, the results of products in them, and the criteria by which they are judged. */
import { EVALUATION_STATES } from '#domain/evaluation.ts';
import { ROUND_LEVELS } from '#domain/round.ts';
import { expanded, type Presentation, textOf } from '../presentation.ts';

const levels: Readonly<Record<string, string>> = ROUND_LEVELS;
const states: Readonly<Record<string, string>> = EVALUATION_STATES;

const rounds: Presentation = {
  path: 'dot-danh-gia',
  icon: 'waiting',
  titleSort: 'name',
  title: (record) => textOf(record, 'name'),
  detail: (record) => levels[textOf(record, 'level')] ?? '',
  columns: ['level', 'year', 'number', 'state', 'proposals_by', 'done_by'],
  search: ['name', 'note'],
  sort: '-year,-number',
  filters: ['level', 'state'],
  groups: [
    { title: 'Đợt đánh giá', fields: ['level', 'year', 'number', 'name', 'state'] },
    { title: 'Thời hạn', fields: ['opens_on', 'proposals_by', 'done_by'] },
    { title: 'Ghi chú', fields: ['note', 'demonstration'] },
  ],
  start: { level: 'province', state: 'open', number: 1 },
};

const evaluations: Presentation = {
  path: 'ket-qua-danh-gia',
  icon: 'star',
  titleSort: 'product.name',
  title: (record) => textOf(expanded(record, 'product') ?? record, 'name') || 'Kết quả đánh giá',
  detail: (record) =>
    [textOf(expanded(record, 'round') ?? record, 'name'), states[textOf(record, 'state')]].filter(Boolean).join(' · '),
  expand: 'product,round',
  columns: ['round', 'state', 'case', 'total', 'stars'],
  search: ['product.name', 'round.name'],
  sort: '-updated',
  filters: ['round', 'state', 'case'],
  parent: 'round',
  groups: [
    { title: 'Sản phẩm', fields: ['round', 'product', 'case', 'criteria_set', 'criteria_version', 'state'] },
    { title: 'Kết quả', fields: ['stated_total', 'total', 'stars', 'knock_out', 'full_dossier_on', 'note'] },
  ],
  hidden: ['points', 'dossier'],
  fixed: ['total', 'stars'],
};

const criteria: Presentation = {
  path: 'bo-tieu-chi',
  icon: 'ledger',
  titleSort: 'position',
  title: (record) => [textOf(record, 'code'), textOf(record, 'label')].join(' '),
  detail: (record) => `Bộ ${textOf(record, 'criteria_set')} · ${textOf(record, 'criteria_version')}`,
  columns: [
    'criteria_set',
    'part',
    'max_points',
    'least_for_3',
    'least_for_4',
    'least_for_5',
    'is_heading',
    'criteria_version',
  ],
  search: ['label', 'code'],
  sort: 'criteria_version,position',
  filters: ['criteria_version', 'criteria_set', 'part'],
  groups: [
    { title: 'Tiêu chí', fields: ['criteria_version', 'criteria_set', 'position', 'part', 'code', 'label'] },
    { title: 'Điểm', fields: ['max_points', 'is_heading', 'least_for_3', 'least_for_4', 'least_for_5'] },
  ],
};

export const evaluation = { rounds, evaluations, criteria };
