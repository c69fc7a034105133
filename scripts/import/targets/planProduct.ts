import { isRecognisedStars } from '#domain/rules/stars.ts';
import { ask, type Reading, right } from '../cells/reading.ts';
import { type ProductName, readProductName } from '../cells/readProductName.ts';
import { readAmount } from '../cells/readQuantities.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { schemaProblem } from '../plan/workingSet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { namesNobody, planProducer, type ReadProducer, readRowProducer } from './planProducer.ts';
import { matchRow, planRecognition } from './planRecognition.ts';
import { lineOf, readCommune, readCriteriaSet, readSource } from './readParts.ts';
import { type ReadRecognition, readRecognitions } from './readRecognitions.ts';
import { repeatedProduct } from './repeatedProduct.ts';

/** What stands for a maker where none is named, as in the records. */
const NOBODY = '';
const MOST_OFFERS = 8;

function readName(desk: RowDesk): ProductName | undefined {
  if (desk.cell('product_name') !== '') return desk.read('product_name', readProductName);
  desk.refuse('product_name', 'Thiếu tên sản phẩm.');
  return undefined;
}

function readFacts(desk: RowDesk): Record<string, unknown> {
  const facts = {
    criteria_set: desk.read('group', readCriteriaSet) || '',
    product_code: desk.read('product_code', lineOf(40)) ?? '',
    brand: desk.read('brand', lineOf(300)) ?? '',
    ingredients: desk.read('ingredients', lineOf(3_000)) ?? '',
    storage: desk.read('storage', lineOf(2_000)) ?? '',
    description: desk.read('description', lineOf(1_000)) ?? '',
    yearly_revenue: desk.read('yearly_revenue', (cell) => readAmount(cell)) || '',
    source_url: desk.read('source_url', readSource) ?? '',
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

/** The product of this name at this producer; one that differs only in its marks is asked about. */
function matchProduct(context: ImportContext, producer: string | null, name: ProductName): Reading<string | null> {
  if (producer === null) return right(null);
  const { id, similar } = context.products.find(producer, name.key);
  if (producer === NOBODY && id === null) return amongAll(context, name);
  if (similar.length === 0) return right(id);
  return ask('Tên chỉ khác dấu với sản phẩm đã có của chủ thể này.', [
    ...similar.map((each) => ({ value: each.id, label: each.name })),
    { value: null, label: 'Sản phẩm mới' },
  ]);
}

/** A product whose maker the row does not name may be one whose maker is known. */
function amongAll(context: ImportContext, name: ProductName): Reading<string | null> {
  const known = context.products.named(name.key);
  if (known.length === 0) return right(null);
  const maker = (id: string) => {
    const producer = String(context.working.get('products', id)?.['producer'] ?? '');
    return String(context.working.get('producers', producer)?.['name'] ?? '');
  };
  return ask('Dòng không nêu chủ thể; đã có sản phẩm cùng tên: cần xác nhận.', [
    ...known.slice(0, MOST_OFFERS).map((each) => ({ value: each.id, label: `${each.name} – ${maker(each.id)}` })),
    { value: null, label: 'Sản phẩm mới, không nêu chủ thể' },
  ]);
}

/** The row's producer; null where it speaks of none, undefined where a problem stops it. */
function readMaker(
  desk: RowDesk,
  context: ImportContext,
  ownsProduct: (id: string) => boolean,
): ReadProducer | null | undefined {
  if (!namesNobody(desk)) return readRowProducer(desk, context, ownsProduct);
  // A product of another province is no business of ours, whoever makes it.
  if (readCommune(desk, context, '') === undefined) return undefined;
  desk.note('producer', 'Không nêu chủ thể: để trống.');
  return null;
}

/** Stars in hand make a product recognised; a list without stars says nothing about its standing. */
function programmeState(recognitions: readonly ReadRecognition[]): string {
  return recognitions.some((each) => isRecognisedStars(each.stars)) ? 'recognised' : '';
}

/** A list of products with what was decided about them: plain, or the office's registry with its two rounds. */
export const planProductRow: PlanRow = (desk, context) => {
  const repeated = repeatedProduct(desk, context);
  if (repeated !== null) return { title: repeated, changes: [], isNew: false };
  const name = readName(desk);
  const ownsProduct = (id: string) => name !== undefined && context.products.find(id, name.key).id !== null;
  const producer = readMaker(desk, context, ownsProduct);
  const recognitions = readRecognitions(desk, context.today);
  const facts = readFacts(desk);
  const note = desk.read('note', lineOf(1_000)) ?? '';
  if (name === undefined || producer === undefined) return null;
  const problem = schemaProblem('products', { name: name.name, ...facts });
  if (problem !== null) desk.refuse(problem.field === 'name' ? 'product_name' : problem.field, problem.why);
  const product = desk.settle(
    'product_match',
    'product_name',
    matchProduct(context, producer === null ? NOBODY : producer.id, name),
  );
  if (product === undefined || desk.problems.length > 0) return null;
  const matched = recognitions.map((each) => matchRow(each, product, desk, context.working));
  if (desk.problems.length > 0) return null;

  const maker = producer === null ? { id: NOBODY, changes: [] } : planProducer(producer, context);
  const isNew = product === null;
  const fresh = {
    name: name.name,
    slug: isNew ? context.working.freeSlug('products', name.name) : '',
    producer: maker.id,
    state: context.state,
  };
  const put = context.working.put('products', product, {
    ...(isNew ? fresh : {}),
    programme_state: programmeState(recognitions),
    ...facts,
  });
  if (isNew) context.working.whenTakenBack(context.products.add(maker.id, name.name, put.id));
  const source = String(facts['source_url'] ?? '');
  const decided = matched.flatMap((each, index) => {
    // The note is about the product as it stands: its latest recognition keeps it.
    const kept = index === matched.length - 1 ? note : '';
    return each === undefined ? [] : planRecognition(each, put.id, { source, note: kept }, context.working);
  });
  if (note !== '' && matched.length === 0) desk.note('note', 'Chưa có công nhận để ghi chú vào.');
  return {
    title: producer === null ? name.name : `${name.name} – ${producer.name.name}`,
    changes: [...maker.changes, ...(put.change ? [put.change] : []), ...decided],
    isNew,
  };
};
