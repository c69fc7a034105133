/**
 * What a notice says: an official letter of the office to the maker of a product whose certificate ends, ended, or is being evaluated again.
 * Content only; how it stands on paper is in letterDocument.ts. What the records do not tell stays dotted, to be filled in by hand.
 */
import { AUTHORITIES } from '#domain/decision.ts';
import type { AuthorityLevel } from '#domain/rules/legalBasis.ts';
import { dayInWords } from './dayInWords.ts';

/** Stages that the office writes about; one whose dossier lies there in time needs no letter. */
export const LETTER_STAGES = ['late', 'dueToFile', 'inGrace', 'ended'] as const;
export type LetterStage = (typeof LETTER_STAGES)[number];

/** All that a letter is made of. Texts are empty where nobody stated them; days are whole. */
export interface LetterFacts {
  stage: LetterStage;
  office: {
    name: string;
    parent: string;
    place: string;
    phone: string;
    email: string;
    address: string;
    signerTitle: string;
  };
  product: string;
  stars: number;
  /** Criteria set 26: samples cannot be handed in. */
  isTourism: boolean;
  decision: { number: string; decidedOn: string; authority: AuthorityLevel | ''; authorityName: string };
  producer: { name: string; address: string; commune: string };
  /** The earliest and the latest that the last day in force may be. */
  firstEnd: string;
  lastDay: string;
  opens: string;
  closes: string;
  refiledOn: string;
  /** Last day of grace; empty where the office does not apply it. */
  graceUntil: string;
  /** Year of writing. */
  year: string;
}

/** A paragraph, or a line of a list. */
export interface LetterPart {
  text: string;
  isItem: boolean;
}

export interface Letter {
  parent: string;
  office: string;
  subject: string;
  /** `Bắc Ninh, ngày … tháng … năm 2026`. */
  placeAndDay: string;
  to: string;
  toAddress: string;
  parts: LetterPart[];
  signerTitle: string;
  copies: string[];
}

export const DOTS = '……';
const RULE = 'Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ';

const SUBJECTS: Readonly<Record<LetterStage, string>> = {
  dueToFile: 'V/v nộp hồ sơ đánh giá lại sản phẩm OCOP',
  late: 'V/v nộp hồ sơ đánh giá lại sản phẩm OCOP',
  inGrace: 'V/v sử dụng giấy chứng nhận sản phẩm OCOP trong khi chờ kết quả đánh giá lại',
  ended: 'V/v giấy chứng nhận sản phẩm OCOP đã hết hạn',
};

const says = (text: string): LetterPart => ({ text, isItem: false });
const item = (text: string): LetterPart => ({ text: `- ${text}`, isItem: true });

/** `Xã Yên Thế` within a sentence: `xã Yên Thế`. */
const withinSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const people = (commune: string) => (commune === '' ? '' : `UBND ${withinSentence(commune)}`);

function recognised({ product, producer, stars, decision }: LetterFacts): string {
  const by = decision.authorityName || (decision.authority === '' ? DOTS : AUTHORITIES[decision.authority]);
  const day = decision.decidedOn === '' ? `ngày ${DOTS}` : dayInWords(decision.decidedOn);
  return `Sản phẩm “${product}” của ${producer.name} được công nhận đạt ${stars} sao theo Quyết định số ${decision.number || DOTS} ${day} của ${by}.`;
}

function term({ stage, firstEnd, lastDay }: LetterFacts): string {
  if (firstEnd !== lastDay)
    return `Hồ sơ lưu không ghi đủ ngày nên chỉ xác định được giấy chứng nhận hết hạn trong khoảng từ ${dayInWords(firstEnd)} đến ${dayInWords(lastDay)}; đề nghị Quý chủ thể đối chiếu với giấy chứng nhận đang giữ và báo lại.`;
  return stage === 'dueToFile' || stage === 'late'
    ? `Giấy chứng nhận có giá trị đến hết ${dayInWords(lastDay)}.`
    : `Giấy chứng nhận đã hết hạn sau ${dayInWords(lastDay)}.`;
}

function filingWindow({ opens, closes }: LetterFacts): LetterPart {
  return says(
    `Theo điểm a khoản 6 Điều 7 ${RULE}, hồ sơ đánh giá lại nộp sớm nhất 180 ngày và muộn nhất 120 ngày trước khi giấy chứng nhận hết hạn. Đối với sản phẩm này, thời gian nộp hồ sơ là từ ${dayInWords(opens)} đến hết ${dayInWords(closes)}.`,
  );
}

/** Domain facts 1.9, 1.10: one on paper and one electronic, forms 01 and 02, evidence, samples but for tourism. */
function dossier({ producer, stars, isTourism }: LetterFacts): LetterPart[] {
  const where = people(producer.commune) || 'UBND cấp xã nơi sản xuất';
  const more = stars < 5 ? ' (ghi “nâng hạng” nếu đề nghị số sao cao hơn)' : '';
  const evidence =
    'Tài liệu minh chứng: đăng ký kinh doanh; giấy chứng nhận cơ sở; nguồn gốc nguyên liệu; môi trường; lao động; sở hữu trí tuệ; hợp đồng tiêu thụ và hoạt động quảng bá; câu chuyện sản phẩm; công bố chất lượng, phiếu kiểm nghiệm; mã vạch và tem truy xuất; hệ thống quản lý chất lượng; giải thưởng (nếu có)';
  return [
    says(
      `Hồ sơ gồm 01 bản giấy và 01 bản điện tử (dữ liệu nộp trên phần mềm chấm điểm được tính là bản giấy), nộp tại ${where}:`,
    ),
    item(`Đăng ký theo Mẫu số 01, ghi trường hợp “đánh giá lại”${more};`),
    item('Tự đánh giá theo Mẫu số 02;'),
    item(isTourism ? `${evidence}.` : `${evidence};`),
    ...(isTourism ? [] : [item('05 mẫu sản phẩm.')]),
    ...(stars === 5
      ? [
          says(
            'Với sản phẩm 5 sao, kết quả đánh giá của tỉnh từ 90 điểm trở lên được trình Bộ Nông nghiệp và Môi trường xem xét, công nhận.',
          ),
        ]
      : []),
  ];
}

const NO_STARS =
  'đề nghị Quý chủ thể không in, không gắn sao OCOP trên sản phẩm, bao bì và tài liệu quảng bá cho đến khi được công nhận lại.';

function grace({ graceUntil }: LetterFacts): LetterPart[] {
  if (graceUntil === '') return [];
  return [
    says(
      `Theo khoản 3 Điều 12 Quyết định nêu trên, nếu chưa kịp nộp hồ sơ trong thời gian quy định, giấy chứng nhận tiếp tục có giá trị cho đến khi có kết quả của cơ quan có thẩm quyền, nhưng không quá 180 ngày kể từ ngày hết hạn (chậm nhất đến hết ${dayInWords(graceUntil)}); trong thời gian đó chủ thể vẫn chịu trách nhiệm về sản phẩm.`,
    ),
  ];
}

function partsOf(facts: LetterFacts): LetterPart[] {
  const { stage, office, lastDay, refiledOn, graceUntil } = facts;
  const noDossier = `${office.name} chưa ghi nhận hồ sơ đánh giá lại của sản phẩm.`;
  switch (stage) {
    case 'dueToFile':
      return [
        filingWindow(facts),
        ...dossier(facts),
        says(`Sau ${dayInWords(lastDay)}, nếu sản phẩm chưa được công nhận lại, ${NO_STARS}`),
      ];
    case 'late':
      return [
        filingWindow(facts),
        says(
          `Thời gian nộp hồ sơ nêu trên đã qua; đến nay ${noDossier} Đề nghị Quý chủ thể nộp hồ sơ trong thời gian sớm nhất, hoặc liên hệ với chúng tôi để được hướng dẫn.`,
        ),
        ...grace(facts),
        ...dossier(facts),
        says(`Sau ${dayInWords(graceUntil || lastDay)}, nếu sản phẩm chưa được công nhận lại, ${NO_STARS}`),
      ];
    case 'inGrace':
      return [
        says(
          `Hồ sơ đánh giá lại của sản phẩm đã nộp ${dayInWords(refiledOn)} và đang được xem xét. Theo khoản 3 Điều 12 ${RULE}, giấy chứng nhận được dùng tiếp trong khi chờ kết quả, chậm nhất đến hết ${dayInWords(graceUntil)}; trong thời gian đó chủ thể vẫn chịu trách nhiệm về sản phẩm.`,
        ),
        says(`Sau ngày đó, nếu sản phẩm chưa được công nhận lại, ${NO_STARS}`),
      ];
    case 'ended':
      return [
        says(`Đến nay ${office.name} chưa ghi nhận lần công nhận mới của sản phẩm. Vì vậy, ${NO_STARS}`),
        says('Nếu tiếp tục tham gia Chương trình, đề nghị Quý chủ thể nộp hồ sơ để được đánh giá lại.'),
        ...dossier(facts),
        says('Nếu không còn sản xuất hoặc không tiếp tục tham gia, đề nghị Quý chủ thể báo lại bằng văn bản.'),
      ];
  }
}

function contact({ office }: LetterFacts): LetterPart {
  const ways = [
    office.address === '' ? '' : `địa chỉ ${office.address}`,
    office.phone === '' ? '' : `điện thoại ${office.phone}`,
    office.email === '' ? '' : `thư điện tử ${office.email}`,
  ].filter((way) => way !== '');
  return says(`Đầu mối liên hệ: ${[office.name, ...ways].join(', ')}.`);
}

/** The letter of one certificate. */
export function letterOf(facts: LetterFacts): Letter {
  const { office, producer, stage, year } = facts;
  const commune = people(producer.commune);
  return {
    parent: office.parent,
    office: office.name,
    subject: SUBJECTS[stage],
    placeAndDay: `${office.place}, ngày ${DOTS} tháng ${DOTS} năm ${year}`,
    to: producer.name,
    toAddress: producer.address,
    parts: [
      says(`${recognised(facts)} ${term(facts)}`),
      ...partsOf(facts),
      contact(facts),
      says(`${office.name} trân trọng thông báo để Quý chủ thể biết và thực hiện./.`),
    ],
    signerTitle: office.signerTitle || DOTS,
    copies: ['Như trên;', ...(commune === '' ? [] : [`${commune} (để phối hợp);`]), 'Lưu: VT.'],
  };
}
