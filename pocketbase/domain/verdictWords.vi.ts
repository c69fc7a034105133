/** The Vietnamese sentences of verdicts, word for word as agreed with the office. */
import { type DaysLeftWords, sayDaysLeft } from './daysLeft.ts';
import { dayToVietnamese, isWholeDay, type PartialDay } from './rules/day.ts';
import type { SentenceTable, VerdictWordFacts } from './verdictWords.ts';

const NO_EXACT_END = 'Nguồn không nêu ngày hết hạn chính xác';
const NO_STARS = 'Hiện không được gắn sao OCOP.';

function compare(facts: VerdictWordFacts): string {
  return facts.hasPicture === false
    ? 'So tên dưới đây với sản phẩm trên tay bạn.'
    : 'So tên và ảnh dưới đây với sản phẩm trên tay bạn.';
}

/** Stands between the last day and the full stop. */
export const VIETNAMESE_DAYS_LEFT: DaysLeftWords = {
  none: ' (hôm nay là ngày cuối)',
  one: ' (còn 1 ngày)',
  many: ' (còn {{days}} ngày)',
};

function inForceFact({ lastDay, daysLeft }: VerdictWordFacts): string {
  if (lastDay == null) return `Giấy chứng nhận còn thời hạn. ${NO_EXACT_END}.`;
  const left = daysLeft == null ? '' : sayDaysLeft(daysLeft, VIETNAMESE_DAYS_LEFT);
  return `Giấy chứng nhận có giá trị đến hết ngày ${dayToVietnamese(lastDay)}${left}.`;
}

function inForce(facts: VerdictWordFacts) {
  return { headline: `OCOP ${facts.stars} sao – còn hiệu lực`, fact: inForceFact(facts), advice: compare(facts) };
}

/** `ngày 15/09/2026`, `tháng 09/2026`, `năm 2026`: as exact as known. */
function sayDay(day: PartialDay): string {
  const unit = day.length === 4 ? 'năm' : day.length === 7 ? 'tháng' : 'ngày';
  return `${unit} ${dayToVietnamese(day)}`;
}

function revokedFact({ revocation }: VerdictWordFacts): string {
  const { number = '', day = '', authority = '' } = revocation ?? {};
  const known = [
    number === '' ? 'quyết định' : `Quyết định ${number}`,
    day === '' ? '' : sayDay(day),
    authority === '' ? '' : `của ${authority}`,
  ].filter((part) => part !== '');
  const by = known.length === 1 && number === '' ? 'Nguồn không nêu số và ngày quyết định' : `Theo ${known.join(' ')}`;
  return `${by}. Không được gắn sao OCOP.`;
}

function recalledFact({ recall }: VerdictWordFacts): string {
  const { lot = '', at = '', reason = '' } = recall ?? {};
  const when = at === '' ? '' : `, thông báo lúc ${at}`;
  return `Lô ${lot}${when}.${reason === '' ? '' : ` Lý do: ${reason.replace(/\.+$/, '')}.`}`;
}

function recalled(facts: VerdictWordFacts) {
  const call = facts.recall?.phone ? ` hoặc gọi ${facts.recall.phone}` : '';
  const advice = `Không dùng, không bán tiếp. Trả lại nơi mua${call}.`;
  return { headline: 'DỪNG SỬ DỤNG – lô bị thu hồi', fact: recalledFact(facts), advice, call };
}

function termUnknown(facts: VerdictWordFacts) {
  const year = (facts.issuedOn ?? '').slice(0, 4);
  return {
    headline: `OCOP ${facts.stars} sao – ${year === '' ? 'chưa rõ thời hạn' : `công nhận năm ${year}`}`,
    fact: isWholeDay(facts.issuedOn ?? '')
      ? `${NO_EXACT_END}, chưa xác định được thời hạn.`
      : 'Nguồn không nêu ngày quyết định, chưa xác định được thời hạn.',
    advice: '',
  };
}

export const VIETNAMESE_SENTENCES: SentenceTable = {
  valid: inForce,
  expiresSoon: inForce,
  inGrace: (facts) => ({
    headline: 'Đang chờ đánh giá lại',
    fact: `Giấy chứng nhận hết hạn ngày ${dayToVietnamese(facts.lastDay ?? '')}; được dùng tiếp trong khi chờ kết quả, chậm nhất đến ${dayToVietnamese(facts.graceUntil ?? '')}.`,
    advice: compare(facts),
  }),
  expired: ({ lastDay }) => ({
    headline: 'Giấy chứng nhận OCOP đã hết hạn',
    fact: `${lastDay == null ? `${NO_EXACT_END}.` : `Hết hạn sau ngày ${dayToVietnamese(lastDay)}.`} ${NO_STARS}`,
    advice: 'Đây không phải hạn sử dụng của sản phẩm.',
  }),
  revoked: (facts) => ({
    headline: 'Đã bị thu hồi giấy chứng nhận',
    fact: revokedFact(facts),
    advice: 'Đây không phải lệnh thu hồi hàng.',
  }),
  recalled,
  pastUseBy: ({ useBy }) => ({
    headline: 'Lô hàng đã quá hạn sử dụng',
    fact: `Hạn sử dụng: ${dayToVietnamese(useBy ?? '')}.`,
    advice: 'Không nên mua hoặc sử dụng.',
  }),
  lotWithdrawn: ({ withdrawal }) => {
    const { lot = '', day = '', reason = '' } = withdrawal ?? {};
    const since = day === '' ? '' : ` từ ngày ${day}`;
    return {
      headline: 'Lô hàng ngừng lưu hành',
      fact: `Lô ${lot} ngừng lưu hành${since}.${reason === '' ? '' : ` Lý do: ${reason.replace(/\.+$/, '')}.`}`,
      advice: 'Đây không phải lệnh thu hồi hàng.',
    };
  },
  stampVoid: ({ stamps }) => ({
    headline: 'Tem này đã bị hủy',
    fact: stamps === undefined ? '' : `Tem số ${stamps.from}–${stamps.to} bị hủy ${sayDay(stamps.day)}.`,
    advice: 'Không nên mua sản phẩm mang tem này; hãy báo cho chúng tôi.',
  }),
  unknownCode: ({ code, province }) => ({
    headline: 'Không tìm thấy mã này',
    fact: `Mã ${code} không có trong hệ thống OCOP tỉnh ${province}.`,
    advice: 'Hãy xem lại mã trên tem. Tem có thể do hệ thống khác cấp. Bạn có thể báo cho chúng tôi.',
  }),
  wrongCheck: () => ({
    headline: 'Mã gõ chưa đúng',
    fact: 'Có ký tự bị nhầm hoặc thiếu.',
    advice: 'Hãy so lại từng ký tự trên tem.',
  }),
  registeredOnly: ({ producer }) => ({
    headline: 'Mã đã cấp, chưa có thông tin lô',
    fact: `${producer ? `Mã được cấp cho ${producer}. ` : ''}Thông tin lô hàng chưa được đăng.`,
    advice: 'Nếu sản phẩm đã bày bán, hãy báo cho chúng tôi.',
  }),
  notRecognised: () => ({
    headline: 'Chưa được công nhận sao OCOP',
    fact: 'Có mã truy xuất, nhưng chưa có quyết định công nhận.',
    advice: 'Sản phẩm khác của cơ sở này có thể đã được công nhận; sao không dùng chung.',
  }),
  pendingCentral: (facts) => ({
    headline: facts.stars == null ? 'Đang đề nghị 5 sao' : `OCOP ${facts.stars} sao – đang đề nghị 5 sao`,
    fact: 'Hồ sơ đã gửi Trung ương, chưa có kết quả.',
    advice: compare(facts),
  }),
  termUnknown,
};
