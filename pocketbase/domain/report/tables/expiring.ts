/** Certificates in force by what has to be done about them. */

import type { Entry, Frame, Moment } from '#domain/report/moment.ts';
import {
  besideLine,
  COMPARED,
  comparedLines,
  countBy,
  makeTable,
  type Table,
  totalLine,
} from '#domain/report/table.ts';
import { addDays } from '#domain/rules/day.ts';
import { type RenewalStage, renewalOf } from '#domain/rules/filingWindow.ts';
import { termOf } from '#domain/rules/term.ts';

const STAGES = {
  notYet: 'Chưa đến hạn nộp hồ sơ đánh giá lại',
  dueToFile: 'Đến hạn nộp hồ sơ (180–120 ngày)',
  late: 'Nộp muộn (dưới 120 ngày)',
  filed: 'Đã nộp hồ sơ đánh giá lại',
} as const satisfies Partial<Record<RenewalStage, string>>;
const SOON_DAYS = [30, 90, 180] as const;

const termOfEntry = ({ recognition }: Entry) =>
  recognition === null ? null : termOf(recognition.issued_on, recognition.expires_on);

function stageOf({ on, settings }: Moment, entry: Entry): string {
  const term = termOfEntry(entry);
  if (term === null || entry.recognition === null) return 'notYet';
  const { refiled_on } = entry.recognition;
  return renewalOf(term, refiled_on !== '' && refiled_on <= on, on, settings.grace).stage;
}

function endingWithin({ inForce, on }: Moment, days: number): number {
  const until = addDays(on, days);
  return inForce.filter((entry) => (termOfEntry(entry)?.earliestEnd ?? until) < until).length;
}

/** What of the certificates in force on the last day ends soon. */
export function expiringTable({ now, before }: Frame): Table {
  const stages = (moment: Moment) => countBy(moment.inForce, (entry) => stageOf(moment, entry));
  return makeTable({
    key: 'expiring',
    title: 'Sắp hết hạn',
    of: 'Giấy chứng nhận còn hiệu lực',
    columns: COMPARED,
    lines: [
      ...comparedLines(STAGES, stages(now), stages(before)),
      totalLine(now.inForce.length, before.inForce.length),
      ...SOON_DAYS.map((days) =>
        besideLine(
          `within${days}`,
          `Hết hạn trong ${days} ngày tới`,
          endingWithin(now, days),
          endingWithin(before, days),
        ),
      ),
    ],
    notes: ['Hồ sơ đánh giá lại nộp trước khi hết hạn từ 180 đến 120 ngày (Quyết định 26/2026/QĐ-TTg, Điều 7).'],
  });
}
