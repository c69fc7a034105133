/**
 * The words of a verdict: one headline, one line of fact, one line of what to do. Facts come as arguments; a sentence whose fact is
 * missing is left out or says that the source does not tell it. No date is invented, no word says that the goods are genuine.
 */
import type { DaysLeftWords } from './daysLeft.ts';
import type { Day, PartialDay } from './rules/day.ts';
import type { VerdictState } from './rules/verdict.ts';
import { ENGLISH_DAYS_LEFT, ENGLISH_SENTENCES } from './verdictWords.en.ts';
import { VIETNAMESE_DAYS_LEFT, VIETNAMESE_SENTENCES } from './verdictWords.vi.ts';

export type Language = 'vi' | 'en';

/** What a page can tell: the verdicts, and two answers to a code that leads to no lot. */
export type ToldState = VerdictState | 'unknownCode' | 'wrongCheck';

/** What the sentences need; each state uses its own part. Days are raw (`YYYY-MM-DD`), instants already as shown. */
export interface VerdictWordFacts {
  stars?: number | null;
  /** Last day in force where it is known exactly. */
  lastDay?: Day | null;
  graceUntil?: Day | null;
  /** Only a script knows it: pages hold no "days left". */
  daysLeft?: number | null;
  /** Day of the recognition as exact as known. */
  issuedOn?: PartialDay | '';
  revocation?: { number: string; day: PartialDay | ''; authority: string };
  /** `at` as shown: `HH:mm dd/mm/yyyy`. */
  recall?: { lot: string; at: string; reason: string; phone: string };
  /** `day` as shown. */
  withdrawal?: { lot: string; day: string; reason: string };
  useBy?: PartialDay | '';
  stamps?: { from: string; to: string; day: PartialDay };
  producer?: string;
  code?: string;
  province?: string;
  /** Whether the page shows a picture of the product itself, not a drawn placeholder. */
  hasPicture?: boolean;
}

/** Ground and ink of the panel (design look, "Verdict panels"). Colour never stands alone: each state has its icon. */
export type VerdictTone = 'inForce' | 'ended' | 'withdrawn' | 'danger' | 'quiet' | 'waiting';

export type VerdictIcon =
  | 'check'
  | 'hourglass'
  | 'calendarOff'
  | 'sealOff'
  | 'stop'
  | 'calendarPast'
  | 'stampOff'
  | 'question'
  | 'pencil'
  | 'clock'
  | 'noStar'
  | 'boxOff';

export interface VerdictWords {
  state: ToldState;
  headline: string;
  fact: string;
  /** Empty where there is nothing to do. */
  advice: string;
  /** The part of `advice` that offers a number to call. */
  call?: string;
  /** The part of `fact` that is in the words of a record, whatever the language. */
  quoted?: string;
  tone: VerdictTone;
  icon: VerdictIcon;
}

/** The sentences of one state in one language. */
export type Sentences = Pick<VerdictWords, 'headline' | 'fact' | 'advice' | 'call' | 'quoted'>;
/** State → its sentences: a language is one such table. */
export type SentenceTable = Record<ToldState, (facts: VerdictWordFacts) => Sentences>;

const LOOKS: Record<ToldState, { tone: VerdictTone; icon: VerdictIcon }> = {
  recalled: { tone: 'danger', icon: 'stop' },
  stampVoid: { tone: 'danger', icon: 'stampOff' },
  pastUseBy: { tone: 'danger', icon: 'calendarPast' },
  lotWithdrawn: { tone: 'quiet', icon: 'boxOff' },
  revoked: { tone: 'withdrawn', icon: 'sealOff' },
  expired: { tone: 'ended', icon: 'calendarOff' },
  inGrace: { tone: 'waiting', icon: 'hourglass' },
  registeredOnly: { tone: 'quiet', icon: 'clock' },
  notRecognised: { tone: 'quiet', icon: 'noStar' },
  pendingCentral: { tone: 'waiting', icon: 'hourglass' },
  termUnknown: { tone: 'quiet', icon: 'question' },
  expiresSoon: { tone: 'inForce', icon: 'check' },
  valid: { tone: 'inForce', icon: 'check' },
  unknownCode: { tone: 'quiet', icon: 'question' },
  wrongCheck: { tone: 'quiet', icon: 'pencil' },
};

const TABLES: Record<Language, SentenceTable> = { vi: VIETNAMESE_SENTENCES, en: ENGLISH_SENTENCES };

/** The words and the look of a state. */
export function verdictWords(state: ToldState, facts: VerdictWordFacts, language: Language = 'vi'): VerdictWords {
  return { state, ...TABLES[language][state](facts), ...LOOKS[state] };
}

/** Words that stand above or under a verdict, whatever it is. */
export interface NoticeWords {
  demonstration: Sentences;
  savedCopy: (at: string) => Sentences;
  recallUnchecked: string;
  /** `day` as shown. */
  clockOdd: (day: string) => string;
  proves: string;
  missing: string;
  withheld: string;
  /** Goes between the last day and the full stop, only by script. */
  daysLeft: DaysLeftWords;
}

export const NOTICES: Record<Language, NoticeWords> = {
  vi: {
    demonstration: {
      headline: 'DỮ LIỆU MINH HỌA – lô hàng không có thật',
      fact: 'Tên sản phẩm lấy từ nguồn công khai; lô, ngày, nhật ký do phần mềm tạo ra.',
      advice: 'Không dùng để mua bán.',
    },
    savedCopy: (at) => ({
      headline: `Bản lưu lúc ${at}`,
      fact: 'Tình trạng có thể đã thay đổi.',
      advice: 'Mở lại khi có mạng.',
    }),
    recallUnchecked: 'Chưa kiểm tra được thông báo thu hồi mới nhất.',
    clockOdd: (day) => `Ngày giờ trên điện thoại có thể sai; tình trạng tính đến ${day}.`,
    proves:
      'Mã này do hệ thống cấp cho lô hàng nêu trên. Trang không chứng minh được món hàng trên tay bạn là hàng thật, vì tem có thể bị sao chép.',
    missing: 'Chưa khai báo',
    withheld: 'không công bố theo yêu cầu',
    daysLeft: VIETNAMESE_DAYS_LEFT,
  },
  en: {
    demonstration: {
      headline: 'DEMONSTRATION DATA – this lot does not exist',
      fact: 'Product names come from public sources; lots, dates and diaries were made by software.',
      advice: 'Not for trade.',
    },
    savedCopy: (at) => ({
      headline: `Saved copy of ${at}`,
      fact: 'Things may have changed since.',
      advice: 'Open again when online.',
    }),
    recallUnchecked: 'The latest recall notices could not be checked.',
    clockOdd: (day) => `The date on this phone may be wrong; this is the state on ${day}.`,
    proves:
      'The system issued this code for the lot above. The page cannot prove that the goods in your hand are genuine, because a stamp can be copied.',
    missing: 'Not stated',
    withheld: 'not shown, at the owner’s request',
    daysLeft: ENGLISH_DAYS_LEFT,
  },
};
