import type { Problem } from '#domain/release.ts';
import { dayBounds } from '#domain/rules/day.ts';
import { type CheckContext, plainRecords, problemAt, type SelectedCollection } from './context.ts';

/** Pairs of days of which the second never lies before the first. */
const IN_ORDER: readonly [SelectedCollection, first: string, second: string, message: string][] = [
  ['recognitions', 'issued_on', 'expires_on', 'Ngày hết giá trị trước ngày cấp giấy chứng nhận.'],
  ['recognitions', 'issued_on', 'revoked_on', 'Ngày thu hồi giấy chứng nhận trước ngày cấp.'],
  ['certificates', 'issued_on', 'expires_on', 'Ngày hết giá trị trước ngày cấp.'],
  ['lots', 'produced_on', 'packed_on', 'Ngày đóng gói trước ngày sản xuất.'],
  ['lots', 'produced_on', 'use_by', 'Hạn sử dụng trước ngày sản xuất.'],
  ['fairs', 'starts_on', 'ends_on', 'Ngày kết thúc trước ngày bắt đầu.'],
  ['sales_points', 'opened_on', 'closed_on', 'Ngày đóng cửa trước ngày mở cửa.'],
  ['platforms', 'opened_on', 'closed_on', 'Ngày ngừng trước ngày hoạt động.'],
  ['listings', 'listed_on', 'closed_on', 'Ngày gỡ trước ngày lên sàn.'],
  ['products', 'visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.'],
  ['producers', 'visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.'],
  ['sales_points', 'visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.'],
  ['fairs', 'visible_from', 'visible_until', 'Ngày thôi hiện trước ngày hiện.'],
];

/** Whether the second day surely lies before the first, however inexactly both are known. */
function isBefore(first: unknown, second: unknown): boolean {
  const early = dayBounds(String(first ?? ''));
  const late = dayBounds(String(second ?? ''));
  return early !== null && late !== null && late.last < early.first;
}

/** Days that contradict each other. That each is a day at all is the schema's affair. */
export function checkDays({ office, selection }: CheckContext): Problem[] {
  return IN_ORDER.flatMap(([collection, first, second, message]) =>
    plainRecords(selection, collection)
      .filter((record) => isBefore(record[first], record[second]))
      .map((record) =>
        problemAt(office, 'error', collection, record, second, `${message} Hãy sửa một trong hai ngày.`),
      ),
  );
}
