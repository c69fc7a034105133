/** Certified area, growing-area codes and packing houses. */
import { CERTIFICATE_SCHEMES } from '#domain/certificate.ts';
import { GROWING_AREA_KINDS } from '#domain/growingArea.ts';
import { hasBegun, isThere } from '#domain/programme/records.ts';
import type { Frame, Moment } from '#domain/report/moment.ts';
import type { Counted } from '#domain/report/records.ts';
import { type Column, compare, type Line, makeTable, rounded, type Table } from '#domain/report/table.ts';
import { dayBounds } from '#domain/rules/day.ts';

const columnsOf = (counted: string): Column[] => [
  { key: 'now', label: counted, kind: 'count', adds: true },
  { key: 'before', label: 'Cùng kỳ năm trước', kind: 'count', adds: true },
  { key: 'change', label: 'Thay đổi', kind: 'count', adds: true },
  { key: 'area', label: 'Diện tích (ha)', kind: 'area', adds: true },
  { key: 'areaBefore', label: 'Diện tích cùng kỳ (ha)', kind: 'area', adds: true },
  { key: 'areaChange', label: 'Thay đổi (ha)', kind: 'area', adds: true },
];

const hectares = (all: readonly { area_ha: number }[]) => rounded(all.reduce((sum, { area_ha }) => sum + area_ha, 0));
const values = (now: readonly { area_ha: number }[], before: readonly { area_ha: number }[]) => [
  ...compare(now.length, before.length),
  ...compare(hectares(now), hectares(before)),
];

/** Certificates of land that are valid on the day; the last day still counts. */
function certified({ records, on }: Moment): Counted<'certificates'>[] {
  return records.certificates.filter(({ area_ha, issued_on, expires_on }) => {
    const last = dayBounds(expires_on)?.last;
    return area_ha > 0 && hasBegun(issued_on, on) && (last === undefined || last >= on);
  });
}

/** Land with a certificate in force, by scheme. */
export function certifiedTable({ now, before }: Frame): Table {
  const [here, then] = [certified(now), certified(before)];
  const lines = Object.entries(CERTIFICATE_SCHEMES).flatMap(([scheme, label]): Line[] => {
    const of = (all: typeof here) => all.filter((each) => each.scheme === scheme);
    if (of(here).length + of(then).length === 0) return [];
    return [{ key: scheme, label, role: 'part', values: values(of(here), of(then)) }];
  });
  return makeTable({
    key: 'certified',
    title: 'Diện tích được chứng nhận',
    of: 'Loại chứng nhận',
    columns: columnsOf('Giấy chứng nhận'),
    lines: [...lines, { key: 'total', label: 'Tổng cộng', role: 'total', values: values(here, then) }],
    notes: ['Giấy còn giá trị có ghi diện tích. Một thửa có hai giấy được cộng hai lần.'],
  });
}

/** Codes of growing areas and packing houses that are in use. */
export function codesTable({ now, before }: Frame): Table {
  const inUse = ({ records, on }: Moment) =>
    records.growing_areas.filter((each) => isThere(each.issued_on, each.ended_on, on));
  const [here, then] = [inUse(now), inUse(before)];
  const lines = Object.entries(GROWING_AREA_KINDS).map(([kind, label]): Line => {
    const of = (all: typeof here) => all.filter((each) => each.kind === kind);
    return { key: kind, label, role: 'part', values: values(of(here), of(then)) };
  });
  return makeTable({
    key: 'codes',
    title: 'Mã số vùng trồng, cơ sở đóng gói',
    of: 'Loại',
    columns: columnsOf('Mã còn giá trị'),
    lines: [...lines, { key: 'total', label: 'Tổng cộng', role: 'total', values: values(here, then) }],
    notes: ['Mã đã cấp và chưa dừng vào ngày tính.'],
  });
}
