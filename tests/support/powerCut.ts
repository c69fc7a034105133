/**
 * A disk whose power can be cut: an ext4 file system in an image file, mounted through a loop device. A cut is a copy of the image while
 * everything runs: what nobody flushed is in the kernel's memory and not in the image. The image lies on a file system of its own, which is
 * frozen while it is copied, so that the copy is of one instant. Weaker than a real cut: nothing that reached the image is lost again, as a
 * disk's own memory would lose it. Needs root and loop devices.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;
const IMAGE_BYTES = 512 * MEGABYTE;
/** Somewhat more than the image. */
const SHELF_BYTES = 640 * MEGABYTE;
/** The kernel writes nothing of its own accord for so long: what is on the disk was flushed. */
const COMMIT = 'commit=300';

const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'pipe', encoding: 'utf8' });

/** Memory is quicker than a disk, and to the loop device all the same. */
function workFolder(): string {
  const memory = '/dev/shm';
  const { bavail, bsize } = existsSync(memory) ? statfsSync(memory) : { bavail: 0, bsize: 0 };
  return mkdtempSync(join(bavail * bsize > 8 * IMAGE_BYTES ? memory : tmpdir(), 'ocop-cut-'));
}

function makeImage(image: string, bytes: number, ...options: string[]): void {
  writeFileSync(image, '');
  truncateSync(image, bytes);
  run('mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0', ...options, image);
}

/** Mounts an image on a new folder. */
function mount(image: string, folder: string, options = `loop,${COMMIT}`): void {
  mkdirSync(folder);
  run('mount', '-t', 'ext4', '-o', options, image, folder);
}

/** What a cut left, mounted: the journal has been replayed as at the next start of the machine. */
export interface AfterCut {
  folder: string;
  /** Unmounts and removes it. */
  remove(): void;
}

/** A mounted disk. */
export interface CuttableDisk {
  folder: string;
  /** What the disk holds at this instant. */
  cut(): AfterCut;
  /** Unmounts and removes everything, cuts included; also after a failure. */
  remove(): void;
}

/** Why no power can be cut here; '' where it can. */
export function cannotCut(): string {
  if (process.platform !== 'linux') return 'loop devices are Linux’s';
  if (process.getuid?.() !== 0) return 'mounting needs root';
  const folder = mkdtempSync(join(tmpdir(), 'ocop-cut-'));
  try {
    makeImage(join(folder, 'image'), 8 * MEGABYTE);
    mount(join(folder, 'image'), join(folder, 'disk'));
    run('umount', join(folder, 'disk'));
    return run('fsfreeze', '--version') && '';
  } catch (error) {
    return (error as Error).message.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes and mounts one. */
export function cuttableDisk(): CuttableDisk {
  const work = workFolder();
  const [shelf, folder] = [join(work, 'shelf'), join(work, 'disk')];
  const image = join(shelf, 'image');
  /** Innermost last. */
  const mounted: string[] = [];
  const mountHere = (from: string, to: string, options?: string) => {
    mount(from, to, options);
    mounted.push(to);
  };
  const unmount = (each: string) => {
    // "Lazy": a process that a failed test left behind must not keep it.
    run('umount', '-l', each);
    mounted.splice(mounted.indexOf(each), 1);
  };
  const remove = () => {
    for (const each of mounted.toReversed()) unmount(each);
    rmSync(work, { recursive: true, force: true });
  };
  // Whatever ends this process: mounts outlive it.
  process.once('exit', remove);
  makeImage(join(work, 'shelf-image'), SHELF_BYTES, '-O', '^has_journal');
  mountHere(join(work, 'shelf-image'), shelf, 'loop');
  makeImage(image, IMAGE_BYTES);
  mountHere(image, folder);
  let cuts = 0;
  const copyImage = (copy: string) => {
    run('fsfreeze', '--freeze', shelf);
    try {
      run('cp', '--sparse=always', image, copy);
    } finally {
      run('fsfreeze', '--unfreeze', shelf);
    }
  };
  return {
    folder,
    cut: () => {
      cuts += 1;
      const [copy, after] = [join(work, `image-${cuts}`), join(work, `after-${cuts}`)];
      copyImage(copy);
      mountHere(copy, after);
      return {
        folder: after,
        remove: () => {
          unmount(after);
          rmSync(copy, { force: true });
        },
      };
    },
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
}
