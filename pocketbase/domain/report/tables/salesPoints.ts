/** Points where OCOP products are shown and sold. */
import { isThere } from '#domain/programme/records.ts';
import type { Frame, Moment } from '#domain/report/moment.ts';
import { liesIn, type Span } from '#domain/report/period.ts';
import {
  besideLine,
  COMPARED,
  comparedLines,
  countBy,
  makeTable,
  type Table,
  totalLine,
} from '#domain/report/table.ts';
import { LOCATION_KINDS } from '#domain/salesPoint.ts';

const FACTS = {
  has_sign: 'Có biển hiệu',
  has_shelves: 'Có kệ hàng',
  has_posted_prices: 'Có bảng giá niêm yết',
  takes_cashless: 'Nhận thanh toán không dùng tiền mặt',
  sells_other_provinces: 'Bán hàng tỉnh khác',
} as const;
const KINDS = { ...LOCATION_KINDS, unstated: 'Không nêu loại địa điểm' } as const;

const open = ({ records, on }: Moment) =>
  records.sales_points.filter((point) => isThere(point.opened_on, point.closed_on, on));
const turned = (moment: Moment, span: Span, day: 'opened_on' | 'closed_on') =>
  moment.records.sales_points.filter((point) => liesIn(point[day], span) === 'in').length;

/** Open sales points by where they are, and what they have. */
export function salesPointsTable({ now, before, span, spanBefore }: Frame): Table {
  const [here, then] = [open(now), open(before)];
  const kindOf = ({ location_kind }: (typeof here)[number]) => location_kind || 'unstated';
  const having = (points: typeof here, fact: keyof typeof FACTS) =>
    points.filter((point) => point[fact] === 'yes').length;
  return makeTable({
    key: 'salesPoints',
    title: 'Điểm giới thiệu và bán sản phẩm',
    of: 'Loại địa điểm',
    columns: COMPARED,
    lines: [
      ...comparedLines(KINDS, countBy(here, kindOf), countBy(then, kindOf)),
      totalLine(here.length, then.length, 'Điểm bán đang mở'),
      ...(Object.keys(FACTS) as (keyof typeof FACTS)[]).map((fact) =>
        besideLine(fact, FACTS[fact], having(here, fact), having(then, fact)),
      ),
      besideLine('opened', 'Mở mới trong kỳ', turned(now, span, 'opened_on'), turned(before, spanBefore, 'opened_on')),
      besideLine('closed', 'Đóng trong kỳ', turned(now, span, 'closed_on'), turned(before, spanBefore, 'closed_on')),
    ],
    notes: ['Điểm bán không nêu ngày mở được coi là đã mở từ trước.'],
  });
}
