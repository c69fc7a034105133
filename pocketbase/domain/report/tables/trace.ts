/** How many of the products in force can be traced. */

import { hasBegun } from '#domain/programme/records.ts';
import type { Frame, Moment } from '#domain/report/moment.ts';
import { besideLine, COMPARED, comparedLines, makeTable, type Table, totalLine } from '#domain/report/table.ts';
import { share } from '#domain/rules/share.ts';

function coverage({ records, inForce, on }: Moment) {
  const productOf = new Map(records.pack_variants.map(({ id, product }) => [id, product]));
  const made = records.lots.filter(
    ({ state, produced_on, packed_on }) => state !== 'draft' && hasBegun(packed_on || produced_on, on),
  );
  const traced = new Set(made.map(({ variant }) => productOf.get(variant)));
  const stamped = new Set(
    made.filter(({ stamps_printed }) => stamps_printed).map(({ variant }) => productOf.get(variant)),
  );
  const goods = inForce.filter(({ isTourism }) => !isTourism);
  const count = (ids: ReadonlySet<string | undefined>) => goods.filter(({ product }) => ids.has(product.id)).length;
  return {
    goods: goods.length,
    parts: new Map([
      ['traced', count(traced)],
      ['untraced', goods.length - count(traced)],
    ]),
    stamped: count(stamped),
    tourism: inForce.length - goods.length,
  };
}

/** Products with a lot that has left draft; tourism has no lots and stands apart. */
export function traceTable(frame: Frame): Table {
  const [now, before] = [coverage(frame.now), coverage(frame.before)];
  const part = ({ parts, goods }: typeof now) => share(parts.get('traced') ?? 0, goods);
  return makeTable({
    key: 'trace',
    title: 'Truy xuất nguồn gốc',
    of: 'Sản phẩm còn hiệu lực, trừ du lịch',
    columns: COMPARED,
    lines: [
      ...comparedLines({ traced: 'Có lô đã cấp mã truy xuất', untraced: 'Chưa có lô nào' }, now.parts, before.parts),
      totalLine(now.goods, before.goods, 'Sản phẩm, trừ dịch vụ du lịch'),
      besideLine('share', 'Tỷ lệ có truy xuất (%)', part(now), part(before), 'share'),
      besideLine('stamped', 'trong đó đã in tem', now.stamped, before.stamped),
      besideLine('tourism', 'Dịch vụ du lịch (không tính)', now.tourism, before.tourism),
    ],
    notes: ['Lô đã qua bản nháp, có ngày sản xuất hoặc đóng gói không sau ngày tính; lô không nêu ngày cũng tính.'],
  });
}
