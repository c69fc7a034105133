import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERDICT_STATES } from '#domain/rules/verdict.ts';
import { NOTICES, type ToldState, type VerdictWordFacts, verdictWords } from '#domain/verdictWords.ts';
import { times } from '#tests/support/cases.ts';
import { partialDay, wholeDay } from './arbitraries.ts';

const STATES: ToldState[] = [...VERDICT_STATES, 'unknownCode', 'wrongCheck'];
const COMPARE = 'So tên và ảnh dưới đây với sản phẩm trên tay bạn.';

const FACTS: VerdictWordFacts = {
  stars: 4,
  lastDay: '2027-09-14',
  graceUntil: '2028-03-12',
  issuedOn: '2023',
  revocation: { number: '910/QĐ-UBND', day: '2026-09-10', authority: 'UBND tỉnh Bắc Ninh' },
  recall: { lot: 'L260801', at: '09:15 20/11/2026', reason: 'Nhãn ghi sai.', phone: '0204 000 0011' },
  withdrawal: { lot: 'L260802', day: '20/11/2026', reason: 'Nhãn ghi sai.' },
  useBy: '2026-11-01',
  stamps: { from: '000101', to: '000150', day: '2026-10-02' },
  producer: 'HTX Minh Họa 1',
  code: 'ABCDE23456',
  province: 'Bắc Ninh',
};

/** Word for word as agreed (design words, "Verdicts"). */
const AGREED: Record<ToldState, [headline: string, fact: string, advice: string]> = {
  valid: ['OCOP 4 sao – còn hiệu lực', 'Giấy chứng nhận có giá trị đến hết ngày 14/09/2027.', COMPARE],
  expiresSoon: ['OCOP 4 sao – còn hiệu lực', 'Giấy chứng nhận có giá trị đến hết ngày 14/09/2027.', COMPARE],
  inGrace: [
    'Đang chờ đánh giá lại',
    'Giấy chứng nhận hết hạn ngày 14/09/2027; được dùng tiếp trong khi chờ kết quả, chậm nhất đến 12/03/2028.',
    COMPARE,
  ],
  expired: [
    'Giấy chứng nhận OCOP đã hết hạn',
    'Hết hạn sau ngày 14/09/2027. Hiện không được gắn sao OCOP.',
    'Đây không phải hạn sử dụng của sản phẩm.',
  ],
  revoked: [
    'Đã bị thu hồi giấy chứng nhận',
    'Theo Quyết định 910/QĐ-UBND ngày 10/09/2026 của UBND tỉnh Bắc Ninh. Không được gắn sao OCOP.',
    'Đây không phải lệnh thu hồi hàng.',
  ],
  recalled: [
    'DỪNG SỬ DỤNG – lô bị thu hồi',
    'Lô L260801, thông báo lúc 09:15 20/11/2026. Lý do: Nhãn ghi sai.',
    'Không dùng, không bán tiếp. Trả lại nơi mua hoặc gọi 0204 000 0011.',
  ],
  pastUseBy: ['Lô hàng đã quá hạn sử dụng', 'Hạn sử dụng: 01/11/2026.', 'Không nên mua hoặc sử dụng.'],
  lotWithdrawn: [
    'Lô hàng ngừng lưu hành',
    'Lô L260802 ngừng lưu hành từ ngày 20/11/2026. Lý do: Nhãn ghi sai.',
    'Đây không phải lệnh thu hồi hàng.',
  ],
  stampVoid: [
    'Tem này đã bị hủy',
    'Tem số 000101–000150 bị hủy ngày 02/10/2026.',
    'Không nên mua sản phẩm mang tem này; hãy báo cho chúng tôi.',
  ],
  unknownCode: [
    'Không tìm thấy mã này',
    'Mã ABCDE23456 không có trong hệ thống OCOP tỉnh Bắc Ninh.',
    'Hãy xem lại mã trên tem. Tem có thể do hệ thống khác cấp. Bạn có thể báo cho chúng tôi.',
  ],
  wrongCheck: ['Mã gõ chưa đúng', 'Có ký tự bị nhầm hoặc thiếu.', 'Hãy so lại từng ký tự trên tem.'],
  registeredOnly: [
    'Mã đã cấp, chưa có thông tin lô',
    'Mã được cấp cho HTX Minh Họa 1. Thông tin lô hàng chưa được đăng.',
    'Nếu sản phẩm đã bày bán, hãy báo cho chúng tôi.',
  ],
  notRecognised: [
    'Chưa được công nhận sao OCOP',
    'Có mã truy xuất, nhưng chưa có quyết định công nhận.',
    'Sản phẩm khác của cơ sở này có thể đã được công nhận; sao không dùng chung.',
  ],
  pendingCentral: ['OCOP 4 sao – đang đề nghị 5 sao', 'Hồ sơ đã gửi Trung ương, chưa có kết quả.', COMPARE],
  termUnknown: ['OCOP 4 sao – công nhận năm 2023', 'Nguồn không nêu ngày quyết định, chưa xác định được thời hạn.', ''],
};

test.each(STATES)('%s is told as agreed', (state) => {
  const { headline, fact, advice } = verdictWords(state, FACTS);
  expect([headline, fact, advice]).toEqual(AGREED[state]);
});

describe('what is not known is not told', () => {
  const cases: [string, ToldState, VerdictWordFacts, Partial<ReturnType<typeof verdictWords>>][] = [
    [
      'in force, last day not exact',
      'valid',
      { stars: 3 },
      { fact: 'Giấy chứng nhận còn thời hạn. Nguồn không nêu ngày hết hạn chính xác.' },
    ],
    [
      'ended, last day not exact',
      'expired',
      {},
      { fact: 'Nguồn không nêu ngày hết hạn chính xác. Hiện không được gắn sao OCOP.' },
    ],
    ['pending alone', 'pendingCentral', { stars: null }, { headline: 'Đang đề nghị 5 sao' }],
    ['term unknown, no year', 'termUnknown', { stars: 3 }, { headline: 'OCOP 3 sao – chưa rõ thời hạn' }],
    [
      'term unknown, but the decision has its day',
      'termUnknown',
      { stars: 3, issuedOn: '2023-05-04' },
      { fact: 'Nguồn không nêu ngày hết hạn chính xác, chưa xác định được thời hạn.' },
    ],
    [
      'withdrawn, decision unknown',
      'revoked',
      {},
      { fact: 'Nguồn không nêu số và ngày quyết định. Không được gắn sao OCOP.' },
    ],
    [
      'withdrawn, only a month known',
      'revoked',
      { revocation: { number: '', day: '2026-09', authority: 'UBND tỉnh' } },
      { fact: 'Theo quyết định tháng 09/2026 của UBND tỉnh. Không được gắn sao OCOP.' },
    ],
    [
      'recalled, nothing but the lot known',
      'recalled',
      { recall: { lot: 'L1', at: '', reason: '', phone: '' } },
      { fact: 'Lô L1.', advice: 'Không dùng, không bán tiếp. Trả lại nơi mua.' },
    ],
    ['code of a person', 'registeredOnly', {}, { fact: 'Thông tin lô hàng chưa được đăng.' }],
    ['no picture', 'valid', { ...FACTS, hasPicture: false }, { advice: 'So tên dưới đây với sản phẩm trên tay bạn.' }],
  ];
  test.each(cases)('%s', (_, state, facts, words) => {
    expect(verdictWords(state, facts)).toMatchObject(words);
  });
});

test.each([
  [0, 'hết ngày 14/09/2027 (hôm nay là ngày cuối).'],
  [1, 'hết ngày 14/09/2027 (còn 1 ngày).'],
  [30, 'hết ngày 14/09/2027 (còn 30 ngày).'],
])('%d days left', (daysLeft, end) => {
  expect(verdictWords('expiresSoon', { ...FACTS, daysLeft }).fact.endsWith(end)).toBe(true);
});

describe('in both languages', () => {
  const facts: fc.Arbitrary<VerdictWordFacts> = fc.record(
    {
      stars: fc.constantFrom(3, 4, 5),
      lastDay: fc.option(wholeDay),
      graceUntil: wholeDay,
      issuedOn: fc.oneof(partialDay, fc.constant('')),
      revocation: fc.constantFrom(FACTS.revocation ?? { number: '', day: '', authority: '' }, {
        number: '',
        day: '' as const,
        authority: '',
      }),
      recall: fc.constantFrom(FACTS.recall ?? { lot: '', at: '', reason: '', phone: '' }),
      withdrawal: fc.constantFrom(FACTS.withdrawal ?? { lot: '', day: '', reason: '' }, {
        lot: 'L1',
        day: '',
        reason: '',
      }),
      useBy: partialDay,
      producer: fc.constantFrom('', 'HTX Minh Họa 1'),
      code: fc.constant('ABCDE23456'),
      province: fc.constant('Bắc Ninh'),
    },
    { requiredKeys: ['stars', 'graceUntil', 'recall', 'withdrawal', 'useBy', 'code', 'province'] },
  );
  const said = fc
    .tuple(fc.constantFrom(...STATES), facts, fc.constantFrom('vi' as const, 'en' as const))
    // The rule gives grace only to an exact term.
    .filter(([state, about]) => state !== 'inGrace' || about.lastDay != null);

  test('headlines are short, sentences whole, and nothing of the program shows through', () => {
    fc.assert(
      fc.property(said, ([state, about, language]) => {
        const { headline, fact, advice } = verdictWords(state, about, language);
        const all = [headline, fact, advice].filter((part) => part !== '').join(' ');
        expect([...headline].length).toBeLessThanOrEqual(36);
        expect(all).not.toMatch(/undefined|null|NaN|[{}[\]]|!|\s{2,}|\.\.|\s[.,;]/);
        for (const sentence of [fact, advice]) if (sentence !== '') expect(sentence).toMatch(/\.$/);
      }),
      times(1_000),
    );
  });

  test('no verdict claims that goods are genuine, and no date is made up', () => {
    fc.assert(
      fc.property(said, ([state, about, language]) => {
        const { headline, fact, advice } = verdictWords(state, about, language);
        const all = [headline, fact, advice].join(' ').toLowerCase();
        expect(all).not.toMatch(/hàng thật|hàng giả|chính hãng|100 ?%|genuine|authentic|fake/);
        if (about.lastDay == null && (state === 'valid' || state === 'expired')) expect(fact).not.toMatch(/[0-9]/);
      }),
      times(500),
    );
  });

  test('no Vietnamese word is left in English', () => {
    for (const state of STATES) {
      const { headline, fact, advice } = verdictWords(state, FACTS, 'en');
      const own = [headline, fact, advice]
        .join(' ')
        .replace(/HTX Minh Họa 1|Bắc Ninh|UBND tỉnh|QĐ-UBND|Nhãn ghi sai/g, '');
      expect(own).not.toMatch(/[^\u0020-\u007e–’]/);
    }
  });
});

test('notices say what was agreed', () => {
  expect(NOTICES.vi.demonstration.headline).toBe('DỮ LIỆU MINH HỌA – lô hàng không có thật');
  expect(NOTICES.vi.savedCopy('08:00 01/02/2026').headline).toBe('Bản lưu lúc 08:00 01/02/2026');
  expect(NOTICES.vi.recallUnchecked).toBe('Chưa kiểm tra được thông báo thu hồi mới nhất.');
  expect(NOTICES.vi.clockOdd('22/11/2026')).toBe(
    'Ngày giờ trên điện thoại có thể sai; tình trạng tính đến 22/11/2026.',
  );
  expect(NOTICES.vi.proves).toBe(
    'Mã này do hệ thống cấp cho lô hàng nêu trên. Trang không chứng minh được món hàng trên tay bạn là hàng thật, vì tem có thể bị sao chép.',
  );
});
