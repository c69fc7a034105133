import { dayBounds, type PartialDay } from '#domain/rules/day.ts';
import { fold } from '#domain/rules/fold.ts';
import { correctedFields, LOT_WORDS } from '#domain/rules/lotLife.ts';
import { changedFields } from '#domain/rules/revision.ts';
import { readDay } from '../cells/readDay.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import { readLotNumber } from '../cells/readLotNumber.ts';
import { readQuantities } from '../cells/readQuantities.ts';
import { readLine } from '../cells/text.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { schemaProblem } from '../plan/workingSet.ts';
import type { Cell } from '../read/sheet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { type FoundProduct, findProduct } from './findProduct.ts';
import { planOldCode, readOldCode } from './planEarlierCode.ts';
import { planVariant, type ReadVariant, readVariant, variantByGtin } from './planVariant.ts';
import { lineOf } from './readParts.ts';

const SHELF_LIFE = /^(?:hsd\s*:?\s*)?(\d{1,3})\s*(ngày|tháng|năm)(?!\p{L}|\s*\d)/iu;

/** The last day of a shelf life counted from a whole day. */
function after(from: string, count: number, unit: string): PartialDay {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const months = unit === 'năm' ? count * 12 : unit === 'tháng' ? count : 0;
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, months === 0 ? day + count : Math.min(day, lastOfMonth)));
  return moved.toISOString().slice(0, 10);
}

/** A use-by day; a shelf life ("12 tháng") is no day, and may be counted from the day of production. */
function readUseBy(producedOn: PartialDay | '') {
  return (cell: Cell): Reading<PartialDay> => {
    const life = typeof cell === 'string' ? SHELF_LIFE.exec(cell.normalize('NFC').trim()) : null;
    if (life === null) return readDay(cell);
    const [, count = '', unit = ''] = life;
    if (producedOn.length !== 10) return refuse('Đây là thời hạn, không phải ngày: cần hạn sử dụng ghi trên nhãn.');
    const value = after(producedOn, Number(count), unit.toLowerCase());
    return ask('Đây là thời hạn, không phải ngày: hạn trên nhãn có phải ngày này không?', [
      { value, label: value.split('-').reverse().join('/') },
    ]);
  };
}

const isAfter = (first: string, second: string) =>
  (dayBounds(first)?.first ?? '') > (dayBounds(second)?.last ?? '9999-12-31');

function readDays(desk: RowDesk, today: string) {
  const producedOn = desk.read('produced_on', readDay) ?? '';
  const packedOn = desk.read('packed_on', readDay) ?? '';
  const useBy = desk.read('use_by', readUseBy(producedOn)) ?? '';
  for (const [field, day] of [
    ['produced_on', producedOn],
    ['packed_on', packedOn],
  ] as const)
    if (isAfter(day, today)) desk.refuse(field, 'Ngày ở tương lai.');
  if (packedOn !== '' && isAfter(producedOn, packedOn)) desk.refuse('packed_on', 'Ngày đóng gói trước ngày sản xuất.');
  const made = producedOn || packedOn;
  if (useBy !== '' && isAfter(made, useBy)) desk.refuse('use_by', 'Hạn sử dụng trước ngày sản xuất.');
  return { produced_on: producedOn, packed_on: packedOn, use_by: useBy };
}

/** A number with what it counts: `1.200 túi`, or a number and a column of its own for the unit. */
function readCount(cell: Cell): Reading<{ quantity: number; unit: string }> {
  const all = readQuantities(cell);
  if (all.status === 'refuse') return all;
  if (all.status === 'ask')
    return ask(
      all.why,
      all.candidates.map(({ value, label }) => ({ value: { quantity: value[0]?.amount ?? 0, unit: '' }, label })),
    );
  const [only] = all.value;
  if (only === undefined || all.value.length > 1 || only.upTo !== undefined || only.of !== undefined)
    return refuse('Ô có nhiều số: cần một số lượng.');
  const line = typeof cell === 'string' ? readLine(cell) : right('');
  const unit = line.status === 'right' ? (/\d[\d.,\s]*([\p{L}²³/ ]{1,40})$/u.exec(line.value)?.[1] ?? '').trim() : '';
  return right({ quantity: only.amount, unit });
}

const UNIT_IN_HEADING = /\(([\p{L}²³ /]{1,20})\)\s*$/u;

function readQuantity(desk: RowDesk): { quantity: number | ''; quantity_unit: string } {
  const read = desk.read('quantity', readCount);
  const stated = desk.read('quantity_unit', lineOf(40)) ?? '';
  if (read === undefined) return { quantity: '', quantity_unit: '' };
  const unit = stated || read.unit || (UNIT_IN_HEADING.exec(desk.heading('quantity'))?.[1] ?? '').trim();
  return { quantity: read.quantity || '', quantity_unit: unit };
}

const areaKey = (code: string) => fold(code).replace(/[^a-z0-9]/g, '');

/** The growing area by its code where it is in the list of areas; else its words. */
function readArea(desk: RowDesk, { working }: ImportContext, known: readonly unknown[]): Record<string, unknown> {
  const text = desk.read('growing_area', lineOf(200)) ?? '';
  if (text === '') return {};
  const area = [...working.all('growing_areas')].find((each) => areaKey(String(each['code'])) === areaKey(text));
  if (area === undefined) return { growing_area: text };
  return known.includes(area.id) ? {} : { areas: [...known, area.id] };
}

/** The lot that is there; one whose number differs in case or dashes alone is asked about. */
function matchLot(context: ImportContext, variant: string | null, number: string): Reading<string | null> {
  const lots = variant === null ? [] : context.working.find('lots', 'variant', variant);
  const same = lots.find((each) => each['lot_number'] === number);
  if (same !== undefined) return right(same.id);
  const near = lots.filter((each) => areaKey(String(each['lot_number'])) === areaKey(number));
  if (near.length === 0) return right(null);
  return ask('Số lô gần giống lô đã có: cần xác nhận.', [
    ...near.map((each) => ({ value: each.id, label: `Lô ${each['lot_number']}` })),
    { value: null, label: `Lô mới: ${number}` },
  ]);
}

/** The product by its barcode where the row names it no other way. */
function productOf(desk: RowDesk, context: ImportContext): FoundProduct | undefined {
  const gtin = desk.text('gtin').replace(/\D/g, '');
  const isNamed = desk.cell('product_name') !== '' || desk.cell('product_code') !== '';
  const variant = isNamed || gtin === '' ? undefined : variantByGtin(context.working, gtin);
  const product = variant === undefined ? undefined : context.working.get('products', String(variant['product']));
  if (product === undefined) return findProduct(desk, context);
  return { id: product.id, name: String(product['name']), pack: '' };
}

type Values = Readonly<Record<string, unknown>>;

/** A lot that has left its draft is corrected one by one, each time with a reason: a list brings none. */
function refuseCorrection(desk: RowDesk, known: Values | undefined, fields: Values): void {
  if (known === undefined) return;
  // An empty cell says nothing.
  const stated = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const changed = correctedFields(known, stated, changedFields(known, stated));
  for (const field of changed) desk.refuse(field === 'areas' ? 'growing_area' : field, LOT_WORDS.facts);
}

interface ReadLot {
  product: FoundProduct;
  variant: ReadVariant;
  number: string;
  id: string | null;
}

function readLot(desk: RowDesk, context: ImportContext): ReadLot | undefined {
  if (desk.cell('lot_number') === '') desk.refuse('lot_number', 'Thiếu số lô.');
  const number = desk.read('lot_number', readLotNumber);
  const product = productOf(desk, context);
  const variant = product === undefined ? undefined : readVariant(desk, context, product, number);
  if (number === undefined || product === undefined || variant === undefined) return undefined;
  const id = desk.settle('lot_match', 'lot_number', matchLot(context, variant.id, number));
  return id === undefined ? undefined : { product, variant, number, id };
}

/** A list of lots. New ones are drafts, and their trace codes are the program's to give; a code in the list is an earlier system's. */
export const planLotRow: PlanRow = (desk, context) => {
  const { working } = context;
  const lot = readLot(desk, context);
  const known = lot?.id == null ? undefined : working.get('lots', lot.id);
  const fields: Record<string, unknown> = {
    ...readDays(desk, context.today),
    ...readQuantity(desk),
    ...readArea(desk, context, Array.isArray(known?.['areas']) ? known['areas'] : []),
  };
  refuseCorrection(desk, known, fields);
  // The code that this program gave may stand in a list that came out of it.
  const isOurs =
    known !== undefined &&
    desk
      .text('old_code')
      .toUpperCase()
      .replace(/[\s.-]/g, '') === known['trace_code'];
  const code = isOurs ? '' : readOldCode(desk, working, lot?.id ?? null);
  const problem = schemaProblem('lots', Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')));
  if (problem !== null) desk.refuse(problem.field, problem.why);
  if (lot === undefined || desk.problems.length > 0) return null;
  const variant = planVariant(lot.variant, working);
  const fresh = { variant: variant.id, lot_number: lot.number, state: 'draft' };
  const put = working.put('lots', lot.id, lot.id === null ? { ...fresh, ...fields } : fields);
  return {
    title: `Lô ${lot.number} – ${lot.product.name}`,
    changes: [...variant.changes, ...(put.change ? [put.change] : []), ...planOldCode(code, 'lots', put.id, working)],
    isNew: lot.id === null,
  };
};
