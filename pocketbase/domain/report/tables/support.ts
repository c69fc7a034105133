/** Money given and people trained within the period. */

import type { Frame, Moment } from '#domain/report/moment.ts';
import { liesIn, type Span } from '#domain/report/period.ts';
import type { Counted } from '#domain/report/records.ts';
import { besideLine, COMPARED, type Column, compare, type Line, makeTable, type Table } from '#domain/report/table.ts';
import { SUPPORT_PURPOSES } from '#domain/support.ts';

type Support = Counted<'supports'>;

const MONEY: readonly Column[] = [
  { key: 'now', label: 'Số khoản', kind: 'count', adds: true },
  { key: 'before', label: 'Cùng kỳ năm trước', kind: 'count', adds: true },
  { key: 'amount', label: 'Số tiền (₫)', kind: 'money', adds: true },
  { key: 'amountBefore', label: 'Số tiền cùng kỳ (₫)', kind: 'money', adds: true },
  { key: 'amountChange', label: 'Thay đổi (₫)', kind: 'money', adds: true },
];

const amountOf = (all: readonly Support[]) => all.reduce((sum, { amount }) => sum + amount, 0);
const values = (now: readonly Support[], before: readonly Support[]) => [
  now.length,
  before.length,
  ...compare(amountOf(now), amountOf(before)),
];

/** Support by purpose. What is dated by its year alone is of no half-year: it stands beside. */
export function supportsTable({ now, before, span, spanBefore }: Frame): Table {
  const given = ({ records }: Moment, within: Span, how: 'in' | 'maybe') =>
    records.supports.filter(({ granted_on }) => liesIn(granted_on, within) === how);
  const [here, then] = [given(now, span, 'in'), given(before, spanBefore, 'in')];
  const lines = Object.entries(SUPPORT_PURPOSES).flatMap(([purpose, label]): Line[] => {
    const of = (all: readonly Support[]) => all.filter((each) => each.purpose === purpose);
    if (of(here).length + of(then).length === 0) return [];
    return [{ key: purpose, label, role: 'part', values: values(of(here), of(then)) }];
  });
  const unclear = values(given(now, span, 'maybe'), given(before, spanBefore, 'maybe'));
  return makeTable({
    key: 'supports',
    title: 'Hỗ trợ trong kỳ',
    of: 'Mục đích',
    columns: MONEY,
    lines: [
      ...lines,
      { key: 'total', label: 'Tổng cộng', role: 'total', values: values(here, then) },
      { key: 'unclear', label: 'Chỉ ghi năm, không rõ trong kỳ hay không', role: 'beside', values: unclear },
    ],
    notes: ['Theo ngày hoặc năm hỗ trợ; khoản không nêu số tiền vẫn đếm là một khoản.'],
  });
}

/** Courses, people and producers trained. */
export function trainingsTable({ now, before, span, spanBefore }: Frame): Table {
  const held = ({ records }: Moment, within: Span, how: 'in' | 'maybe') =>
    records.trainings.filter(({ starts_on }) => liesIn(starts_on, within) === how);
  const [here, then] = [held(now, span, 'in'), held(before, spanBefore, 'in')];
  const people = (all: typeof here) => all.reduce((sum, { participants }) => sum + participants, 0);
  const producers = (all: typeof here) => new Set(all.flatMap((course) => course.producers)).size;
  const [unclear, unclearBefore] = [held(now, span, 'maybe').length, held(before, spanBefore, 'maybe').length];
  return makeTable({
    key: 'trainings',
    title: 'Tập huấn trong kỳ',
    of: 'Chỉ tiêu',
    columns: COMPARED.map(({ adds, ...column }) => column),
    lines: [
      besideLine('courses', 'Lớp tập huấn', here.length, then.length),
      besideLine('people', 'Lượt người tham gia', people(here), people(then)),
      besideLine('producers', 'Chủ thể có người tham gia', producers(here), producers(then)),
      besideLine('unclear', 'Lớp không đủ ngày để biết có trong kỳ hay không', unclear, unclearBefore),
    ],
    notes: ['Theo ngày khai giảng. Một chủ thể dự nhiều lớp đếm một lần.'],
  });
}
