import type { z } from 'zod';
import { amount, choice, day, flag, link, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';
import type { RecognitionFacts } from './rules/verdict.ts';

export const RECOGNITION_CASES = { first: 'Lần đầu', upgrade: 'Nâng hạng', re_evaluation: 'Đánh giá lại' } as const;
export const LEGAL_BASES = {
  qd1048: '1048/QĐ-TTg (2019)',
  qd148: '148/QĐ-TTg (2023)',
  qd148_1489: '148/QĐ-TTg sửa theo 1489/QĐ-TTg (2025)',
  qd26_2026: '26/2026/QĐ-TTg',
} as const;
/** Decision 26/2026/QĐ-TTg Art. 8, in the order of its letters a, b, c, d, đ, e. */
export const REVOCATION_GROUNDS = {
  dishonest: 'Hồ sơ không trung thực',
  criteria_lost: 'Không còn đạt tiêu chí',
  law_broken: 'Vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, ghi nhãn',
  mark_misused: 'Dùng sai nhãn hiệu OCOP',
  stopped: 'Ngừng sản xuất',
  other: 'Theo kết luận của cơ quan có thẩm quyền',
} as const;

/** The outcome of one decision for one product. Current star and verdict are derived from these, never typed. */
export const recognitions = innerNoun(
  'recognitions',
  {
    label: { one: 'Công nhận sao', many: 'Công nhận sao' },
    title: 'product',
    indexed: ['product', 'decision', 'expires_on'],
  },
  {
    product: relation('Sản phẩm', 'products', { required: true }),
    decision: relation('Quyết định', 'decisions'),
    stars: amount('Số sao', { integer: true, max: 5 }),
    score: amount('Điểm', { max: 100 }),
    case: choice('Trường hợp', RECOGNITION_CASES),
    legal_basis: choice('Căn cứ', LEGAL_BASES),
    pending_central: flag('Đang đề nghị Trung ương 5 sao'),
    issued_on: day('Ngày cấp giấy chứng nhận', { hint: 'Chính xác đến đâu ghi đến đó: ngày, tháng hoặc chỉ năm.' }),
    expires_on: day('Có giá trị đến hết ngày', { hint: 'Để trống: 36 tháng kể từ ngày cấp.' }),
    refiled_on: day('Ngày nộp hồ sơ đánh giá lại'),
    superseded_by: relation('Thay bằng lần công nhận', 'recognitions'),
    revoked_on: day('Ngày thu hồi giấy chứng nhận'),
    revocation_ground: choice('Lý do thu hồi giấy chứng nhận', REVOCATION_GROUNDS),
    revocation_decision: relation('Quyết định thu hồi giấy chứng nhận', 'decisions'),
    evaluation: relation('Kết quả đánh giá', 'evaluations', { secret: true }),
    criteria_version: text('Bộ tiêu chí theo', { max: 40, secret: true }),
    note: text('Ghi chú', { max: 1_000, secret: true }),
    source_url: link('Nguồn'),
  },
);
export type Recognition = Stored<z.infer<typeof recognitions.schema>>;

/** What the rule on verdicts needs of a recognition. */
export function recognitionFacts(
  recognition: Pick<
    Recognition,
    'stars' | 'pending_central' | 'issued_on' | 'expires_on' | 'refiled_on' | 'superseded_by' | 'revoked_on'
  >,
): RecognitionFacts {
  return {
    stars: recognition.stars,
    pendingCentral: recognition.pending_central,
    issuedOn: recognition.issued_on,
    expiresOn: recognition.expires_on,
    refiledOn: recognition.refiled_on,
    revokedOn: recognition.revoked_on,
    superseded: recognition.superseded_by !== '',
  };
}
