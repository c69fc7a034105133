/** Targets with what is reached, evaluation rounds, and figures that others published. */
import { EVALUATION_STATES } from '#domain/evaluation.ts';
import { targetReached } from '#domain/programme/targetReached.ts';
import type { Frame } from '#domain/report/moment.ts';
import { liesIn, yearBefore } from '#domain/report/period.ts';
import type { Counted } from '#domain/report/records.ts';
import { type Column, type Line, makeTable, type Table } from '#domain/report/table.ts';
import { ROUND_LEVELS } from '#domain/round.ts';
import { dayBounds, dayToVietnamese } from '#domain/rules/day.ts';

/** Targets that were not due before the period, with what is reached on its last day. */
export function targetsTable({ now, span }: Frame): Table {
  const running = now.records.targets
    .filter(({ due_on }) => (dayBounds(due_on)?.last ?? span.from) >= span.from)
    .sort((a, b) => (`${a.due_on} ${a.name} ${a.id}` < `${b.due_on} ${b.name} ${b.id}` ? -1 : 1));
  const communes = new Map(now.records.communes.map(({ id, name }) => [id, name]));
  const lines = running.map((target): Line => {
    const { value, share, missing, unknown, on } = targetReached(target, now.counter, now.on);
    const area = communes.get(target.commune) ?? (target.former_area || 'Cả tỉnh');
    const counted = value === null ? '' : dayToVietnamese(on);
    const values = [
      area,
      dayToVietnamese(target.due_on),
      target.value,
      target.unit,
      value,
      share,
      missing,
      unknown,
      counted,
    ];
    return { key: target.id, label: target.name, role: 'beside', values };
  });
  return makeTable({
    key: 'targets',
    title: 'Chỉ tiêu và mức đạt được',
    of: 'Chỉ tiêu',
    columns: [
      { key: 'area', label: 'Địa bàn', kind: 'text' },
      { key: 'due', label: 'Đến hết', kind: 'text' },
      { key: 'value', label: 'Cần đạt', kind: 'area' },
      { key: 'unit', label: 'Đơn vị', kind: 'text' },
      { key: 'reached', label: 'Đã đạt', kind: 'area' },
      { key: 'share', label: 'Tỷ lệ (%)', kind: 'share' },
      { key: 'missing', label: 'Còn thiếu', kind: 'area' },
      { key: 'unknown', label: 'Chưa rõ', kind: 'count' },
      { key: 'on', label: 'Tính đến', kind: 'text' },
    ],
    lines,
    notes: ['Đếm từ hồ sơ theo cách đếm của từng chỉ tiêu; để trống khi hồ sơ không đếm được.'],
  });
}

const roundName = ({ name, level, number, year }: Counted<'rounds'>) =>
  name || `${ROUND_LEVELS[level]}, đợt ${number} năm ${year}`;

/** Candidates and results of the evaluation rounds of the period. */
export function roundsTable({ now, span }: Frame): Table {
  const makers = new Map(now.records.products.map(({ id, producer }) => [id, producer]));
  const isOf = ({ done_by, year }: Counted<'rounds'>) => liesIn(done_by || String(year), span) !== 'out';
  const rounds = now.records.rounds.filter(isOf).sort((a, b) => (roundName(a) < roundName(b) ? -1 : 1));
  const states = Object.keys(EVALUATION_STATES);
  const lines = rounds.map((round): Line => {
    const own = now.records.evaluations.filter((each) => each.round === round.id);
    const units = new Set(own.map(({ product }) => makers.get(product) ?? product)).size;
    const byState = states.map((state) => own.filter((each) => each.state === state).length);
    return { key: round.id, label: roundName(round), role: 'beside', values: [own.length, units, ...byState] };
  });
  return makeTable({
    key: 'rounds',
    title: 'Đợt đánh giá',
    of: 'Đợt',
    columns: [
      { key: 'candidates', label: 'Sản phẩm dự đánh giá', kind: 'count' },
      { key: 'units', label: 'Của số chủ thể', kind: 'count' },
      ...Object.entries(EVALUATION_STATES).map(([key, label]): Column => ({ key, label, kind: 'count' })),
    ],
    lines,
    notes: ['Đợt có hạn hoàn thành trong kỳ; đợt không nêu hạn thì theo năm. Tình trạng như hồ sơ đang ghi.'],
  });
}

/** Figures that others published about the period, in their words. They are in no sum of ours. */
export function publishedTable({ now, span }: Frame): Table {
  const spans = [span, yearBefore(span)];
  const figures = now.records.published_figures
    .filter(({ as_of }) => spans.some((each) => liesIn(as_of, each) !== 'out'))
    .sort((a, b) => (`${a.as_of} ${a.metric} ${a.id}` < `${b.as_of} ${b.metric} ${b.id}` ? -1 : 1));
  return makeTable({
    key: 'published',
    title: 'Số liệu đã công bố (để đối chiếu)',
    of: 'Chỉ tiêu',
    columns: [
      { key: 'value', label: 'Giá trị', kind: 'text' },
      { key: 'unit', label: 'Đơn vị', kind: 'text' },
      { key: 'as_of', label: 'Thời điểm', kind: 'day' },
      { key: 'area', label: 'Địa bàn', kind: 'text' },
      { key: 'source', label: 'Nguồn', kind: 'text' },
    ],
    lines: figures.map(({ id, metric, value, unit, as_of, area, source }) => ({
      key: id,
      label: metric,
      role: 'beside',
      values: [value, unit, as_of, area, source],
    })),
    notes: ['Nguyên văn nơi công bố, của kỳ này và cùng kỳ năm trước; không cộng vào số nào ở trên.'],
  });
}
