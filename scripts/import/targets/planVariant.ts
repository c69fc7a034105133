/** The pack of a product that a lot is of: found by barcode or by its words, made where the list alone names it. */
import { fold } from '#domain/rules/fold.ts';
import { gtinToGtin14 } from '#domain/rules/gs1.ts';
import { readGtin } from '../cells/readGtin.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import type { RecordChange } from '../plan/report.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { Rec, WorkingSet } from '../plan/workingSet.ts';
import type { ImportContext } from './context.ts';
import type { FoundProduct } from './findProduct.ts';
import { lineOf } from './readParts.ts';

/** A pack as a row means it; `id` null: a new one. */
export interface ReadVariant {
  id: string | null;
  product: string;
  netContents: string;
  gtin: string;
}

const packKey = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9.,%]/g, '')
    .replace(/(\d)(?:gr|gram|gam)$/, '$1g');
/** Digits and unit alone: "Túi 500g" and "500 g" hold as much. */
const amountKey = (text: string) =>
  /\d[\d.,]*(?:kg|g|ml|lit|l)/.exec(packKey(text))?.[0].replace(/lit$/, 'l') ?? packKey(text);
const labelOf = (variant: Rec) => String(variant['net_contents'] ?? '');
const offersOf = (variants: readonly Rec[]) => variants.map((each) => ({ value: each.id, label: labelOf(each) }));

/** The pack that bears a barcode, however long the code is written. */
export function variantByGtin(working: WorkingSet, gtin: string): Rec | undefined {
  const long = gtinToGtin14(gtin);
  const lengths = [14, 13, 12, 8].map((length) => long.slice(-length));
  return lengths
    .flatMap((each) => working.find('pack_variants', 'gtin', each))
    .find((each) => gtinToGtin14(String(each['gtin'])) === long);
}

/** The pack of a row that names none: the only one, else the only one that has the lot. */
function unnamedPack(variants: readonly Rec[], hasLot: (variant: string) => boolean): Reading<string | null> {
  if (variants.length === 0) return refuse('Sản phẩm chưa có quy cách đóng gói nào: hãy thêm cột “Quy cách”.');
  const withLot = variants.filter(({ id }) => hasLot(id));
  const [only] = withLot.length === 1 ? withLot : variants;
  if (only !== undefined && (variants.length === 1 || withLot.length === 1)) return right(only.id);
  return ask('Sản phẩm có nhiều quy cách: cần chọn.', offersOf(variants));
}

function matchPack(variants: readonly Rec[], pack: string): Reading<string | null> {
  const [only] = variants;
  const same = variants.filter((each) => packKey(labelOf(each)) === packKey(pack));
  const [exact] = same;
  if (exact !== undefined && same.length === 1) return right(exact.id);
  const near = variants.filter((each) => amountKey(labelOf(each)) === amountKey(pack));
  if (near.length === 0) return right(null, only === undefined ? undefined : 'Quy cách mới của sản phẩm.');
  return ask('Quy cách gần giống quy cách đã có: cần xác nhận.', [
    ...offersOf(near),
    { value: null, label: `Quy cách mới: ${pack}` },
  ]);
}

/** Reads and matches the pack of a lot; undefined where a problem stops the row. */
export function readVariant(
  desk: RowDesk,
  context: ImportContext,
  product: FoundProduct,
  lotNumber: string | undefined,
): ReadVariant | undefined {
  const { working } = context;
  const gtin = desk.read('gtin', readGtin) ?? '';
  const pack = desk.read('pack', lineOf(80)) ?? (desk.cell('pack') === '' ? product.pack : '');
  if (desk.problems.length > 0) return undefined;
  const coded = gtin === '' ? undefined : variantByGtin(working, gtin);
  if (coded !== undefined && coded['product'] !== product.id) {
    desk.refuse('gtin', 'Mã vạch này là của sản phẩm khác trong danh mục.');
    return undefined;
  }
  const hasLot = (variant: string) =>
    working.find('lots', 'variant', variant).some((each) => each['lot_number'] === lotNumber);
  const variants = working.find('pack_variants', 'product', product.id);
  const matched = pack === '' ? unnamedPack(variants, hasLot) : matchPack(variants, pack);
  const reading = coded === undefined ? matched : right(coded.id);
  const id = desk.settle('pack_match', desk.cell('pack') === '' ? 'product_name' : 'pack', reading);
  if (id === undefined) return undefined;
  const known = id === null ? '' : String(working.get('pack_variants', id)?.['gtin'] ?? '');
  if (known !== '' && gtin !== '' && gtinToGtin14(known) !== gtinToGtin14(gtin)) {
    desk.refuse('gtin', `Quy cách này đã có mã vạch ${known}.`);
    return undefined;
  }
  return { id, product: product.id, netContents: pack, gtin: known || gtin };
}

/** Plans the pack: a new one, or its barcode where it had none. */
export function planVariant(variant: ReadVariant, working: WorkingSet): { id: string; changes: RecordChange[] } {
  const { id, product, netContents, gtin } = variant;
  const { id: made, change } = working.put(
    'pack_variants',
    id,
    id === null ? { product, net_contents: netContents, gtin } : { gtin },
  );
  return { id: made, changes: change === null ? [] : [change] };
}
