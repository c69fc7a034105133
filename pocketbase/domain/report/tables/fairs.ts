/** Fairs of the period with what they reported, and our sums beside. */
import { FAIR_KINDS } from '#domain/fair.ts';
import type { Frame, Moment } from '#domain/report/moment.ts';
import { liesIn, type Span } from '#domain/report/period.ts';
import type { Counted } from '#domain/report/records.ts';
import { besideLine, type Column, compare, type Line, makeTable, type Table } from '#domain/report/table.ts';

type Fair = Counted<'fairs'>;

const during = ({ records }: Moment, span: Span, how: 'in' | 'maybe') =>
  records.fairs.filter(({ starts_on }) => liesIn(starts_on, span) === how);
const sum = (fairs: readonly Fair[], of: (fair: Fair) => number) => fairs.reduce((all, fair) => all + of(fair), 0);

const BY_KIND: readonly Column[] = [
  { key: 'now', label: 'Số sự kiện', kind: 'count', adds: true },
  { key: 'before', label: 'Cùng kỳ năm trước', kind: 'count', adds: true },
  { key: 'change', label: 'Thay đổi', kind: 'count', adds: true },
  { key: 'visitors', label: 'Lượt khách', kind: 'count', adds: true },
  { key: 'visitorsBefore', label: 'Lượt khách cùng kỳ', kind: 'count', adds: true },
  { key: 'revenue', label: 'Doanh thu (₫)', kind: 'money', adds: true },
  { key: 'revenueBefore', label: 'Doanh thu cùng kỳ (₫)', kind: 'money', adds: true },
];

function kindValues(now: readonly Fair[], before: readonly Fair[]) {
  const visitors = ({ visitors }: Fair) => visitors;
  const revenue = ({ revenue }: Fair) => revenue;
  return [
    ...compare(now.length, before.length),
    ...[sum(now, visitors), sum(before, visitors), sum(now, revenue), sum(before, revenue)],
  ];
}

/** Fairs by kind, summed by us. */
export function fairKindsTable({ now, before, span, spanBefore }: Frame): Table {
  const [here, then] = [during(now, span, 'in'), during(before, spanBefore, 'in')];
  const [unclear, unclearBefore] = [during(now, span, 'maybe').length, during(before, spanBefore, 'maybe').length];
  const lines = Object.entries(FAIR_KINDS).map(([kind, label]): Line => {
    const ofKind = (fairs: readonly Fair[]) => fairs.filter((fair) => fair.kind === kind);
    return { key: kind, label, role: 'part', values: kindValues(ofKind(here), ofKind(then)) };
  });
  const blank = [null, null, null, null];
  const beside = besideLine('unclear', 'Nguồn không đủ ngày để biết có trong kỳ hay không', unclear, unclearBefore);
  return makeTable({
    key: 'fairKinds',
    title: 'Hội chợ, xúc tiến thương mại',
    of: 'Loại',
    columns: BY_KIND,
    lines: [
      ...lines,
      { key: 'total', label: 'Tổng cộng', role: 'total', values: kindValues(here, then) },
      { ...beside, values: [...beside.values, ...blank] },
    ],
    notes: ['Theo ngày bắt đầu. Lượt khách và doanh thu là tổng chúng tôi cộng từ số từng sự kiện báo cáo.'],
  });
}

const stated = (value: number) => (value === 0 ? null : value);

/** Each fair with its reported figures; where its parts are stated and do not make its total, the difference is told. */
export function fairsTable({ now, span }: Frame): Table {
  const fairs = during(now, span, 'in').sort((a, b) => (`${a.starts_on} ${a.id}` < `${b.starts_on} ${b.id}` ? -1 : 1));
  const lines = fairs.map((fair): Line => {
    const { revenue, revenue_in_province: own, revenue_other_provinces: other } = fair;
    const parts = own + other;
    const difference = revenue > 0 && own > 0 && other > 0 ? stated(revenue - parts) : null;
    return {
      key: fair.id,
      label: fair.name,
      role: 'beside',
      values: [
        fair.starts_on,
        FAIR_KINDS[fair.kind],
        ...[fair.booths, fair.visitors, revenue, own, other, parts].map(stated),
        difference,
        difference === null ? '' : 'Tổng báo cáo khác tổng hai phần',
      ],
    };
  });
  return makeTable({
    key: 'fairs',
    title: 'Từng hội chợ trong kỳ',
    of: 'Hội chợ, sự kiện',
    columns: [
      { key: 'starts_on', label: 'Từ ngày', kind: 'day' },
      { key: 'kind', label: 'Loại', kind: 'text' },
      { key: 'booths', label: 'Gian hàng', kind: 'count' },
      { key: 'visitors', label: 'Lượt khách', kind: 'count' },
      { key: 'revenue', label: 'Doanh thu báo cáo (₫)', kind: 'money' },
      { key: 'own', label: 'Gian trong tỉnh (₫)', kind: 'money' },
      { key: 'other', label: 'Gian tỉnh khác (₫)', kind: 'money' },
      { key: 'parts', label: 'Tổng hai phần (₫)', kind: 'money' },
      { key: 'difference', label: 'Chênh lệch (₫)', kind: 'money' },
      { key: 'remark', label: 'Lưu ý', kind: 'text' },
    ],
    lines,
    notes: ['Số như từng hội chợ báo cáo, thường đã làm tròn; chênh lệch được nêu, không sửa.'],
  });
}
