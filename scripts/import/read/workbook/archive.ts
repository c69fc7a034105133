import { StringDecoder } from 'node:string_decoder';
import { promisify } from 'node:util';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { LIMITS, REFUSALS, Unreadable } from '../unreadable.ts';

/** What a part of a workbook tells while it is read. Names come without prefix: some programs write `x:row`. */
export interface PartReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The parts of a workbook, each readable as a stream. */
export interface Archive {
  has(name: string): boolean;
  /** Reads one XML part. Throws {@link Unreadable} when it is damaged or too large. */
  read(name: string, reader: PartReader): Promise<void>;
}

const openZip = promisify(
  (bytes: Buffer, callback: (error: Error | null, zip?: ZipFile) => void) =>
    void fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }, callback),
);

function checkSizes(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const suspect = entries.some(
    (entry) =>
      entry.uncompressedSize > LIMITS.suspectBytes &&
      entry.uncompressedSize > entry.compressedSize * LIMITS.packingRatio,
  );
  if (total > LIMITS.unpackedBytes || suspect) throw new Unreadable(REFUSALS.bomb);
  if (entries.some((entry) => entry.isEncrypted())) throw new Unreadable(REFUSALS.encrypted);
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      // A workbook has some dozens of parts.
      if (entries.length > 20_000) reject(new Unreadable(REFUSALS.bomb));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** No workbook nests deeper, gives an element more attributes, or lets so much text stand without one. */
const DEEPEST = 60;
const MOST_ATTRIBUTES = 100;
const LONGEST_TEXT = 2_000_000;

/** Counts what a parser gathers before it tells of it: a part made to fill the memory is given up early. */
class Guard {
  #depth = 0;
  #attributes = 0;
  #since = 0;

  opened(): void {
    this.#since = 0;
    this.#attributes = 0;
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unreadable(REFUSALS.broken);
  }

  closed(): void {
    this.#since = 0;
    this.#depth -= 1;
  }

  attribute(): void {
    this.#attributes += 1;
    if (this.#attributes > MOST_ATTRIBUTES) throw new Unreadable(REFUSALS.broken);
  }

  read(length: number): void {
    if (this.#since > LONGEST_TEXT) throw new Unreadable(REFUSALS.broken);
    this.#since += length;
  }
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

function parserFor(reader: PartReader, guard: Guard) {
  const parser = new SaxesParser();
  parser.on('opentagstart', () => guard.opened());
  parser.on('attribute', () => guard.attribute());
  parser.on('opentag', (tag: SaxesTagPlain) => reader.open?.(withoutPrefix(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => {
    guard.closed();
    reader.close?.(withoutPrefix(tag.name));
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}

async function readPart(zip: ZipFile, entry: Entry, reader: PartReader): Promise<void> {
  const stream = await promisify(
    (callback: (error: Error | null, opened?: NodeJS.ReadableStream) => void) =>
      void zip.openReadStream(entry, callback),
  )();
  if (stream === undefined) throw new Unreadable(REFUSALS.broken);
  const guard = new Guard();
  const parser = parserFor(reader, guard);
  const decoder = new StringDecoder('utf8');
  // yauzl stops the stream when more comes out than the directory declared, so sizes checked before hold here.
  for await (const chunk of stream) {
    const text = decoder.write(chunk as Buffer);
    guard.read(text.length);
    parser.write(text);
  }
  parser.write(decoder.end()).close();
}

/** Opens a workbook's zip and checks it before anything is unpacked. Throws {@link Unreadable}. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const broken = (error: unknown) => (error instanceof Unreadable ? error : new Unreadable(REFUSALS.broken));
  try {
    const zip = await openZip(bytes);
    if (zip === undefined) throw new Unreadable(REFUSALS.broken);
    const entries = await listEntries(zip);
    checkSizes(entries);
    const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase().replaceAll('\\', '/'), entry]));
    return {
      has: (name) => byName.has(name.toLowerCase()),
      async read(name, reader) {
        const entry = byName.get(name.toLowerCase());
        if (entry === undefined) return;
        await readPart(zip, entry, reader).catch((error: unknown) => Promise.reject(broken(error)));
      },
    };
  } catch (error) {
    throw broken(error);
  }
}
