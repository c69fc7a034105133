/** Pictures of pages as they were last accepted: kept outside git, with the browser that drew them. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** What is remembered of a baseline. Another major version of Chromium draws letters a little otherwise. */
interface Manifest {
  chromium: string;
}

/** Pixels that may differ: the drawing of one letter, never a line. */
const MOST_DIFFERENT = 40;

/** `153.0.7300.1` → `153`. */
export const majorOf = (version: string) => version.split('.')[0] ?? '';

async function rgba(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Why two pictures are not the same, and a picture of where; undefined when they are. */
export async function difference(
  before: Buffer,
  after: Buffer,
): Promise<{ words: string; picture: Buffer } | undefined> {
  const [old, fresh] = await Promise.all([rgba(before), rgba(after)]);
  const { width, height } = fresh;
  if (old.width !== width || old.height !== height)
    return { words: `${old.width} × ${old.height} → ${width} × ${height}`, picture: after };
  const output = Buffer.alloc(fresh.data.length);
  const different = pixelmatch(old.data, fresh.data, output, width, height, { threshold: 0.1 });
  if (different <= MOST_DIFFERENT) return undefined;
  const picture = await sharp(output, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { words: `${different} pixels`, picture };
}

/** The baseline in a folder. */
export class Baseline {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The major version of the Chromium that drew it; undefined where there is none. */
  get chromium(): string | undefined {
    const file = join(this.#folder, 'manifest.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest).chromium : undefined;
  }

  /** Begins it anew. */
  begin(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
  }

  /** It is whole: only now does it count. */
  finish(chromium: string): void {
    writeFileSync(join(this.#folder, 'manifest.json'), `${JSON.stringify({ chromium } satisfies Manifest)}\n`);
  }

  write(name: string, png: Buffer): void {
    writeFileSync(join(this.#folder, `${name}.png`), png);
  }

  /** Undefined for a page that was not there. */
  read(name: string): Buffer | undefined {
    const file = join(this.#folder, `${name}.png`);
    return existsSync(file) ? readFileSync(file) : undefined;
  }
}
