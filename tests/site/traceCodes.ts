/** The lots of the fixture by what their page tells on its day of publishing, 22/11/2026. */
import type { VerdictState } from '#domain/rules/verdict.ts';

/** Day for which the fixture's verdicts were told. */
export const PUBLISHED = '2026-11-22';

export const CODES = {
  valid: 'MATNG2345E',
  recalled: 'THUHH2345P',
  useBySoon: 'SAPHH23453',
  awkwardNumber: 'SXCHA2345S',
  pastUseBy: 'QUAHD2345V',
  lotWithdrawn: 'NGUNG2345N',
  expiresSoon: 'SAPHE2345N',
  expired: 'HETHA23452',
  inGrace: 'CHKET2345C',
  revoked: 'THUGC2345T',
  registeredOnly: 'MCAPG23455',
  notRecognised: 'CHUAC2345P',
  pendingCentral: 'DENGH2345R',
  pendingAlone: 'DENGX23458',
  termUnknown: 'KRTHN2345T',
  notDemonstration: 'THUAA23456',
  lastDayUnknown: 'KRNGA2345R',
  withdrawnProduct: 'RUTDM23452',
  endedDayUnknown: 'HETNA2345D',
} as const;

/** Code → state of the panel and its headline. */
export const TOLD: Record<string, [state: VerdictState, headline: string]> = {
  [CODES.valid]: ['valid', 'OCOP 4 sao – còn hiệu lực'],
  [CODES.recalled]: ['recalled', 'DỪNG SỬ DỤNG – lô bị thu hồi'],
  [CODES.useBySoon]: ['valid', 'OCOP 4 sao – còn hiệu lực'],
  [CODES.awkwardNumber]: ['valid', 'OCOP 4 sao – còn hiệu lực'],
  [CODES.pastUseBy]: ['pastUseBy', 'Lô hàng đã quá hạn sử dụng'],
  [CODES.lotWithdrawn]: ['lotWithdrawn', 'Lô hàng ngừng lưu hành'],
  [CODES.expiresSoon]: ['expiresSoon', 'OCOP 3 sao – còn hiệu lực'],
  [CODES.expired]: ['expired', 'Giấy chứng nhận OCOP đã hết hạn'],
  [CODES.inGrace]: ['inGrace', 'Đang chờ đánh giá lại'],
  [CODES.revoked]: ['revoked', 'Đã bị thu hồi giấy chứng nhận'],
  [CODES.registeredOnly]: ['registeredOnly', 'Mã đã cấp, chưa có thông tin lô'],
  [CODES.notRecognised]: ['notRecognised', 'Chưa được công nhận sao OCOP'],
  [CODES.pendingCentral]: ['pendingCentral', 'OCOP 4 sao – đang đề nghị 5 sao'],
  [CODES.pendingAlone]: ['pendingCentral', 'Đang đề nghị 5 sao'],
  [CODES.termUnknown]: ['termUnknown', 'OCOP 3 sao – công nhận năm 2023'],
  [CODES.notDemonstration]: ['termUnknown', 'OCOP 4 sao – chưa rõ thời hạn'],
  [CODES.lastDayUnknown]: ['valid', 'OCOP 3 sao – còn hiệu lực'],
  [CODES.withdrawnProduct]: ['valid', 'OCOP 3 sao – còn hiệu lực'],
  [CODES.endedDayUnknown]: ['expired', 'Giấy chứng nhận OCOP đã hết hạn'],
};
