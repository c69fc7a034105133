import { brotliCompressSync } from 'node:zlib';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { fold } from '#domain/rules/fold.ts';
import type { Contender } from '../measure.ts';
import { subjectOf } from '../queries.ts';
import type { BenchRecord } from '../records.ts';

const FIELDS = ['name', 'producer', 'subject', 'place', 'formerPlaces'] as const;
const WEIGHTS = { name: 3, producer: 1.5, subject: 1, place: 1, formerPlaces: 1 };

type Row = Record<(typeof FIELDS)[number], string> & { id: number };

const rowsOf = (records: readonly BenchRecord[]): Row[] =>
  records.map((record, id) => ({
    id,
    name: record.name,
    producer: record.producer,
    subject: subjectOf(record),
    place: record.place,
    formerPlaces: record.formerPlaces,
  }));

const bytesOf = (text: string) => brotliCompressSync(text).length;

function timed<T>(build: () => T): { built: T; buildMs: number } {
  const start = performance.now();
  const built = build();
  return { built, buildMs: performance.now() - start };
}

/** fuse.js over the records, as its documentation shows it, told to forget marks. Its rows are what must be loaded. */
function plainFuse(rows: Row[]): Contender {
  const keys = FIELDS.map((name) => ({ name, weight: WEIGHTS[name] }));
  const { built, buildMs } = timed(
    () => new Fuse(rows, { keys, ignoreDiacritics: true, ignoreLocation: true, threshold: 0.4 }),
  );
  return {
    name: 'fuse.js',
    isSlow: true,
    buildMs,
    bytes: bytesOf(JSON.stringify(rows)),
    find: (query, limit) => built.search(query, { limit }).map(({ item }) => item.id),
  };
}

/** MiniSearch with folded terms, the last one as a beginning, and its recommended share of slips. */
function miniSearch(rows: Row[]): Contender {
  const { built, buildMs } = timed(() => {
    const index = new MiniSearch<Row>({ fields: [...FIELDS], processTerm: (term) => fold(term) || null });
    index.addAll(rows);
    return index;
  });
  const isLast = (_: string, at: number, terms: string[]) => at === terms.length - 1;
  return {
    name: 'MiniSearch',
    buildMs,
    bytes: bytesOf(JSON.stringify(built)),
    find: (query, limit) =>
      built
        .search(query, { boost: WEIGHTS, prefix: isLast, fuzzy: 0.2 })
        .slice(0, limit)
        .map(({ id }) => Number(id)),
  };
}

/** FlexSearch with folded words and beginnings, partial matches allowed; hits in the name before hits elsewhere. */
function flexSearch(rows: Row[]): Contender {
  const encode = (text: string) =>
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '');
  const { built, buildMs } = timed(() => {
    const index = new Document({
      document: {
        id: 'id',
        index: FIELDS.map((field) => ({ field, tokenize: 'forward' as const, encode, context: true })),
      },
    });
    for (const row of rows) index.add(row);
    return index;
  });
  let written = '';
  void built.export((_key, data) => {
    written += data;
  });
  return {
    name: 'FlexSearch',
    buildMs,
    bytes: bytesOf(written),
    find(query, limit) {
      const found = built.search(query, { limit, suggest: true });
      return [...new Set(found.flatMap(({ result }) => result.map(Number)))].slice(0, limit);
    },
  };
}

/** Names of the peers, slowest first. */
export function peers(records: readonly BenchRecord[]): Contender[] {
  const rows = rowsOf(records);
  return [plainFuse(rows), miniSearch(rows), flexSearch(rows)];
}
