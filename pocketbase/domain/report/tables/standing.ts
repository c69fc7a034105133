/** Where products stand: the headline, and every product in exactly one state. */

import { type Entry, type Frame, type Moment, makersOf } from '#domain/report/moment.ts';
import {
  besideLine,
  COMPARED,
  comparedLines,
  countBy,
  makeTable,
  type Table,
  totalLine,
} from '#domain/report/table.ts';
import { takesPart } from '#domain/rules/programmeState.ts';

const STATES = {
  inForce: 'Giấy chứng nhận còn hiệu lực',
  termUnknown: 'Đã công nhận, nguồn không đủ để biết thời hạn',
  inGrace: 'Đang gia hạn chờ đánh giá lại',
  expired: 'Giấy chứng nhận đã hết hạn',
  revoked: 'Đã bị thu hồi giấy chứng nhận',
  pendingOnly: 'Đang đề nghị Trung ương, chưa có công nhận nào',
  notRecognised: 'Chưa được công nhận sao',
} as const;

function stateOf({ stars, verdict }: Entry): keyof typeof STATES {
  if (typeof stars === 'number') return 'inForce';
  const { state } = verdict;
  if (state === 'termUnknown' || state === 'inGrace' || state === 'expired' || state === 'revoked') return state;
  return state === 'pendingCentral' ? 'pendingOnly' : 'notRecognised';
}

const participating = ({ entries }: Moment) =>
  entries.filter(({ product, stars }) => takesPart(product.programme_state, stars !== null)).length;
const communesOf = (entries: readonly Entry[]) => new Set(entries.flatMap(({ commune }) => commune?.id ?? [])).size;
const proposed = ({ entries }: Moment) => entries.filter(({ verdict }) => verdict.state === 'pendingCentral').length;
const unapproved = ({ entries }: Moment) => entries.filter(({ product }) => product.state !== 'approved').length;

/** The few numbers that a report begins with. */
export function headlineTable({ now, before }: Frame): Table {
  const line = (key: string, label: string, of: (moment: Moment) => number) =>
    besideLine(key, label, of(now), of(before));
  return makeTable({
    key: 'headline',
    title: 'Tổng quan',
    of: 'Chỉ tiêu',
    columns: COMPARED.map(({ adds, ...column }) => column),
    lines: [
      line('participating', 'Sản phẩm tham gia chương trình', participating),
      line('inForce', 'Sản phẩm đạt sao còn hiệu lực', ({ inForce }) => inForce.length),
      line('producers', 'Chủ thể có sản phẩm đạt sao còn hiệu lực', ({ inForce }) => makersOf(inForce).length),
      line('communes', 'Xã, phường có sản phẩm đạt sao còn hiệu lực', ({ inForce }) => communesOf(inForce)),
      line('proposed', 'Sản phẩm đang đề nghị Trung ương 5 sao', proposed),
    ],
    notes: [
      'Đếm đến hết ngày tính. Mỗi sản phẩm đếm một lần, theo số sao đang có hiệu lực; tham gia và đạt sao là hai số khác nhau.',
      'Không tính bản ghi đã rút khỏi danh mục.',
    ],
  });
}

/** Every product of the records in one state. */
export function standingTable({ now, before }: Frame): Table {
  return makeTable({
    key: 'standing',
    title: 'Tình trạng công nhận',
    of: 'Tình trạng',
    columns: COMPARED,
    lines: [
      ...comparedLines(STATES, countBy(now.entries, stateOf), countBy(before.entries, stateOf)),
      totalLine(now.entries.length, before.entries.length, 'Tất cả sản phẩm trong hồ sơ'),
      besideLine('proposed', 'trong đó đang đề nghị Trung ương 5 sao', proposed(now), proposed(before)),
      besideLine('unapproved', 'trong đó bản nháp hoặc chờ duyệt', unapproved(now), unapproved(before)),
    ],
    notes: [
      'Theo ngày hiệu lực của quyết định, ngày hết hạn và ngày thu hồi; đề nghị 5 sao chưa có kết quả vẫn đếm theo số sao tỉnh đã công nhận.',
    ],
  });
}

const STAR_LEVELS = { 5: '5 sao', 4: '4 sao', 3: '3 sao' } as const;

/** Products in force by stars. */
export function starsTable({ now, before }: Frame): Table {
  const stars = ({ stars }: Entry) => String(stars);
  const labels = { '5': STAR_LEVELS[5], '4': STAR_LEVELS[4], '3': STAR_LEVELS[3] };
  const lines = comparedLines(labels, countBy(now.inForce, stars), countBy(before.inForce, stars));
  return makeTable({
    key: 'stars',
    title: 'Theo số sao',
    of: 'Số sao',
    columns: COMPARED,
    // Keys of numbers would stand in rising order.
    lines: [
      ...lines.sort((a, b) => Number(b.key) - Number(a.key)),
      totalLine(now.inForce.length, before.inForce.length),
    ],
    notes: ['Sản phẩm còn hiệu lực.'],
  });
}
