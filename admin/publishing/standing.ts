/** The state of one record as staff read it (design words, "States of a record"). */
import { RECORD_STATES } from '#domain/noun.ts';
import { dayToVietnamese } from '#domain/rules/day.ts';

export type StandingTone = 'neutral' | 'good' | 'attention' | 'bad' | 'waiting';

export interface Standing {
  words: string;
  tone: StandingTone;
}

export interface SiteState {
  /** When the live release began to read the records; empty before the first release. */
  liveSince: string;
  /** When the publish that waits or runs began to read; empty while it only waits, null when there is none. */
  runningSince: string | null;
  /** When the newest publish, which failed, began to read; null when it did not fail. */
  failedSince: string | null;
  /** Whether the live release held the record back for an error. */
  isHeld?: boolean;
}

interface Reviewed {
  updated: string;
  state?: unknown;
  visible_from?: unknown;
  visible_until?: unknown;
}

const WORDS: Readonly<Record<string, string>> = RECORD_STATES;

/** A change made after a publish began to read waits for the next one. */
function isTaken(updated: string, since: string | null): boolean {
  return since !== null && (since === '' || updated <= since);
}

function waitingStanding(updated: string, site: SiteState): Standing {
  if (isTaken(updated, site.runningSince)) return { words: 'Đang đăng…', tone: 'waiting' };
  if (isTaken(updated, site.failedSince)) return { words: 'Đăng lỗi – xem lý do', tone: 'bad' };
  return { words: 'Chưa đăng', tone: 'attention' };
}

/** Live, waiting, publishing, failed, scheduled, or still in review. `hasReview` is false for records without a review of their own. */
export function standingOf(record: Reviewed, hasReview: boolean, site: SiteState, today: string): Standing {
  const isRead = site.liveSince !== '' && record.updated <= site.liveSince;
  if (hasReview && record.state !== 'approved') {
    const words = WORDS[String(record.state)] ?? '';
    // Taking a record out is itself a change that the public site does not show yet.
    if (record.state === 'withdrawn' && !isRead) return { words: `${words} – chưa đăng`, tone: 'attention' };
    return { words, tone: 'neutral' };
  }
  const from = String(record.visible_from ?? '');
  if (hasReview && from > today) return { words: `Hẹn đăng ${dayToVietnamese(from)}`, tone: 'waiting' };
  const until = String(record.visible_until ?? '');
  if (hasReview && until !== '' && until < today.slice(0, until.length))
    return { words: `Đã thôi hiện từ sau ${dayToVietnamese(until)}`, tone: 'neutral' };
  if (isRead && site.isHeld === true) return { words: 'Bị giữ lại – cần sửa', tone: 'bad' };
  return isRead ? { words: 'Đang hiển thị', tone: 'good' } : waitingStanding(record.updated, site);
}
