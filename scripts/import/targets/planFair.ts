import { fold } from '#domain/rules/fold.ts';
import { readDay, readSpan, type Span } from '../cells/readDay.ts';
import { ask, type Reading, right } from '../cells/reading.ts';
import { productKey } from '../cells/readProductName.ts';
import { readAmount } from '../cells/readQuantities.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { schemaProblem } from '../plan/workingSet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { lineOf, readSource } from './readParts.ts';

const KINDS: readonly [RegExp, string][] = [
  [/livestream|ban hang truc tiep/, 'live_selling'],
  [/ket noi cung cau|ket noi giao thuong|xuc tien/, 'trade_matching'],
  [/tuan (?:hang|le|san pham|le hoi)|tuan .*(?:nong san|ocop)/, 'product_week'],
];

/** What kind of event a name tells; a fair where it tells nothing else. */
export function fairKind(name: string): string {
  return KINDS.find(([pattern]) => pattern.test(fold(name)))?.[1] ?? 'fair';
}

/** The days of the event, from one cell or from two. */
function readDays(desk: RowDesk): Partial<Span> {
  const year = /\b20\d{2}\b/.exec(desk.text('year') || desk.text('name'))?.[0];
  const context = year === undefined ? {} : { year };
  const span = desk.read('dates', (cell) => readSpan(cell, context));
  const from = desk.read('starts_on', (cell) => readDay(cell, context)) ?? span?.from;
  const to = desk.read('ends_on', (cell) => readDay(cell, context)) ?? span?.to;
  if (from !== undefined && to !== undefined && from.length === to.length && to < from)
    desk.refuse(desk.cell('ends_on') === '' ? 'dates' : 'ends_on', 'Kết thúc trước khi bắt đầu.');
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The same event: its name, and days that do not speak against it. Yearly events of one name stay apart. */
function match(context: ImportContext, key: string, from: string): Reading<string | null> {
  const namesakes = [...context.working.all('fairs')].filter((each) => productKey(String(each['name'])) === key);
  const fitting = namesakes.filter((each) => {
    const starts = String(each['starts_on'] ?? '');
    return starts === '' || from === '' || starts.startsWith(from) || from.startsWith(starts);
  });
  if (fitting.length <= 1) return right(fitting[0]?.id ?? null);
  return ask('Có nhiều sự kiện cùng tên: cần chọn.', [
    ...fitting.map((each) => ({ value: each.id, label: `${each['name']} (${each['starts_on'] ?? ''})` })),
    { value: null, label: 'Sự kiện mới' },
  ]);
}

function readFields(desk: RowDesk, days: Partial<Span>): Record<string, unknown> {
  const count = (field: string) => desk.read(field, (cell) => readAmount(cell, { integer: true })) || '';
  const fields = {
    venue: desk.read('venue', lineOf(500)) ?? '',
    organiser: desk.read('organiser', lineOf(500)) ?? '',
    starts_on: days.from ?? '',
    ends_on: days.to ?? '',
    booths: count('booths'),
    visitors: count('visitors'),
    revenue: desk.read('revenue', (cell) => readAmount(cell)) || '',
    note: desk.read('note', lineOf(3_000)) ?? '',
    source_url: desk.read('source_url', readSource) ?? '',
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** A list of fairs and other events. Events in other provinces are taken too: the office goes there. */
export const planFairRow: PlanRow = (desk, context) => {
  if (desk.cell('name') === '') desk.refuse('name', 'Thiếu tên sự kiện.');
  const name = desk.read('name', lineOf(300));
  const days = readDays(desk);
  const fields = readFields(desk, days);
  const problem = schemaProblem('fairs', { name: name ?? '-', ...fields });
  if (problem !== null) desk.refuse(problem.field, problem.why);
  if (name === undefined || desk.problems.length > 0) return null;
  const id = desk.settle('fair_match', 'name', match(context, productKey(name), days.from ?? ''));
  if (id === undefined || desk.problems.length > 0) return null;
  const fresh = { name, slug: context.working.freeSlug('fairs', name), kind: fairKind(name), state: context.state };
  const { change } = context.working.put('fairs', id, id === null ? { ...fresh, ...fields } : fields);
  return { title: name, changes: change === null ? [] : [change], isNew: id === null };
};
