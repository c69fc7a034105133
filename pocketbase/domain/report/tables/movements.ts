/** What happened within the period: recognised, upgraded, ended, withdrawn; and that the stock at its end follows from that at its begin. */
import { RECOGNITION_CASES, REVOCATION_GROUNDS } from '#domain/recognition.ts';
import { type Entry, type Frame, type Moment, momentOf } from '#domain/report/moment.ts';
import { liesIn, type Span } from '#domain/report/period.ts';
import type { Counted } from '#domain/report/records.ts';
import {
  besideLine,
  COMPARED,
  comparedLines,
  countBy,
  makeTable,
  type Table,
  totalLine,
} from '#domain/report/table.ts';
import { addDays, dayBounds } from '#domain/rules/day.ts';
import { isRecognisedStars } from '#domain/rules/stars.ts';
import { termOf } from '#domain/rules/term.ts';
import { standingOn } from '#domain/standingOn.ts';

type Recognition = Counted<'recognitions'>;
/** A recognition with the product that it is of. */
interface Event {
  entry: Entry;
  recognition: Recognition;
}

/** All recognitions of stars, decided ones only. */
function decided({ entries }: Moment): Event[] {
  return entries.flatMap((entry) =>
    entry.recognitions
      .filter(({ stars, pending_central }) => isRecognisedStars(stars) && !pending_central)
      .map((recognition) => ({ entry, recognition })),
  );
}

function within(moment: Moment, span: Span, day: (recognition: Recognition) => string, how: 'in' | 'maybe'): Event[] {
  return decided(moment).filter(({ recognition }) => liesIn(day(recognition), span) === how);
}

const issued = ({ issued_on }: Recognition) => issued_on;
const revoked = ({ revoked_on }: Recognition) => revoked_on;

function both<T>({ now, before, span, spanBefore }: Frame, of: (moment: Moment, span: Span) => T): [T, T] {
  return [of(now, span), of(before, spanBefore)];
}

function unclearLine(frame: Frame, day: (recognition: Recognition) => string) {
  const [now, before] = both(frame, (moment, span) => within(moment, span, day, 'maybe').length);
  return besideLine('unclear', 'Nguồn không đủ ngày để biết có trong kỳ hay không', now, before);
}

const CASE_LABELS = { ...RECOGNITION_CASES, unstated: 'Không nêu trường hợp' } as const;

/** Recognitions of the period by case. A product recognised twice counts twice: these are decisions, not products. */
export function recognisedTable(frame: Frame): Table {
  const [now, before] = both(frame, (moment, span) => within(moment, span, issued, 'in'));
  const caseOf = ({ recognition }: Event) => recognition.case || 'unstated';
  const starsOf = ({ recognition }: Event) => String(recognition.stars);
  const stars = { s5: '5', s4: '4', s3: '3' } as const;
  const [starsNow, starsBefore] = [countBy(now, starsOf), countBy(before, starsOf)];
  return makeTable({
    key: 'recognised',
    title: 'Công nhận trong kỳ, theo trường hợp',
    of: 'Trường hợp',
    columns: COMPARED,
    lines: [
      ...comparedLines(CASE_LABELS, countBy(now, caseOf), countBy(before, caseOf)),
      totalLine(now.length, before.length, 'Lượt công nhận'),
      ...Object.entries(stars).map(([key, level]) =>
        besideLine(key, `trong đó ${level} sao`, starsNow.get(level) ?? 0, starsBefore.get(level) ?? 0),
      ),
      unclearLine(frame, issued),
    ],
    notes: ['Đếm lượt công nhận có ngày cấp trong kỳ, không tính đề nghị Trung ương chưa có kết quả.'],
  });
}

/** Stars that a product held last before a recognition. */
function starsBefore({ entry, recognition }: Event): number {
  const begins = dayBounds(recognition.issued_on)?.first ?? '';
  const earlier = entry.recognitions
    .filter(({ id, stars, pending_central, issued_on }) => {
      const begun = dayBounds(issued_on)?.first ?? '';
      return id !== recognition.id && isRecognisedStars(stars) && !pending_central && begun < begins;
    })
    .sort((a, b) => ((dayBounds(a.issued_on)?.first ?? '') < (dayBounds(b.issued_on)?.first ?? '') ? -1 : 1));
  return earlier.at(-1)?.stars ?? 0;
}

const UPGRADES = { '3-4': 'Từ 3 sao lên 4 sao', '3-5': 'Từ 3 sao lên 5 sao', '4-5': 'Từ 4 sao lên 5 sao' } as const;

/** Upgrades of the period as the stars tell them, whatever the case says. */
export function upgradedTable(frame: Frame): Table {
  const [now, before] = both(frame, (moment, span) =>
    within(moment, span, issued, 'in').filter((event) => {
      const held = starsBefore(event);
      return held > 0 && event.recognition.stars > held;
    }),
  );
  const step = (event: Event) => `${starsBefore(event)}-${event.recognition.stars}`;
  return makeTable({
    key: 'upgraded',
    title: 'Nâng hạng trong kỳ',
    of: 'Nâng hạng',
    columns: COMPARED,
    lines: [
      ...comparedLines(UPGRADES, countBy(now, step), countBy(before, step)),
      totalLine(now.length, before.length),
    ],
    notes: ['So với số sao của lần công nhận ngay trước của cùng sản phẩm.'],
  });
}

/**
 * Whether a certificate ended within a span with nothing in its place on the day after. One whose end is not known to the day may have
 * ended before the span is over: nothing that comes later is asked.
 */
function endedIn({ entry, recognition }: Event, span: Span, { settings }: Moment): 'in' | 'out' | 'maybe' {
  const term = termOf(recognition.issued_on, recognition.expires_on);
  if (term === null) return 'out';
  const [first, last] = [addDays(term.earliestEnd, 1), addDays(term.latestEnd, 1)];
  if (last < span.from || first > span.to) return 'out';
  const isOver = last <= span.to;
  const { verdict, recognition: deciding } = standingOn(entry.recognitions, isOver ? last : span.to, settings);
  const wanted: readonly string[] = isOver ? ['expired', 'inGrace'] : ['termUnknown'];
  if (deciding?.id !== recognition.id || !wanted.includes(verdict.state)) return 'out';
  return isOver && first >= span.from ? 'in' : 'maybe';
}

const GROUNDS = { ...REVOCATION_GROUNDS, unstated: 'Không nêu lý do' } as const;

/** Certificates that ended or were withdrawn within the period. */
export function endedTable(frame: Frame): Table {
  const ends = (how: 'in' | 'maybe') =>
    both(frame, (moment, span) => decided(moment).filter((event) => endedIn(event, span, moment) === how).length);
  const [ended, endedBefore] = ends('in');
  const [unclear, unclearBefore] = ends('maybe');
  const [now, before] = both(frame, (moment, span) => within(moment, span, revoked, 'in'));
  const groundOf = ({ recognition }: Event) => recognition.revocation_ground || 'unstated';
  const makers = (events: readonly Event[]) => new Set(events.map(({ entry }) => entry.product.producer)).size;
  return makeTable({
    key: 'ended',
    title: 'Hết hạn và thu hồi giấy chứng nhận trong kỳ',
    of: 'Biến động',
    columns: COMPARED,
    lines: [
      ...comparedLines(GROUNDS, countBy(now, groundOf), countBy(before, groundOf)).map((line) => ({
        ...line,
        label: `Thu hồi: ${line.label}`,
      })),
      totalLine(now.length, before.length, 'Thu hồi giấy chứng nhận'),
      besideLine('makers', 'trong đó của số chủ thể', makers(now), makers(before)),
      besideLine('ended', 'Giấy chứng nhận hết hạn, chưa được công nhận lại', ended, endedBefore),
      besideLine('endedUnclear', 'Hết hạn, nguồn không đủ ngày để biết có trong kỳ hay không', unclear, unclearBefore),
    ],
    notes: ['Hết hạn đếm theo ngày đầu tiên không còn hiệu lực, khi chưa có lần công nhận mới thay thế.'],
  });
}

const FLOWS = {
  start: 'Còn hiệu lực trước kỳ',
  gained: 'Thêm: được công nhận, công nhận lại',
  expired: 'Bớt: hết hạn',
  revoked: 'Bớt: thu hồi giấy chứng nhận',
  other: 'Bớt: không còn đủ căn cứ để biết',
} as const;

function flowsOf(moment: Moment, { from }: Span): Map<string, number> {
  const start = momentOf(moment.records, addDays(from, -1));
  const heldBefore = new Set(start.inForce.map(({ product }) => product.id));
  const flows = new Map<string, number>([['start', start.inForce.length]]);
  const add = (key: string, count: number) => flows.set(key, (flows.get(key) ?? 0) + count);
  for (const { product, stars, verdict } of moment.entries) {
    const holds = typeof stars === 'number';
    const held = heldBefore.has(product.id);
    if (holds && !held) add('gained', 1);
    if (holds || !held) continue;
    const isKnown = verdict.state === 'expired' || verdict.state === 'inGrace' || verdict.state === 'revoked';
    add(isKnown ? (verdict.state === 'revoked' ? 'revoked' : 'expired') : 'other', -1);
  }
  return flows;
}

/** From the stock before the period to that at its end. */
export function flowTable(frame: Frame): Table {
  const [now, before] = both(frame, flowsOf);
  return makeTable({
    key: 'flow',
    title: 'Từ đầu kỳ đến cuối kỳ',
    of: 'Sản phẩm còn hiệu lực',
    columns: COMPARED,
    lines: [
      ...comparedLines(FLOWS, now, before),
      totalLine(frame.now.inForce.length, frame.before.inForce.length, 'Còn hiệu lực cuối kỳ'),
    ],
    notes: [
      'So từng sản phẩm ở ngày trước kỳ và ngày cuối; hết hạn rồi được công nhận lại ngay trong kỳ thì không đổi.',
    ],
  });
}
