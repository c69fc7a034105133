import { LEGAL_BASES, RECOGNITION_CASES, REVOCATION_GROUNDS } from '#domain/recognition.ts';
import { termOf } from '#domain/rules/term.ts';
import type { PublicRecognition } from '#domain/snapshot.ts';
import { columnsOf } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openRecognitions } from '../openRecords.ts';
import { recordById } from '../recordById.ts';
import { originColumns } from './shared.ts';

const column = columnsOf<PublicRecognition>();
const productOf = ({ product }: PublicRecognition) => recordById('products', product);

/** The last day in force where it is known to the day. */
function lastDay({ issued_on, expires_on, pending_central }: PublicRecognition): string {
  const term = pending_central ? null : termOf(issued_on, expires_on);
  return term?.exact === true ? term.latestEnd : '';
}

/** What each decision said of each product. A proposal for five stars is no star. */
export const recognitions = describe<PublicRecognition>({
  name: 'cong-nhan',
  title: 'Công nhận sao',
  about:
    'Mỗi dòng một lần công nhận của một sản phẩm, kể cả lần đã hết hạn, đã thay hoặc đã bị thu hồi giấy chứng nhận.',
  rows: openRecognitions,
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.id('san_pham_ma', 'Mã sản phẩm', ({ product }) => product),
    column.text('san_pham_ten', 'Tên sản phẩm', (each) => productOf(each)?.name),
    column.id('quyet_dinh_ma', 'Mã quyết định', ({ decision }) => decision),
    column.number('sao', 'Số sao được công nhận lần này; bỏ trống khi mới là đề nghị', 'sao', (each) =>
      each.pending_central ? 0 : each.stars,
    ),
    column.flag(
      'dang_de_nghi_5_sao',
      'Hồ sơ đề nghị Trung ương 5 sao, chưa có kết quả',
      ({ pending_central }) => pending_central,
    ),
    ...column.code('truong_hop', 'Trường hợp', RECOGNITION_CASES, (each) => each.case),
    ...column.code('can_cu', 'Căn cứ đánh giá', LEGAL_BASES, ({ legal_basis }) => legal_basis),
    column.day('ngay_cap', 'Ngày cấp giấy chứng nhận', ({ issued_on }) => issued_on),
    column.day(
      'co_gia_tri_den',
      'Ngày cuối còn giá trị: như quyết định ghi, không ghi thì 36 tháng kể từ ngày cấp; bỏ trống khi nguồn không đủ chính xác',
      lastDay,
    ),
    column.id('thay_bang', 'Mã lần công nhận thay thế', ({ superseded_by }) => superseded_by),
    column.day('thu_hoi_ngay', 'Ngày thu hồi giấy chứng nhận', ({ revoked_on }) => revoked_on),
    ...column.code(
      'thu_hoi_ly_do',
      'Lý do thu hồi giấy chứng nhận',
      REVOCATION_GROUNDS,
      ({ revocation_ground }) => revocation_ground,
    ),
    column.id(
      'thu_hoi_quyet_dinh_ma',
      'Mã quyết định thu hồi giấy chứng nhận',
      ({ revocation_decision }) => revocation_decision,
    ),
    ...originColumns<PublicRecognition>((each) => ({
      source_url: each.source_url,
      demonstration:
        productOf(each)?.demonstration === true || recordById('decisions', each.decision)?.demonstration === true,
    })),
  ],
});
