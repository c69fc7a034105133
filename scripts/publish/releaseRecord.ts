/** Writes how a publish goes into its `releases` record, where the admin watches it. */
import type PocketBase from 'pocketbase';
import type { Release } from '#domain/release.ts';
import { now } from '../clock.ts';

type Fields = Partial<Omit<Release, 'id' | 'created' | 'updated'>>;

const LOG_LIMIT = 400_000;

/** An instant as PocketBase takes it. */
export function instant(ms = now()): string {
  return new Date(ms).toISOString();
}

function clockInHanoi(ms: number): string {
  return new Date(ms + 7 * 3_600_000).toISOString().slice(11, 19);
}

/** One record; changes that come faster than PocketBase answers are written together. */
export class ReleaseRecord {
  readonly id: string;
  readonly #pb: PocketBase;
  #pending: Fields = {};
  #writing: Promise<void> | undefined;
  #log: string;

  constructor(pb: PocketBase, record: Pick<Release, 'id' | 'log'>) {
    this.#pb = pb;
    this.id = record.id;
    this.#log = record.log;
  }

  /** Changes fields, soon. */
  change(fields: Fields): void {
    this.#pending = { ...this.#pending, ...fields };
    this.#startWriting();
  }

  /** Adds a line in plain words to the log. */
  log(line: string): void {
    this.#log = `${this.#log}${clockInHanoi(now())} ${line}\n`.slice(-LOG_LIMIT);
    this.change({ log: this.#log });
  }

  /** Resolves when everything is written, what failed before included; throws when it could not be. */
  async written(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing.catch(() => undefined);
    if (this.#isOwed()) await this.#startWriting();
  }

  #isOwed(): boolean {
    return Object.keys(this.#pending).length > 0;
  }

  #startWriting(): Promise<void> {
    this.#writing ??= this.#write();
    // Whoever waits is told; a publish that goes on meanwhile must not end for a line of its log.
    this.#writing.catch(() => undefined);
    return this.#writing;
  }

  async #write(): Promise<void> {
    try {
      while (this.#isOwed()) await this.#writePending();
    } finally {
      this.#writing = undefined;
    }
  }

  async #writePending(): Promise<void> {
    const fields = this.#pending;
    this.#pending = {};
    try {
      await this.#pb.collection('releases').update(this.id, fields, { requestKey: null });
    } catch (error) {
      this.#pending = { ...fields, ...this.#pending };
      throw error;
    }
  }
}
