import { dayBounds, type PartialDay } from './day.ts';
import { type AuthorityLevel, couldRestOn, grantorsOf, type LegalBasis, withdrawersOf } from './legalBasis.ts';
import { isRecognisedStars, scoreToStars } from './stars.ts';
import { termOf } from './term.ts';

/** What is needed of a decision. */
export interface DecisionFacts {
  decidedOn: PartialDay | '';
  authority: AuthorityLevel | '';
}

/** One recognition as it is about to be stored, with what is needed of its decision. */
export interface RecognitionDraft {
  stars: number;
  /** 0 where not stated: no product that was recognised has zero points. */
  score: number;
  pendingCentral: boolean;
  legalBasis: LegalBasis | '';
  issuedOn: PartialDay | '';
  expiresOn: PartialDay | '';
  revokedOn: PartialDay | '';
  revocationGround: string;
  revocation: DecisionFacts | null;
  superseded: boolean;
  decision: DecisionFacts | null;
}

/** Another recognition of the same product. */
export interface OtherRecognition {
  id: string;
  issuedOn: PartialDay | '';
  expiresOn: PartialDay | '';
  revokedOn: PartialDay | '';
  superseded: boolean;
  pendingCentral: boolean;
}

export type RecognitionProblem =
  | 'starsNotRecognised'
  | 'starsOutsideBand'
  | 'expiryBeforeIssue'
  | 'basisNotInForce'
  | 'authorityCouldNotGrant'
  | 'pendingFiveAsStars'
  | 'revokedBeforeIssue'
  | 'revokedWithoutGround'
  | 'revocationWithoutDay'
  | 'authorityCouldNotWithdraw'
  | 'twoRunning';

/** Where to say what: the field of the form, the cell of the sheet. */
export const PROBLEM_FIELDS: Readonly<Record<RecognitionProblem, string>> = {
  starsNotRecognised: 'stars',
  starsOutsideBand: 'stars',
  expiryBeforeIssue: 'expires_on',
  basisNotInForce: 'legal_basis',
  authorityCouldNotGrant: 'decision',
  pendingFiveAsStars: 'stars',
  revokedBeforeIssue: 'revoked_on',
  revokedWithoutGround: 'revocation_ground',
  revocationWithoutDay: 'revoked_on',
  authorityCouldNotWithdraw: 'revocation_decision',
  twoRunning: 'superseded_by',
};

/** What is said, with the way out. */
export const PROBLEM_WORDS: Readonly<Record<RecognitionProblem, string>> = {
  starsNotRecognised:
    'Chỉ ghi công nhận từ 3 đến 5 sao; dưới 3 sao không có quyết định, hãy ghi kết quả ở đợt đánh giá.',
  starsOutsideBand:
    'Số sao không khớp khung điểm (50–dưới 70: 3 sao; 70–dưới 90: 4 sao; 90–100: 5 sao). Hãy xem lại điểm hoặc số sao.',
  expiryBeforeIssue: 'Ngày hết hạn trước ngày cấp. Hãy xem lại hai ngày, hoặc để trống để tính 36 tháng.',
  basisNotInForce:
    'Văn bản làm căn cứ không có hiệu lực vào ngày quyết định. Hãy chọn căn cứ khác hoặc xem lại ngày quyết định.',
  authorityCouldNotGrant:
    'Cấp ra quyết định không có thẩm quyền công nhận số sao này theo căn cứ và vào ngày đó. Hãy xem lại quyết định, căn cứ hoặc số sao.',
  pendingFiveAsStars:
    'Đang đề nghị Trung ương 5 sao thì chưa ghi 5 sao: hãy ghi số sao mà tỉnh đã công nhận, hoặc bỏ dấu “đang đề nghị” khi đã có quyết định.',
  revokedBeforeIssue: 'Ngày thu hồi trước ngày cấp. Hãy xem lại hai ngày.',
  revokedWithoutGround: 'Thu hồi giấy chứng nhận phải có lý do. Hãy chọn lý do thu hồi.',
  revocationWithoutDay:
    'Đã ghi lý do hoặc quyết định thu hồi thì phải có ngày thu hồi giấy chứng nhận. Hãy ghi ngày, hoặc bỏ hai mục kia.',
  authorityCouldNotWithdraw:
    'Cấp ra quyết định không có thẩm quyền thu hồi giấy chứng nhận của số sao này vào ngày đó: cấp nào công nhận thì cấp ấy thu hồi; từ 22/05/2026, 3 và 4 sao là UBND tỉnh, 5 sao là Bộ Nông nghiệp và Môi trường. Hãy xem lại quyết định thu hồi.',
  twoRunning:
    'Sản phẩm đang có một lần công nhận khác còn hiệu lực mà không rõ lần nào thay lần nào. Hãy ghi ngày cấp của cả hai, hoặc chọn “Thay bằng lần công nhận”.',
};

/**
 * Points that fall short of a gate give fewer stars than their band (domain facts 1.2), so fewer are right and more are wrong. Stars that
 * the ministry has not decided stand at what the province holds to.
 */
function starsFitScore(stars: number, score: number): boolean {
  if (score === 0) return true;
  const band = scoreToStars(score);
  return band !== null && stars <= band;
}

function isBefore(day: PartialDay | '', other: PartialDay | ''): boolean {
  const [a, b] = [dayBounds(day), dayBounds(other)];
  return a !== null && b !== null && a.last < b.first;
}

function grantProblem(draft: RecognitionDraft): RecognitionProblem | null {
  const day = draft.decision?.decidedOn || draft.issuedOn;
  if (draft.legalBasis !== '' && !couldRestOn(draft.legalBasis, day)) return 'basisNotInForce';
  const authority = draft.decision?.authority ?? '';
  const grantors = grantorsOf(draft.stars, draft.legalBasis, day);
  return authority !== '' && grantors !== null && !grantors.includes(authority) ? 'authorityCouldNotGrant' : null;
}

function revocationProblems(draft: RecognitionDraft): RecognitionProblem[] {
  const { revokedOn, revocationGround, revocation } = draft;
  if (revokedOn === '') return revocationGround === '' && revocation === null ? [] : ['revocationWithoutDay'];
  const problems: RecognitionProblem[] = [];
  if (isBefore(revokedOn, draft.issuedOn)) problems.push('revokedBeforeIssue');
  if (revocationGround === '') problems.push('revokedWithoutGround');
  const authority = revocation?.authority ?? '';
  const levels = withdrawersOf(draft.stars, draft.legalBasis, revocation?.decidedOn || revokedOn);
  if (authority !== '' && levels?.includes(authority) === false) problems.push('authorityCouldNotWithdraw');
  return problems;
}

/** Wrong combinations within one recognition, in the order of the form. */
export function recognitionProblems(draft: RecognitionDraft): RecognitionProblem[] {
  const problems: RecognitionProblem[] = [];
  if (draft.pendingCentral && draft.stars === 5) problems.push('pendingFiveAsStars');
  else if (!isRecognisedStars(draft.stars) && !(draft.pendingCentral && draft.stars === 0))
    problems.push('starsNotRecognised');
  else if (!starsFitScore(draft.stars, draft.score)) problems.push('starsOutsideBand');
  if (isBefore(draft.expiresOn, draft.issuedOn)) problems.push('expiryBeforeIssue');
  const grant = grantProblem(draft);
  if (grant !== null) problems.push(grant);
  return [...problems, ...revocationProblems(draft)];
}

/** Whether a recognition could still be running on the day another begins: neither replaced nor revoked nor ended before. */
function runsInto(one: OtherRecognition, next: { issuedOn: PartialDay | '' }): boolean {
  if (one.superseded || one.pendingCentral || one.revokedOn !== '') return false;
  const term = termOf(one.issuedOn, one.expiresOn);
  const begins = dayBounds(next.issuedOn);
  return term !== null && begins !== null && term.earliestEnd >= begins.last;
}

/** What saving one recognition means for the others of its product. */
export interface Succession {
  /**
   * Ids of those that this one takes the place of: running ones (an upgrade always overlaps; that is no error), and proposals to the
   * ministry, which are decided with it, for five stars or, from a central result below 90, for those that the province then gives.
   */
  supersedes: string[];
  /** The later one that takes the place of this one; empty where none does. */
  supersededBy: string;
  /** Ids that overlap without it being clear which came first. */
  unclear: string[];
}

/** The first that comes after the draft and takes its place; null where none does. */
function successor(
  draft: Pick<OtherRecognition, 'issuedOn' | 'expiresOn' | 'pendingCentral'>,
  others: readonly OtherRecognition[],
): OtherRecognition | null {
  let next: OtherRecognition | null = null;
  const self = { ...draft, id: '', revokedOn: '', superseded: false, pendingCentral: false };
  for (const other of others) {
    if (!isBefore(draft.issuedOn, other.issuedOn)) continue;
    if (!draft.pendingCentral && !runsInto(self, other)) continue;
    if (next === null || isBefore(other.issuedOn, next.issuedOn)) next = other;
  }
  return next;
}

/**
 * The succession of recognitions of one product: the later issue takes the place of an earlier one that still runs, and of a proposal to
 * the ministry. A proposal itself takes nothing's place.
 */
export function successionOf(
  draft: Pick<RecognitionDraft, 'issuedOn' | 'expiresOn' | 'revokedOn' | 'superseded' | 'pendingCentral'>,
  others: readonly OtherRecognition[],
): Succession {
  const succession: Succession = { supersedes: [], supersededBy: '', unclear: [] };
  if (draft.superseded || draft.revokedOn !== '') return succession;
  const open = others.filter((other) => !other.superseded && other.revokedOn === '');
  const decided = open.filter((other) => !other.pendingCentral);
  succession.supersededBy = successor(draft, decided)?.id ?? '';
  if (draft.pendingCentral) return succession;
  for (const other of open) {
    const isEarlier = isBefore(other.issuedOn, draft.issuedOn);
    if (isEarlier && (other.pendingCentral || runsInto(other, draft))) succession.supersedes.push(other.id);
  }
  for (const other of decided) {
    const isOrdered = isBefore(other.issuedOn, draft.issuedOn) || isBefore(draft.issuedOn, other.issuedOn);
    if (!isOrdered && overlaps(draft, other)) succession.unclear.push(other.id);
  }
  return succession;
}

/** Whether two recognitions whose order is not known could run on one day; those without any day at all are history, not a claim. */
function overlaps(
  one: Pick<OtherRecognition, 'issuedOn' | 'expiresOn'>,
  other: Pick<OtherRecognition, 'issuedOn' | 'expiresOn'>,
): boolean {
  return termOf(one.issuedOn, one.expiresOn) !== null && termOf(other.issuedOn, other.expiresOn) !== null;
}
