/** The product of the catalogue that a row speaks of. Lists of lots, shops and certificates name products; they never make them. */
import { fold } from '#domain/rules/fold.ts';
import { ask, type Candidate, mapReading, type Reading, refuse, right } from '../cells/reading.ts';
import { type ProducerName, readProducer } from '../cells/readProducer.ts';
import { type ProductName, readProductName } from '../cells/readProductName.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { ImportContext } from './context.ts';
import { lineOf } from './readParts.ts';

const MOST_OFFERS = 8;
const NOT_THERE = 'Chưa có sản phẩm này trong danh mục: hãy nhập sản phẩm trước, hoặc sửa tên.';

/** A product that is there, and the pack that the row's name of it carries. */
export interface FoundProduct {
  id: string;
  name: string;
  pack: string;
}

function labelled(context: ImportContext, id: string): Candidate<string> {
  const product = context.working.get('products', id);
  const maker = context.working.get('producers', String(product?.['producer'] ?? ''))?.['name'];
  return { value: id, label: `${product?.['name']}${maker === undefined ? '' : ` – ${maker}`}` };
}

const offers = (context: ImportContext, ids: readonly string[]) =>
  [...new Set(ids)].slice(0, MOST_OFFERS).map((id) => labelled(context, id));

function byCode(context: ImportContext, code: string): Reading<string> | null {
  const found = context.working.find('products', 'product_code', code);
  const [only] = found;
  if (only === undefined) return null;
  if (found.length > 1)
    return ask(
      'Nhiều sản phẩm mang mã số này: cần chọn.',
      offers(
        context,
        found.map(({ id }) => id),
      ),
    );
  return right(only.id);
}

/** A maker as a list names it: with its legal form, or by the bare name. */
interface StatedMaker {
  name: ProducerName;
  isBare: boolean;
}

/** The producer's own name without its form, as {@link readProducer} compares it. */
function keyOf(context: ImportContext, id: string): string {
  const reading = readProducer(String(context.working.get('producers', id)?.['name'] ?? ''));
  const [first] = reading.status === 'ask' ? reading.candidates : [];
  return reading.status === 'right' ? reading.value.key : (first?.value.key ?? '');
}

/** Products of this name whose maker may be the one that the row names. */
function ofMaker(context: ImportContext, name: ProductName, maker: StatedMaker): Reading<string> {
  const owns = (id: string) => context.products.find(id, name.key).id !== null;
  const match = context.producers.match(maker.name, { commune: '', communeOf: () => '', knownAs: owns });
  const makers =
    match.status === 'right' ? [match.value] : match.status === 'ask' ? match.candidates.map(({ value }) => value) : [];
  const known = makers.filter((id) => id !== null);
  const exact = known.flatMap((id) => context.products.find(id, name.key).id ?? []);
  const [only] = exact;
  if (only !== undefined && exact.length === 1 && match.status === 'right') return right(only);
  // A name without its form is that maker's whose product this is, if only one of that name makes it.
  const namesakes = maker.isBare ? known.filter((id) => owns(id) && keyOf(context, id) === maker.name.key) : [];
  const [namesake] = namesakes;
  if (namesake !== undefined && namesakes.length === 1)
    return right(context.products.find(namesake, name.key).id ?? '');
  if (exact.length > 0) return ask('Tên chủ thể gần giống: cần xác nhận sản phẩm.', offers(context, exact));
  const similar = known.flatMap((id) => context.products.find(id, name.key).similar.map((each) => each.id));
  if (similar.length > 0) return ask('Tên sản phẩm gần giống sản phẩm đã có: cần xác nhận.', offers(context, similar));
  const elsewhere = context.products.named(name.key).map(({ id }) => id);
  if (elsewhere.length > 0)
    return ask('Sản phẩm tên này là của chủ thể khác: cần xác nhận.', offers(context, elsewhere));
  return refuse(NOT_THERE);
}

/** Products of this name, whoever makes them. */
function ofAnybody(context: ImportContext, { key }: ProductName): Reading<string> {
  const named = context.products.named(key);
  const [only] = named;
  if (only !== undefined && named.length === 1) return right(only.id);
  if (named.length > 1)
    return ask(
      'Nhiều chủ thể có sản phẩm tên này: cần chọn.',
      offers(
        context,
        named.map(({ id }) => id),
      ),
    );
  const similar = [...context.working.all('products')].filter((each) => fold(String(each['name'])) === fold(key));
  return similar.length === 0
    ? refuse(NOT_THERE)
    : ask(
        'Tên gần giống sản phẩm đã có: cần xác nhận.',
        offers(
          context,
          similar.map(({ id }) => id),
        ),
      );
}

/** A maker's name as far as it can be read: here it only tells namesakes apart. */
function readMaker(desk: RowDesk): StatedMaker | undefined {
  if (desk.cell('producer') === '') return undefined;
  return desk.read('producer', (cell): Reading<StatedMaker> => {
    const reading = readProducer(cell);
    const [first] = reading.status === 'ask' ? reading.candidates : [];
    if (first !== undefined) return right({ name: first.value, isBare: true });
    return mapReading(reading, (name) => ({ name, isBare: false }));
  });
}

/** Finds the product by its code, else by its name and maker; undefined where a problem stops the row. */
export function findProduct(desk: RowDesk, context: ImportContext): FoundProduct | undefined {
  const name = desk.read('product_name', readProductName);
  const maker = readMaker(desk);
  const code = desk.read('product_code', lineOf(40)) ?? '';
  if (desk.problems.length > 0) return undefined;
  const coded = code === '' ? null : byCode(context, code);
  if (coded === null && name === undefined) {
    desk.refuse(code === '' ? 'product_name' : 'product_code', code === '' ? 'Thiếu tên sản phẩm.' : NOT_THERE);
    return undefined;
  }
  const named =
    name === undefined ? null : maker === undefined ? ofAnybody(context, name) : ofMaker(context, name, maker);
  const reading = coded === null || named === null ? (coded ?? named) : agreed(context, coded, named);
  const field = coded === null || named !== null ? 'product_name' : 'product_code';
  const id = reading === null ? undefined : desk.settle('product_match', field, reading);
  if (id === undefined) return undefined;
  return { id, name: labelled(context, id).label, pack: name?.pack ?? '' };
}

/** Code and name of one row must mean one product. */
function agreed(context: ImportContext, coded: Reading<string>, named: Reading<string>): Reading<string> {
  if (coded.status !== 'right') return coded;
  const ids =
    named.status === 'right' ? [named.value] : named.status === 'ask' ? named.candidates.map((each) => each.value) : [];
  if (ids.includes(coded.value)) return coded;
  return ask('Mã số và tên là của hai sản phẩm: cần chọn.', offers(context, [coded.value, ...ids]));
}
