import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { LIMITS, REFUSALS, Unreadable } from './unreadable.ts';

/** Read at a time: a text file is never in memory whole. */
const PIECE_BYTES = 1_048_576;

/** A file on the disk or an upload in memory, read in pieces as often as wanted. Reading throws {@link Unreadable}. */
export interface Source {
  /** The first bytes, at most so many. */
  head(bytes: number): Promise<Buffer>;
  pieces(): AsyncIterable<Buffer>;
  /** All of it, for a workbook: a zip's directory stands at its end. */
  whole(): Promise<Buffer>;
}

function inMemory(bytes: Buffer, pieceBytes: number): Source {
  return {
    head: async (count) => bytes.subarray(0, count),
    async *pieces() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
    whole: async () => bytes,
  };
}

const missing = () => {
  throw new Unreadable(REFUSALS.missing);
};

function onDisk(path: string, pieceBytes: number): Source {
  return {
    async head(count) {
      const file = await open(path).catch(missing);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0).catch(missing);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    pieces: () => createReadStream(path, { highWaterMark: pieceBytes }),
    whole: () => readFile(path).catch(missing),
  };
}

/** The bytes or the file at the path. Throws {@link Unreadable} where there is none or it is too large. */
export async function openSource(source: Uint8Array | string, pieceBytes = PIECE_BYTES): Promise<Source> {
  const size = typeof source === 'string' ? (await stat(source).catch(missing)).size : source.length;
  if (size > LIMITS.fileBytes) throw new Unreadable(REFUSALS.tooLarge);
  if (typeof source === 'string') return onDisk(source, pieceBytes);
  return inMemory(Buffer.from(source.buffer, source.byteOffset, source.length), pieceBytes);
}
