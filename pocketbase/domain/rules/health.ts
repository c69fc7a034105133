/** Whether the server is well: judged from what it knows of itself, told as states to monitors and in words to the office. */
import { hanoiMidnight, instantToVietnamese } from './day.ts';
import { gigabytes, LEFT_FOR_SAVES } from './room.ts';

export const HEALTH_PARTS = ['disk', 'backup', 'publish', 'worker', 'clock'] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

/** What the worker tells while it works; PocketBase keeps it in memory, since a full disk takes no word either. */
export interface Beat {
  /** When it told this. */
  at: number;
  /** It promised to tell again within so many milliseconds. */
  within: number;
  /** Bytes of the disk that has the least to spare, and how many there should be. */
  free: number;
  wanted: number;
  backup: {
    /** One is made each night. */
    isNightly: boolean;
    /** When the newest was made; 0 where there is none. */
    madeAt: number;
    /** When the last try failed, until one succeeds; else 0. */
    failedAt: number;
  };
}

/** Instants in milliseconds since 1970, 0 where there is none. */
export interface HealthFacts {
  now: number;
  /** When PocketBase started. */
  startedAt: number;
  beat: Beat | null;
  publish: {
    /** When the newest publish that ended did so, and whether it failed. */
    endedAt: number;
    isFailed: boolean;
    /** When the oldest that waits or runs was asked for. */
    askedAt: number;
    /** The youngest instant that the records of publishing carry. */
    newest: number;
  };
}

/** How one part is. `isWell` false: somebody must see to it. */
export interface PartHealth {
  state: string;
  isWell: boolean;
  /** Since when, or the last time that it was done. */
  at: number;
}

export type Health = Readonly<Record<HealthPart, PartHealth>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The first start loads a demonstration or upgrades before the worker is there. */
const STARTING = 10 * MINUTE;
/** The largest site is published in minutes. */
const LONGEST_PUBLISH = 2 * HOUR;
/** A night's backup may be late by its own length, never by half a day. */
const OLDEST_BACKUP = 36 * HOUR;
/** Clocks of two programs on one machine agree; a little more is nobody's fault. */
const CLOCK_SLACK = HOUR;
/** Nobody ran this program before. */
const FIRST_DAY = hanoiMidnight('2026-01-01');

const part = (state: string, isWell: boolean, at = 0): PartHealth => ({ state, isWell, at });

function diskHealth({ beat }: HealthFacts): PartHealth {
  if (beat === null) return part('unknown', true);
  if (beat.free < LEFT_FOR_SAVES) return part('full', false, beat.at);
  return beat.free < beat.wanted ? part('low', false, beat.at) : part('fine', true, beat.at);
}

function backupHealth({ now, startedAt, beat }: HealthFacts): PartHealth {
  if (beat === null) return part('unknown', true);
  const { isNightly, madeAt, failedAt } = beat.backup;
  if (failedAt > 0) return part('failed', false, madeAt);
  if (!isNightly) return part(madeAt === 0 ? 'none' : 'off', true, madeAt);
  // After a start the night's backup is being made.
  if (now - Math.max(madeAt, startedAt) > OLDEST_BACKUP) return part(madeAt === 0 ? 'none' : 'old', false, madeAt);
  return part(madeAt === 0 ? 'none' : 'fine', true, madeAt);
}

function publishHealth({ now, publish: { endedAt, isFailed, askedAt } }: HealthFacts): PartHealth {
  if (askedAt > 0 && now - askedAt > LONGEST_PUBLISH) return part('stuck', false, askedAt);
  // What was ended by force is asked for again by itself: judged when that has ended.
  if (askedAt > 0) return part('running', true, endedAt);
  if (isFailed) return part('failed', false, endedAt);
  return part(endedAt === 0 ? 'none' : 'fine', true, endedAt);
}

function workerHealth({ now, startedAt, beat }: HealthFacts): PartHealth {
  if (beat === null) return now - startedAt < STARTING ? part('starting', true) : part('away', false);
  return now - beat.at > beat.within ? part('away', false, beat.at) : part('fine', true, beat.at);
}

function clockHealth({ now, publish }: HealthFacts): PartHealth {
  return part('fine', now >= FIRST_DAY && now >= publish.newest - CLOCK_SLACK, 0);
}

/** Judges every part. */
export function healthOf(facts: HealthFacts): Health {
  const clock = clockHealth(facts);
  return {
    disk: diskHealth(facts),
    backup: backupHealth(facts),
    publish: publishHealth(facts),
    worker: workerHealth(facts),
    clock: clock.isWell ? clock : part('wrong', false),
  };
}

/** States of which nobody knows yet how they turn out: no trouble, and no end of one either. */
const UNDECIDED: readonly string[] = ['unknown', 'starting', 'running'];

/** Whether a part is known to be well. */
export function isKnownWell({ state, isWell }: PartHealth): boolean {
  return isWell && !UNDECIDED.includes(state);
}

/** The parts that somebody must see to. */
export function illParts(health: Health): HealthPart[] {
  return HEALTH_PARTS.filter((name) => !health[name].isWell);
}

const when = (ms: number) => instantToVietnamese(ms);

function backupWords({ state, at }: PartHealth): string {
  const last = at === 0 ? 'Chưa có bản sao lưu nào.' : `Bản mới nhất làm lúc ${when(at)}.`;
  return state === 'failed' ? `Chưa sao lưu được. ${last}` : `Sao lưu hằng đêm không chạy. ${last}`;
}

function publishWords({ state, at }: PartHealth): string {
  if (state === 'stuck') return `Lần đăng yêu cầu lúc ${when(at)} đến nay chưa xong.`;
  return 'Lần đăng gần nhất bị lỗi; trang công khai vẫn như cũ.';
}

function workerWords({ at }: PartHealth): string {
  const since = at === 0 ? '' : ` từ ${when(at)}`;
  return `Máy đăng không trả lời${since}: bản đăng, ảnh, tệp nhập và sao lưu đang chờ.`;
}

/** What is wrong with a part, in a sentence for the office. */
export function illWords(name: HealthPart, health: Health, facts: HealthFacts): string {
  const ill = health[name];
  if (name === 'disk') return `Ổ đĩa gần đầy: còn ${gigabytes(facts.beat === null ? 0 : facts.beat.free)} GB.`;
  if (name === 'backup') return backupWords(ill);
  if (name === 'publish') return publishWords(ill);
  if (name === 'worker') return workerWords(ill);
  return `Ngày giờ của máy chủ có thể sai: đang là ${when(facts.now)}.`;
}

const WELL_WORDS: Readonly<Record<HealthPart, string>> = {
  disk: 'Ổ đĩa đã đủ chỗ.',
  backup: 'Sao lưu đã chạy lại.',
  publish: 'Đã đăng lại được.',
  worker: 'Máy đăng đã làm việc lại.',
  clock: 'Ngày giờ của máy chủ đã đúng.',
};

/** What is told when a part is well again. */
export function wellWords(name: HealthPart): string {
  return WELL_WORDS[name];
}
