/** The folder of backups: their names, which is the newest, how many stay. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Day, hanoiDay } from '#domain/rules/day.ts';
import type { BackupKind } from './manifest.ts';

const HANOI_MS = 7 * 3_600_000;

/** `ocop-2026-11-22T060000-nightly.tar.gz`: sorts by time, told as in Hanoi. */
export function backupName(kind: BackupKind, instantMs: number): string {
  const time = new Date(instantMs + HANOI_MS).toISOString().slice(0, 19).replaceAll(':', '');
  return `ocop-${time}-${kind}.tar.gz`;
}

/** The backups of a kind in a folder, oldest first. An empty file is none: it makes no other one go, and no new one wait. */
export async function backupsOf(folder: string, kind: BackupKind): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const shape = new RegExp(`^ocop-\\d{4}-\\d\\d-\\d\\dT\\d{6}-${kind}\\.tar\\.gz$`);
  const ours = names.filter((name) => shape.test(name)).sort();
  const sizeOf = (name: string) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    );
  const sizes = await Promise.all(ours.map(sizeOf));
  return ours.filter((_, index) => sizes[index] !== 0);
}

/** Removes all but `made` and the newest besides, `keep` in all; returns the names of those removed. A clock may have been wrong: `made` stays. */
export async function tidyShelf(folder: string, kind: BackupKind, keep: number, made: string): Promise<string[]> {
  const others = (await backupsOf(folder, kind)).filter((name) => name !== made);
  const old = others.slice(0, Math.max(0, others.length - (keep - 1)));
  for (const name of old) await rm(join(folder, name));
  return old;
}

/** Whether today's nightly backup is still to be made. */
export async function isNightlyDue(folder: string, nowMs: number): Promise<boolean> {
  const newest = (await backupsOf(folder, 'nightly')).at(-1);
  const day: Day | undefined = newest?.slice('ocop-'.length, 'ocop-2026-11-22'.length);
  return day === undefined || day < hanoiDay(nowMs);
}
