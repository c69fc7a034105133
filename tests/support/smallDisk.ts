/** A file system of its own that is really full: what a test writes there meets the system's own "no space left". */
import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Mounting needs root; elsewhere tests of full disks say aloud that they are skipped. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
if (!mayMount) console.log('Skipped: a full disk can be tried by root on Linux only, who may mount a small one.');

export interface SmallDisk {
  folder: string;
  /** Takes every byte that is left, but for some. */
  fill(left?: number): void;
  /** Gives back what `fill` took. */
  empty(): void;
  /** Nothing may have files open there any more. */
  remove(): void;
}

/** Mounts a file system in memory. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
  const ballast = join(folder, 'ballast');
  const fill = (left = 0) => {
    const file = openSync(ballast, 'a');
    try {
      for (let size = 1 << 20; size >= 512; size /= 2) writeUntilFull(file, size);
      ftruncateSync(file, Math.max(0, fstatSync(file).size - left));
    } finally {
      closeSync(file);
    }
  };
  return {
    folder,
    fill,
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: number, size: number): void {
  const zeros = Buffer.alloc(size);
  try {
    while (writeSync(file, zeros) === size);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
