/**
 * What is known of pictures already looked at, and the folder of their copies. Worker and publisher write it at the same time, so it is
 * a small database; losing it costs the time to make the copies again.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { copyAddress, type PictureFormat, shareAddress } from '#domain/picture.ts';
import type { DataFolder } from '../dataFolder.ts';
import { writeDurably } from '../durable.ts';
import { PRIVATE_FOLDER } from '../privateFiles.ts';

/** A picture whose WebP copies and shared JPEG are there. */
export interface ReadyPicture {
  /** The name that all its copies begin with. */
  content: string;
  /** Of the upright original. */
  width: number;
  height: number;
  webp: number[];
  /** Null while nobody has tried. */
  avif: number[] | null;
}

const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA busy_timeout = 10000;
  CREATE TABLE IF NOT EXISTS content (name TEXT PRIMARY KEY, width INTEGER, height INTEGER, webp TEXT, avif TEXT);
  CREATE TABLE IF NOT EXISTS media (id TEXT PRIMARY KEY, content TEXT NOT NULL, broken TEXT NOT NULL);
`;

type Row = Record<'name' | 'width' | 'height' | 'webp' | 'avif' | 'content' | 'broken', unknown>;

function toReady(row: Row): ReadyPicture {
  const { name, width, height, webp, avif } = row;
  return {
    content: String(name),
    width: Number(width),
    height: Number(height),
    webp: JSON.parse(String(webp)) as number[],
    avif: avif === null ? null : (JSON.parse(String(avif)) as number[]),
  };
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    database.exec(TABLES);
    const [answer] = database.prepare('PRAGMA quick_check(1)').all();
    if (answer?.['quick_check'] !== 'ok') throw new Error(`${file}: ${String(answer?.['quick_check'])}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite's SQLITE_BUSY: somebody else works on it, nothing is broken. */
const BUSY = 5;

/** A broken one costs the time to make the copies again. */
function openOrMake(file: string): DatabaseSync {
  try {
    return open(file);
  } catch (error) {
    if ((error as { errcode?: number }).errcode === BUSY) throw error;
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    return open(file);
  }
}

/** The pictures of one data folder. */
export class PictureStore {
  readonly #folder: string;
  readonly #database: DatabaseSync;

  constructor(data: DataFolder) {
    this.#folder = data.pictureCache;
    mkdirSync(this.#folder, { recursive: true, mode: PRIVATE_FOLDER });
    this.#database = openOrMake(join(this.#folder, 'pictures.sqlite'));
  }

  /** What is known of a media record: ready, broken for a reason, or nothing yet. */
  ofMedia(id: string): ReadyPicture | { broken: string } | undefined {
    const row = this.#database
      .prepare('SELECT broken, content.* FROM media LEFT JOIN content ON content.name = media.content WHERE id = ?')
      .get(id) as Row | undefined;
    if (row === undefined) return undefined;
    if (row.broken !== '') return { broken: String(row.broken) };
    return row.name === null ? undefined : toReady(row);
  }

  /** What is known of a content that may have come with another record. */
  ofContent(name: string): ReadyPicture | undefined {
    const row = this.#database.prepare('SELECT * FROM content WHERE name = ?').get(name) as Row | undefined;
    return row === undefined ? undefined : toReady(row);
  }

  noteReady(media: string, picture: ReadyPicture): void {
    const { content, width, height, webp } = picture;
    this.#database
      .prepare('INSERT OR IGNORE INTO content (name, width, height, webp) VALUES (?, ?, ?, ?)')
      .run(content, width, height, JSON.stringify(webp));
    this.#note(media, content, '');
  }

  noteBroken(media: string, reason: string): void {
    this.#note(media, '', reason);
  }

  #note(media: string, content: string, broken: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO media VALUES (?, ?, ?)').run(media, content, broken);
  }

  noteAvif(content: string, widths: readonly number[]): void {
    this.#database.prepare('UPDATE content SET avif = ? WHERE name = ?').run(JSON.stringify(widths), content);
  }

  /** A copy is gone: everything of this content is made again. */
  forget(content: string): void {
    this.#database.prepare('DELETE FROM content WHERE name = ?').run(content);
  }

  /** A record whose picture still has no AVIF. */
  nextWithoutAvif(): { media: string; picture: ReadyPicture } | undefined {
    const row = this.#database
      .prepare('SELECT media.id, content.* FROM content JOIN media ON content = name WHERE avif IS NULL LIMIT 1')
      .get() as (Row & { id: string }) | undefined;
    return row === undefined ? undefined : { media: row.id, picture: toReady(row) };
  }

  /** The file of a copy. */
  fileOf(name: string): string {
    return join(this.#folder, name);
  }

  has(name: string): boolean {
    return existsSync(this.fileOf(name));
  }

  /** Writes a copy whole or not at all. */
  async write(name: string, bytes: Buffer): Promise<void> {
    await writeDurably(this.fileOf(name), bytes);
  }

  close(): void {
    this.#database.close();
  }
}

/** The address by which a record names a picture: that of the copy nearest below 800 px. */
export function mainAddress({ content, webp }: Pick<ReadyPicture, 'content' | 'webp'>): string {
  return `/anh/${content}-${mainWidth(webp)}.webp`;
}

/** 800 px, or the nearest below. */
export function mainWidth(webp: readonly number[]): number {
  return webp.findLast((width) => width <= 800) ?? webp[0] ?? 0;
}

/** File names of the copies of one format. */
export function copyNames(picture: ReadyPicture, format: PictureFormat): string[] {
  const path = mainAddress(picture);
  return (picture[format] ?? []).map((width) => fileName(copyAddress(path, width, format)));
}

/** File name of the JPEG for shared links. */
export function shareName(picture: ReadyPicture): string {
  return fileName(shareAddress(mainAddress(picture)));
}

function fileName(address: string): string {
  return address.slice('/anh/'.length);
}
