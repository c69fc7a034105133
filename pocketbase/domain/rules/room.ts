/** How much must be free on a disk. One rule for the warning before it is too late, and for what is refused because it would fill the disk. */

/** A disk is warned of below this, however little is published: the database, its log and letters grow too. */
const LEAST_FREE = 1_000_000_000;
/** Publishing and backing up leave this much, so that people can go on saving and recalling. */
export const LEFT_FOR_SAVES = 32_000_000;

/** What the machine last wrote. */
export interface Sizes {
  /** The last release on the disk; 0 before the first. */
  release: number;
  /** The last backup and the copy of the database from which it is packed; 0 where backups go to another disk. */
  backup: number;
}

/** Below so many free bytes the disk counts as nearly full: twice what a publish, and the backup beside it, need. */
export function roomWanted({ release, backup }: Sizes): number {
  return Math.max(LEAST_FREE, 2 * (release + backup));
}

/** Whether something of this size may be written: it leaves room for saves. */
export function hasRoomFor(bytes: number, free: number): boolean {
  return free >= bytes + LEFT_FOR_SAVES;
}

/** `3,2`: gigabytes as staff read them. */
export function gigabytes(bytes: number): string {
  if (bytes < 50_000_000) return 'dưới 0,1';
  return (bytes / 1e9).toFixed(bytes < 10e9 ? 1 : 0).replace('.', ',');
}
