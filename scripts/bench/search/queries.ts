import { criteriaSet } from '#domain/criteriaSets.ts';
import { fold, foldedWords, toneKey } from '#domain/rules/fold.ts';
import { cell, readTable } from '../../demo/readTable.ts';
import { randomOf } from './random.ts';
import type { BenchRecord } from './records.ts';
import { TRANSFORMATIONS } from './transformations.ts';

/** A question and the records (places in the list) that answer it: any of them in front is right. */
export interface BenchQuery {
  query: string;
  class: string;
  expected: string;
  accepted: ReadonlySet<number>;
}

const BY_HAND = 'by hand';
/** Classes in which a made-up record that holds the same words of the question as the expected one is as good an answer. */
const DILUTED = new Set(['abbreviation', BY_HAND]);

const SEED = 7;

/** Classes whose words come from several fields: whoever holds all words is as good an answer as the record they came from. */
const COMPOSED = new Set(['product + producer', 'product + former place', 'sector + product']);
/** Classes in which a made-up record that holds the same words of the question as the expected one is as good an answer. */
/** Group, set and sector of a record in words. */
export function subjectOf(record: BenchRecord): string {
  const set = criteriaSet(record.set);
  return set === undefined ? '' : `${set.name} ${set.groupName} ${set.sectorName}`;
}

/** Tells which records answer a question as well as the one it was made from. The first `real` records are real. */
function judge(records: readonly BenchRecord[], real: number) {
  const byName = new Map<string, number[]>();
  records.forEach(({ name }, at) => {
    byName.set(toneKey(name), [...(byName.get(toneKey(name)) ?? []), at]);
  });
  const folded = records.map(({ name }) => fold(name));
  const toned = records.map(({ name }) => toneKey(name));
  const held = records.map(
    (each) =>
      new Set(foldedWords([each.name, each.producer, each.place, each.formerPlaces, subjectOf(each)].join(' '))),
  );
  const holding = (words: readonly string[], from = 0) =>
    held.flatMap((each, at) => (at >= from && words.every((word) => each.has(word)) ? [at] : []));

  /** The records that answer, beside those of the same name. */
  function asGood(query: string, name: string, like: number): number[] {
    const words = foldedWords(query);
    if (COMPOSED.has(name)) return holding(words);
    if (DILUTED.has(name))
      return holding(
        words.filter((word) => held[like]?.has(word)),
        real,
      );
    // Who types the beginning of a name may mean any name that begins so.
    if (name === 'prefix') return folded.flatMap((each, at) => (each.startsWith(fold(query)) ? [at] : []));
    // A name that says the other word itself is right as well.
    if (name === 'dialect')
      return toned.flatMap((each, at) => (` ${each} `.includes(` ${toneKey(query)} `) ? [at] : []));
    return [];
  }

  return {
    accepted(query: string, name: string, expected: string, like?: number): Set<number> {
      const same = byName.get(toneKey(expected)) ?? [];
      const first = like ?? same[0] ?? -1;
      return new Set([...(COMPOSED.has(name) ? [first] : same), ...asGood(query, name, first)]);
    },
    /** Whether the text is, by chance, the whole name of a record that is not expected. */
    isAnother: (text: string, accepted: ReadonlySet<number>) =>
      folded.some((name, at) => name === fold(text) && !accepted.has(at)),
  };
}

/** Questions made from the real records, which come first, by the written-down transformations; `each` at most per class. */
export function madeQueries(records: readonly BenchRecord[], real: number, each: number): BenchQuery[] {
  const judged = judge(records, real);
  return Object.entries(TRANSFORMATIONS).flatMap(([name, transform], position) => {
    const random = randomOf(SEED + position);
    const made: BenchQuery[] = [];
    for (const at of random.shuffled(Array.from({ length: real }, (_, place) => place))) {
      const record = records[at];
      const query = record === undefined ? null : transform(record, random);
      if (record === undefined || query === null) continue;
      const accepted = judged.accepted(query, name, record.name, at);
      if (judged.isAnother(query, accepted)) continue;
      made.push({ query, class: name, expected: record.name, accepted });
      if (made.length >= each) break;
    }
    return made;
  });
}

/** Questions of a table `query,class,expected_product`. `accepted` is empty where no record is named as expected. */
export function readQueries(file: string, records: readonly BenchRecord[], real = records.length): BenchQuery[] {
  const judged = judge(records, real);
  return readTable(file).map((row) => {
    const [query, expected] = [cell(row, 'query'), cell(row, 'expected_product')];
    const accepted = judged.accepted(query, real < records.length ? BY_HAND : '', expected);
    return { query, class: cell(row, 'class'), expected, accepted };
  });
}
