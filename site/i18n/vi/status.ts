/** Where a product stands, as cards and lists of choices say it. Verdicts have their own home: #domain/verdictWords.ts. */
import type { ProductState } from '#site/records/status.ts';

/** What stands on a card; `{n}` stars, `{year}` year of recognition. The long form is the verdict's headline. */
export const status: Record<ProductState, string> = {
  valid: 'OCOP {n} sao',
  pendingCentral: 'OCOP {n} sao – đang đề nghị 5 sao',
  termUnknown: 'OCOP {n} sao – công nhận năm {year}',
  inGrace: 'Đang chờ đánh giá lại',
  notRecognised: 'Chưa được công nhận sao OCOP',
  expired: 'Giấy chứng nhận OCOP đã hết hạn',
  revoked: 'Đã bị thu hồi giấy chứng nhận',
};

/** The same, as a choice in a list of states. */
export const states: Record<ProductState, string> = {
  valid: 'Còn hiệu lực',
  pendingCentral: 'Đang đề nghị 5 sao',
  termUnknown: 'Chưa rõ thời hạn',
  inGrace: 'Đang chờ đánh giá lại',
  notRecognised: 'Chưa được công nhận sao',
  expired: 'Giấy chứng nhận đã hết hạn',
  revoked: 'Bị thu hồi giấy chứng nhận',
};
