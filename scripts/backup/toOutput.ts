/** A backup into a pipe: `npm run --silent backup -- --to - | age …`. Read back like any other before its first byte goes out. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Backup, type BackupOptions, backUp } from '../backup.ts';
import { BackupProblem } from './archive.ts';
import { outputName } from './stage.ts';

/** Resolves when all that was written has gone out; the standard output is never ended, and a slow reader may still wait for the rest. */
function flushed(output: Writable): Promise<void> {
  return new Promise((resolve, reject) => output.write('', (error) => (error ? reject(error) : resolve())));
}

async function send(file: string, output: Writable): Promise<void> {
  await pipeline(createReadStream(file), output, { end: false });
  await flushed(output);
}

/** Writes a new backup to `output`, and keeps none. Throws in words when the other end went away before it was whole. */
export async function backUpToOutput(options: Omit<BackupOptions, 'to' | 'shelf'>, output: Writable): Promise<Backup> {
  const file = join(options.data.root, outputName());
  try {
    const made = await backUp({ ...options, to: file });
    await send(file, output).catch((error: Error) => {
      throw new BackupProblem(`Whoever was to take the backup ended before it was whole (${error.message}).`);
    });
    return made;
  } finally {
    await rm(file, { force: true });
  }
}
