/** Certificates on their way to re-evaluation: which must be seen to, the most pressing first. */
import type { Recognition } from '#domain/recognition.ts';
import { type Day, daysBetween } from '#domain/rules/day.ts';
import { type RenewalStage, renewalOf } from '#domain/rules/filingWindow.ts';
import { fold } from '#domain/rules/fold.ts';
import { graceEnd, termOf } from '#domain/rules/term.ts';
import type { AnyRecord } from '../api/records.ts';

/** A running or ended certificate as the worklist reads it. */
export type Certificate = Pick<Recognition, 'issued_on' | 'expires_on' | 'refiled_on'> & AnyRecord;

export type DueStage = Exclude<RenewalStage, 'notYet'>;

/** Groups of the worklist in order, in the words of the programme. */
export const DUE_STAGES: Readonly<Record<DueStage, string>> = {
  late: 'Nộp muộn',
  dueToFile: 'Đến hạn nộp hồ sơ',
  filed: 'Đã nộp hồ sơ đánh giá lại',
  inGrace: 'Đang gia hạn',
  ended: 'Đã hết hạn giấy chứng nhận',
};

/** One certificate with where it stands. */
export interface DueRow {
  certificate: Certificate;
  stage: DueStage;
  /** Days to the last day in force; negative once it has passed. */
  daysLeft: number;
  /** The fewest that it may be where the source is not exact. */
  leastDaysLeft: number;
  /** The last day in force; the latest it may be where the source is not exact. */
  lastDay: Day;
  /** The earliest that the last day may be; the same where the source is exact. */
  firstEnd: Day;
  /** First and last day on which a dossier is in time. */
  fileFrom: Day;
  fileBy: Day;
  /** Last day of grace; empty where the office applies none. */
  graceUntil: Day | '';
}

function rowOf(certificate: Certificate, today: Day, grace: boolean): DueRow | null {
  const term = termOf(certificate.issued_on, certificate.expires_on);
  if (term === null) return null;
  const { stage, daysLeft, window } = renewalOf(term, certificate.refiled_on !== '', today, grace);
  if (stage === 'notYet') return null;
  return {
    certificate,
    stage,
    daysLeft,
    leastDaysLeft: daysBetween(today, term.earliestEnd),
    lastDay: term.latestEnd,
    firstEnd: term.earliestEnd,
    fileFrom: window.opens,
    fileBy: window.closes,
    graceUntil: grace ? graceEnd(term) : '',
  };
}

/** All that is due, the first to end first. Those without any day are not here: nothing can be counted from them. */
export function dueRows(certificates: readonly Certificate[], today: Day, grace: boolean): DueRow[] {
  return certificates
    .flatMap((certificate) => rowOf(certificate, today, grace) ?? [])
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/** `Còn 12 ngày`, or how long ago it ended; a span where the source gives a year or month only. */
export function daysLeftWords({ daysLeft, leastDaysLeft }: Pick<DueRow, 'daysLeft' | 'leastDaysLeft'>): string {
  if (daysLeft > 0 && leastDaysLeft < daysLeft)
    return leastDaysLeft > 0 ? `Còn ${leastDaysLeft}–${daysLeft} ngày` : `Còn nhiều nhất ${daysLeft} ngày`;
  if (daysLeft < 0) return `${-daysLeft} ngày trước`;
  return daysLeft === 0 ? 'Hôm nay là ngày cuối' : `Còn ${daysLeft} ngày`;
}

/** How many there are of each stage. */
export function stageCounts(rows: readonly DueRow[]): Readonly<Record<DueStage, number>> {
  const counts: Record<DueStage, number> = { late: 0, dueToFile: 0, filed: 0, inGrace: 0, ended: 0 };
  for (const { stage } of rows) counts[stage] += 1;
  return counts;
}

/** Those of a stage (empty: any) whose names hold every typed word, with or without marks. */
export function narrowed(
  rows: readonly DueRow[],
  stage: string,
  text: string,
  namesOf: (row: DueRow) => string,
): DueRow[] {
  const words = fold(text).split(' ').filter(Boolean);
  return rows.filter((row) => {
    if (stage !== '' && row.stage !== stage) return false;
    const names = fold(namesOf(row));
    return words.every((word) => names.includes(word));
  });
}
