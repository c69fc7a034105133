/** The publish of each night: verdicts turn, visibility begins and ends, even when nobody presses the button. */
import type PocketBase from 'pocketbase';
import type { Release } from '#domain/release.ts';
import { addDays, type Day, hanoiDay, hanoiMidnight } from '#domain/rules/day.ts';
import { ask } from '../publish/queue.ts';

/** Milliseconds until the next day begins in Hanoi. */
export function untilMidnight(nowMs: number): number {
  return hanoiMidnight(addDays(hanoiDay(nowMs), 1)) - nowMs;
}

/** What deciding needs: the day of the last release that went live, and that of the last nightly request, whatever became of it. */
export interface LastPublishes {
  live: Day | null;
  nightly: Day | null;
}

/** Whether a nightly publish is due: nothing was published today, and none was asked for today. Before the first release none is. */
export function isDue(last: LastPublishes, today: Day): boolean {
  return last.live !== null && last.live < today && (last.nightly === null || last.nightly < today);
}

function dayOf(record: Release | undefined, field: 'created' | 'started_at'): Day | null {
  return record === undefined ? null : hanoiDay(Date.parse(record[field].replace(' ', 'T')));
}

async function lastPublishes(pb: PocketBase): Promise<LastPublishes> {
  const newest = async (filter: string) =>
    (await pb.collection<Release>('releases').getList(1, 1, { filter, sort: '-created', requestKey: null })).items[0];
  const live = await newest(
    'action = "publish" && (state = "live" || state = "kept" || state = "pruned") && started_at != ""',
  );
  const nightly = await newest('reason = "daily" || reason = "missed"');
  return { live: dayOf(live, 'started_at'), nightly: dayOf(nightly, 'created') };
}

/** Asks for the nightly publish when it is due; `missed` when nobody was awake at midnight. Returns whether it did. */
export async function askNightly(pb: PocketBase, nowMs: number, reason: 'daily' | 'missed'): Promise<boolean> {
  if (!isDue(await lastPublishes(pb), hanoiDay(nowMs))) return false;
  await ask(pb, { reason });
  return true;
}
