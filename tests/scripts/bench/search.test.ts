import { describe, expect, test } from 'vitest';
import { enlarge, headAndTail } from '#scripts/bench/search/enlarge.ts';
import { percentile, qualityOf } from '#scripts/bench/search/measure.ts';
import { madeQueries } from '#scripts/bench/search/queries.ts';
import { randomOf } from '#scripts/bench/search/random.ts';
import { demonstrationRecords } from '#scripts/bench/search/records.ts';
import { setOfName } from '#scripts/bench/search/setOfName.ts';
import { oneTypo } from '#scripts/bench/search/slips.ts';
import { telexLeftovers, vniLeftovers } from '#scripts/bench/search/typing.ts';
import { isOneSlip } from '#site/search/engine/typos.ts';

const records = demonstrationRecords();

test('every run asks the same questions of the same records', () => {
  const ask = () => madeQueries(enlarge(records, 300), records.length, 5).map(({ query }) => query);
  expect(ask()).toEqual(ask());
});

describe('keys that are let through', () => {
  const ways = (name: string, type: typeof telexLeftovers) =>
    new Set(Array.from({ length: 60 }, (_, seed) => type(name, randomOf(seed))));

  test('Telex, in every order of keys, in all words or in one', () => {
    expect(ways('Mật ong', telexLeftovers)).toEqual(new Set(['maajt ong', 'maatj ong', 'mataj ong']));
    expect(ways('đường', telexLeftovers)).toEqual(new Set(['dduwowfng', 'dduwowngf', 'dduongwf']));
    expect(ways('Mật cá', telexLeftovers)).toContain('Mật cas');
    expect(ways('Mật cá', telexLeftovers)).toContain('maatj cas');
  });

  test('VNI', () => {
    expect(ways('Mật ong', vniLeftovers)).toEqual(new Set(['ma65t ong', 'ma6t5 ong', 'mat65 ong']));
    expect(ways('đường', vniLeftovers)).toEqual(new Set(['d9u7o72ng', 'd9u7o7ng2', 'd9uong72']));
  });
});

test('a typo is one slip in one word', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const slipped = oneTypo('mật ong rừng', randomOf(seed));
    if (slipped === null) continue;
    const words = slipped.split(' ');
    const changed = ['mật', 'ong', 'rừng'].flatMap((word, at) => (words[at] === word ? [] : [[word, words[at] ?? '']]));
    expect(words).toHaveLength(3);
    expect(changed.map(([from = '', to = '']) => isOneSlip(from, to))).toEqual([true]);
  }
});

test.each([
  ['Mật ong rừng Bình Liêu', 'Mật ong rừng', 'Bình Liêu'],
  ['Trà hoa vàng', 'Trà hoa vàng', ''],
  ['VICUMAX', 'VICUMAX', ''],
])('%s is cut before the capitals that end it', (name, head, tail) => {
  expect(headAndTail(name)).toEqual({ head, tail });
});

test('larger sets keep the real records, add others, and repeat no name', () => {
  const large = enlarge(records, 1_000);
  expect(large).toHaveLength(1_000);
  expect(large.slice(0, records.length)).toEqual(records);
  const added = large.slice(records.length).map(({ name }) => name);
  expect(new Set(added).size).toBe(added.length);
});

test.each([
  ['Rượu ba kích', 15],
  ['Trà hoa vàng', 12],
  ['Chè xanh Bản Ven', 11],
  ['VICUMAX', 0],
])('the set of %s is %d', (name, set) => {
  expect(setOfName(name)).toBe(set);
});

describe('judging', () => {
  const blank = { producer: '', producerKind: '', place: '', formerPlaces: '', set: 0 };
  const twice = ['Kẹo dừa', 'Kẹo Dừa', 'Kẹo dừa sầu riêng'].map((name) => ({ ...blank, name }));
  const accepted = (name: string) =>
    madeQueries(twice, twice.length, 9)
      .filter((query) => query.class === name && query.expected.toLowerCase() === 'kẹo dừa')
      .map((query) => [...query.accepted].sort());

  test('whoever bears the same name counts alike', () => {
    expect(accepted('exact')).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('a beginning may mean any name that begins so', () => {
    expect(accepted('prefix')[0]).toEqual([0, 1, 2]);
  });

  test('recall and rank', () => {
    const query = { query: '', class: '', expected: '', accepted: new Set<number>() };
    const { recallAt1, recallAt5, reciprocalRank, misses } = qualityOf([query, query, query, query], [1, 2, 10, 0]);
    expect([recallAt1, recallAt5, reciprocalRank, misses.length]).toEqual([0.25, 0.5, (1 + 0.5 + 0.1) / 4, 2]);
  });

  test('percentiles', () => {
    expect([0.5, 0.95, 1].map((share) => percentile([1, 2, 3, 4], share))).toEqual([3, 4, 4]);
  });
});
