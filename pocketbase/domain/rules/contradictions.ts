/**
 * What cannot be true of one record by itself: days in the wrong order, codes with a wrong check digit. One rule for the form, the API, the
 * import and publishing; what needs other records (recognitions) has rules of its own.
 */
import { dayBounds } from './day.ts';
import { isDemonstrationGtin, isGln, isGtin } from './gs1.ts';

/** What contradicts what, where it is told, and how it is mended. */
export interface Contradiction {
  /** The field to mend. */
  field: string;
  /** All fields of which one, changed, could mend it. */
  fields: readonly string[];
  message: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Collection → pairs of days of which the second never lies before the first. */
const IN_ORDER: Readonly<Record<string, readonly (readonly [first: string, second: string, message: string])[]>> = {
  recognitions: [
    ['issued_on', 'expires_on', 'Ngày hết giá trị trước ngày cấp giấy chứng nhận.'],
    ['issued_on', 'revoked_on', 'Ngày thu hồi giấy chứng nhận trước ngày cấp.'],
  ],
  certificates: [['issued_on', 'expires_on', 'Ngày hết giá trị trước ngày cấp.']],
  lots: [
    ['produced_on', 'packed_on', 'Ngày đóng gói trước ngày sản xuất.'],
    ['produced_on', 'use_by', 'Hạn sử dụng trước ngày sản xuất.'],
    ['packed_on', 'use_by', 'Hạn sử dụng trước ngày đóng gói.'],
  ],
  fairs: [
    ['starts_on', 'ends_on', 'Ngày kết thúc trước ngày bắt đầu.'],
    ['visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.'],
  ],
  sales_points: [
    ['opened_on', 'closed_on', 'Ngày đóng cửa trước ngày mở cửa.'],
    ['visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.'],
  ],
  platforms: [['opened_on', 'closed_on', 'Ngày ngừng trước ngày hoạt động.']],
  listings: [['listed_on', 'closed_on', 'Ngày gỡ trước ngày lên sàn.']],
  products: [['visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.']],
  producers: [['visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.']],
};

const GTIN_WORDS = 'Mã vạch (GTIN) sai chữ số kiểm tra. Hãy so lại với mã in trên bao bì.';
const GLN_WORDS = 'Mã địa điểm (GLN) sai chữ số kiểm tra. Hãy so lại với giấy cấp mã.';

/** Collection → its codes of GS1, each with the rule and what is said. */
const CODES: Readonly<
  Record<string, readonly (readonly [field: string, isRight: (code: string) => boolean, words: string])[]>
> = {
  pack_variants: [['gtin', isGtin, GTIN_WORDS]],
  producers: [['gln', isGln, GLN_WORDS]],
  trace_events: [['location_code', isGln, GLN_WORDS]],
};

/** What is said of a barcode kept for demonstrations at a product that is real. */
export const PRETENDED_GTIN_WORDS =
  'Mã vạch bắt đầu bằng 952 chỉ dùng để minh họa, không phải mã của một hàng hóa thật.';

/** Whether a pack says of a real product that it carries a barcode which no real thing carries. */
export function isPretendedGtin(gtin: string, isDemonstration: boolean): boolean {
  return gtin !== '' && !isDemonstration && isDemonstrationGtin(gtin);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Whether the second day surely lies before the first, however inexactly both are known. */
function isBefore(first: unknown, second: unknown): boolean {
  const early = dayBounds(textOf(first));
  const late = dayBounds(textOf(second));
  return early !== null && late !== null && late.last < early.first;
}

/** Whether a record of the collection could contradict itself at all: most cannot, and need not be looked at. */
export function couldContradict(collection: string): boolean {
  return IN_ORDER[collection] !== undefined || CODES[collection] !== undefined;
}

/** Everything that contradicts itself in a record; that each value is one of its kind is the schema's affair. */
export function contradictions(collection: string, record: Values): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [first, second, message] of IN_ORDER[collection] || [])
    if (isBefore(record[first], record[second]))
      found.push({ field: second, fields: [first, second], message: `${message} Hãy sửa một trong hai ngày.` });
  for (const [field, isRight, message] of CODES[collection] || []) {
    const code = textOf(record[field]);
    if (code !== '' && !isRight(code)) found.push({ field, fields: [field], message });
  }
  return found;
}

/** Those that a change brings or has at hand: an old one elsewhere in the record stands in the way of nothing. */
export function newContradictions(collection: string, before: Values | null, after: Values): Contradiction[] {
  const found = contradictions(collection, after);
  if (before === null) return found;
  return found.filter(({ fields }) => fields.some((field) => textOf(before[field]) !== textOf(after[field])));
}
