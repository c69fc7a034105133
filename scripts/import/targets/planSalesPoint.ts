import { readDay } from '../cells/readDay.ts';
import { ask, mapReading, type Reading, right } from '../cells/reading.ts';
import { readPhone } from '../cells/readPhone.ts';
import { productKey } from '../cells/readProductName.ts';
import { readYesNo } from '../cells/readYesNo.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { schemaProblem } from '../plan/workingSet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { lineOf, readCommune, readLink, readPoint, readSource } from './readParts.ts';

const YES_NO = ['has_sign', 'has_shelves', 'has_posted_prices', 'takes_cashless', 'sells_other_provinces'] as const;

/** The point of this name in this commune; the same name elsewhere is another point, unless one of them has no place. */
function match(context: ImportContext, key: string, commune: string): Reading<string | null> {
  const namesakes = [...context.working.all('sales_points')].filter((each) => productKey(String(each['name'])) === key);
  const here = namesakes.filter((each) => (each['commune'] ?? '') === commune);
  if (here.length === 1) return right(here[0]?.id ?? null);
  const unclear = here.length > 1 ? here : namesakes.filter((each) => (each['commune'] ?? '') === '' || commune === '');
  if (unclear.length === 0) return right(null);
  return ask('Có điểm bán cùng tên: cần xác nhận.', [
    ...unclear.map((each) => ({ value: each.id, label: `${each['name']}, ${each['address'] ?? ''}` })),
    { value: null, label: 'Điểm bán mới' },
  ]);
}

function readFields(desk: RowDesk): Record<string, unknown> {
  return {
    operator: desk.read('operator', lineOf(300)) ?? '',
    address: desk.read('address', lineOf(500)) ?? '',
    phone: desk.read('phone', readPhone) ?? '',
    website: desk.read('website', readLink) ?? '',
    opened_on: desk.read('opened_on', readDay) ?? '',
    note: desk.read('note', lineOf(2_000)) ?? '',
    source_url: desk.read('source_url', readSource) ?? '',
    ...Object.fromEntries(YES_NO.map((field) => [field, desk.read(field, readYesNo) ?? ''])),
  };
}

/** A list of sales points. */
export const planSalesPointRow: PlanRow = (desk, context) => {
  if (desk.cell('name') === '') desk.refuse('name', 'Thiếu tên điểm bán.');
  const name = desk.read('name', (cell) => mapReading(lineOf(300)(cell), (text) => text));
  const commune = readCommune(desk, context, '');
  const point = readPoint(desk);
  const fields = { ...readFields(desk), commune: commune ?? '', ...(point === undefined ? {} : { point }) };
  const problem = schemaProblem('sales_points', { name: name ?? '-', ...fields });
  if (problem !== null) desk.refuse(problem.field, problem.why);
  if (name === undefined || commune === undefined) return null;
  const id = desk.settle('sales_point_match', 'name', match(context, productKey(name), commune));
  if (id === undefined || desk.problems.length > 0) return null;
  const fresh = { name, slug: context.working.freeSlug('sales_points', name), state: context.state };
  const { change } = context.working.put('sales_points', id, id === null ? { ...fresh, ...fields } : fields);
  return { title: name, changes: change === null ? [] : [change], isNew: id === null };
};
