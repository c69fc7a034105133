import type { AUTHORITIES } from '#domain/decision.ts';
import type { PartialDay } from '#domain/rules/day.ts';
import { dayBounds } from '#domain/rules/day.ts';
import { fold } from '#domain/rules/fold.ts';
import { PROBLEM_FIELDS, PROBLEM_WORDS, recognitionProblems } from '#domain/rules/recognitionProblems.ts';
import { isRecognisedStars, LEAST_RECOGNISED_STARS } from '#domain/rules/stars.ts';
import { termOf } from '#domain/rules/term.ts';
import { readDay } from '../cells/readDay.ts';
import { type DecisionReference, readDecision } from '../cells/readDecision.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import { readScore } from '../cells/readScore.ts';
import { readStars, type Stars } from '../cells/readStars.ts';
import { readLine } from '../cells/text.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { Cell } from '../read/sheet.ts';

type Authority = keyof typeof AUTHORITIES | '';

/** One recognition that a row tells of. Texts are empty and numbers 0 where it does not say. */
export interface ReadRecognition {
  stars: number;
  pendingCentral: boolean;
  score: number;
  decision: string;
  decidedOn: PartialDay | '';
  issuedOn: PartialDay | '';
  expiresOn: PartialDay | '';
  authority: Authority;
  authorityName: string;
  /** Field whose cell a problem of the recognition as a whole is shown at. */
  at: string;
}

/** Columns of one recognition: of the plain list, or of a round of the registry. */
interface Columns {
  stars: string;
  decision: string;
  decidedOn: string;
  year: string;
  authority: string;
}

const PLAIN: Columns = {
  stars: 'stars',
  decision: 'decision',
  decidedOn: 'decided_on',
  year: 'year',
  authority: 'authority',
};
const round = (number: 1 | 2): Columns => ({
  stars: `round${number}_stars`,
  decision: `round${number}_decision`,
  decidedOn: `round${number}_day`,
  year: `round${number}_year`,
  authority: `round${number}_authority`,
});

/** Quảng Ninh began in 2013, the country in 2018: nothing was recognised before. */
const FIRST_YEAR = '2013';

/** Who decided, from the words of a column. A city may be a district's or the province's equal: it stays open. */
function readAuthority(cell: Cell): Reading<{ authority: Authority; name: string }> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const text = fold(line.value);
  const authority: Authority = /trung uong|thu tuong/.test(text)
    ? 'central'
    : /\bbo\b|bnn/.test(text)
      ? 'ministry'
      : /\btinh\b/.test(text)
        ? 'province'
        : /huyen|quan\b|thi xa/.test(text)
          ? 'district'
          : '';
  return right({ authority, name: line.value });
}

/** The ministry signs its decisions as such; a People's Committee does not say of which level it is. */
function authorityOfNumber(number: string): Authority {
  if (/-BNN/.test(number)) return 'ministry';
  return /-TTg/.test(number) ? 'central' : '';
}

function readDecidedOn(
  desk: RowDesk,
  columns: Columns,
  decision: DecisionReference | undefined,
): PartialDay | '' | undefined {
  const own =
    desk.cell(columns.decidedOn) === ''
      ? ''
      : desk.read(columns.decidedOn, (cell) => readDay(cell, { year: desk.text(columns.year) }));
  if (own === undefined) return undefined;
  const beside = decision?.decidedOn ?? '';
  if (own === '' || beside === '' || own === beside) return own || beside;
  const offers = [own, beside].map((value) => ({ value, label: value.split('-').reverse().join('/') }));
  return desk.settle(
    `${columns.decision}_day`,
    columns.decidedOn,
    ask('Ngày ở cột này khác ngày ghi cùng số quyết định.', offers),
  );
}

/** The day as exact as the row says it, checked against the year's own column. */
function withYear(desk: RowDesk, columns: Columns, day: PartialDay | ''): PartialDay | '' | undefined {
  const year = desk.cell(columns.year) === '' ? '' : desk.read(columns.year, (cell) => readDay(cell));
  if (year === undefined) return undefined;
  if (day === '' || year === '' || day.startsWith(year.slice(0, 4))) return day || year;
  if (Number(day.slice(0, 4)) === Number(year.slice(0, 4)) + 1) {
    desk.note(columns.year, 'Năm đánh giá trước năm ký quyết định: lấy ngày quyết định.');
    return day;
  }
  return desk.settle(
    `${columns.year}_mismatch`,
    columns.year,
    ask('Năm ở cột này khác năm của ngày công nhận.', [
      { value: day, label: day.split('-').reverse().join('/') },
      { value: year, label: `Chỉ năm ${year}` },
    ]),
  );
}

function checkDay(desk: RowDesk, field: string, day: PartialDay | '', today: string): void {
  if (day === '') return;
  if (day < FIRST_YEAR) desk.refuse(field, `Trước năm ${FIRST_YEAR} chưa có công nhận OCOP.`);
  if (day > today) desk.refuse(field, 'Ngày công nhận ở tương lai.');
}

/** Five stars are the ministry's to give; a People's Committee can only propose them. */
function settleFive(
  desk: RowDesk,
  columns: Columns,
  stars: Stars,
  decision: string,
  authority: Authority,
): Stars | undefined {
  const ofCommittee = authority === 'province' || authority === 'district' || /UBND/.test(decision);
  if (stars.stars !== 5 || !ofCommittee) return stars;
  return desk.settle(
    `${columns.stars}_authority`,
    columns.stars,
    ask('5 sao do Trung ương công nhận, nhưng quyết định là của UBND.', [
      { value: { stars: 0, pendingCentral: true }, label: 'Đang đề nghị 5 sao' },
      { value: stars, label: 'Giữ 5 sao' },
    ]),
  );
}

function readOne(desk: RowDesk, columns: Columns, today: string): ReadRecognition | null {
  const stars = desk.read(columns.stars, readStars);
  const decision = desk.read(columns.decision, readDecision);
  const stated = desk.read(columns.authority, readAuthority);
  const decidedOn = readDecidedOn(desk, columns, decision);
  const issuedOn = decidedOn === undefined ? undefined : withYear(desk, columns, decidedOn);
  checkDay(desk, desk.cell(columns.decidedOn) === '' ? columns.decision : columns.decidedOn, issuedOn ?? '', today);
  const number = decision?.number ?? '';
  const authority = stated?.authority || authorityOfNumber(number);
  const settled = stars === undefined ? undefined : settleFive(desk, columns, stars, number, authority);
  if (settled === undefined) {
    if (stars === undefined && desk.cell(columns.stars) === '' && number !== '')
      desk.note(columns.decision, 'Không nêu số sao: chưa ghi công nhận.');
    return null;
  }
  return {
    ...settled,
    score: 0,
    decision: number,
    decidedOn: decidedOn ?? '',
    issuedOn: issuedOn ?? '',
    expiresOn: '',
    authority,
    authorityName: stated?.name ?? '',
    at: columns.stars,
  };
}

/** Wrong combinations within the recognition, in the words of the form and of PocketBase. Fewer than three stars are no recognition at all. */
function refuseWrong(desk: RowDesk, read: ReadRecognition): void {
  const { stars, score, pendingCentral, issuedOn, expiresOn } = read;
  const none = { legalBasis: '', revokedOn: '', revocationGround: '', revocation: null, superseded: false } as const;
  const problems = recognitionProblems({ ...none, stars, score, pendingCentral, issuedOn, expiresOn, decision: null });
  for (const problem of problems) {
    if (problem === 'starsNotRecognised') continue;
    const field = problem === 'starsOutsideBand' ? 'score' : PROBLEM_FIELDS[problem];
    desk.refuse(field, PROBLEM_WORDS[problem]);
  }
}

function readExpiry(desk: RowDesk, issuedOn: string): PartialDay | '' {
  const expiresOn = desk.read('expires_on', readDay) ?? '';
  const end = dayBounds(expiresOn)?.last ?? '';
  const usual = issuedOn === '' ? null : termOf(issuedOn, '');
  if (usual?.exact === true && end !== '' && end > usual.latestEnd)
    desk.note('expires_on', 'Dài hơn 36 tháng kể từ ngày công nhận.');
  return expiresOn;
}

/** The registry's "current star" repeats its latest round; when it does not, somebody must say which holds. */
function checkCurrent(desk: RowDesk, latest: ReadRecognition): ReadRecognition | undefined {
  const current = desk.read('stars', readStars);
  if (current === undefined || current.stars === latest.stars || latest.pendingCentral) return latest;
  const reading: Reading<ReadRecognition> = ask('Sao hiện tại khác đợt công nhận gần nhất.', [
    { value: latest, label: `${latest.stars} sao, theo đợt gần nhất` },
    { value: { ...latest, stars: current.stars }, label: `${current.stars} sao, theo cột sao hiện tại` },
  ]);
  return desk.settle('stars_current', 'stars', reading);
}

/** All recognitions of a row, oldest first. Fewer than three stars make none: such products hold no certificate. */
export function readRecognitions(desk: RowDesk, today: string): ReadRecognition[] {
  const problems = desk.problems.length;
  const rounds = [round(1), round(2)]
    .filter((columns) => desk.cell(columns.stars) !== '' || desk.cell(columns.decision) !== '')
    .flatMap((columns) => readOne(desk, columns, today) ?? []);
  const plain = rounds.length > 0 ? null : readOne(desk, PLAIN, today);
  const all = plain === null ? rounds : [plain];
  const latest = all.at(-1);
  if (latest === undefined) return [];
  // A round that is itself in question says nothing about the current star.
  const settled = rounds.length > 0 && desk.problems.length === problems ? checkCurrent(desk, latest) : latest;
  if (settled === undefined) return [];
  const issued = desk.read('issued_on', readDay) ?? settled.issuedOn;
  checkDay(desk, 'issued_on', desk.cell('issued_on') === '' ? '' : issued, today);
  const score = desk.read('score', readScore) ?? 0;
  const whole = { ...settled, issuedOn: issued, score, expiresOn: readExpiry(desk, issued) };
  refuseWrong(desk, whole);
  return [...all.slice(0, -1), whole].filter((each) => {
    if (each.stars > 0 && each.stars < LEAST_RECOGNISED_STARS)
      desk.note(each.at, 'Dưới 3 sao không có giấy chứng nhận: không ghi công nhận.');
    return isRecognisedStars(each.stars) || each.pendingCentral;
  });
}
