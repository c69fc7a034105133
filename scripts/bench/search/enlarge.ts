import { cell, readTable } from '../../demo/readTable.ts';
import { type Random, randomOf } from './random.ts';
import type { BenchRecord } from './records.ts';
import { setOfName } from './setOfName.ts';

/** What real names are made of. */
interface Parts {
  heads: string[];
  tails: string[];
  producerHeads: string[];
  producerTails: string[];
  places: Pick<BenchRecord, 'place' | 'formerPlaces'>[];
}

const SEED = 20_260_101;
const PRODUCTS_PER_PRODUCER = 4;

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Cuts a name before the capitals that end it: `Mật ong rừng | Bình Liêu`. The tail is empty where there is none. */
export function headAndTail(name: string): { head: string; tail: string } {
  const words = name.split(/\s+/);
  let cut = words.length;
  while (cut > 1 && isCapital(words[cut - 1] ?? '')) cut -= 1;
  return { head: words.slice(0, cut).join(' '), tail: words.slice(cut).join(' ') };
}

function partsOf(real: readonly BenchRecord[]): Parts {
  const names = real.map(({ name }) => headAndTail(name));
  const producers = real.map(({ producer }) => headAndTail(producer)).filter(({ head }) => head !== '');
  const unique = (texts: string[]) => [...new Set(texts.filter((text) => text !== ''))];
  return {
    heads: unique(names.map(({ head }) => head)),
    tails: unique(names.map(({ tail }) => tail)),
    producerHeads: unique(producers.map(({ head }) => head)),
    producerTails: unique(producers.map(({ tail }) => tail)),
    places: presentPlaces(),
  };
}

/** Communes of the three demonstration provinces with the names they bore before July 2025. */
function presentPlaces(): Parts['places'] {
  const former = new Map<string, Set<string>>();
  for (const row of readTable('scripts/demo/data/former-names.csv')) {
    const names = former.get(cell(row, 'code')) ?? new Set();
    former.set(cell(row, 'code'), names.add(cell(row, 'former_name')).add(cell(row, 'former_district')));
  }
  return readTable('scripts/demo/data/communes.csv').map((row) => ({
    place: cell(row, 'name'),
    formerPlaces: [...(former.get(cell(row, 'code')) ?? [])].join(', '),
  }));
}

function madeUp(parts: Parts, random: Random, taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(parts.heads)} ${random.pick(parts.tails)}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

/** The real records and made-up ones, recombined from parts of real names with a fixed seed, up to `size`; real ones come first. */
export function enlarge(real: readonly BenchRecord[], size: number): BenchRecord[] {
  const random = randomOf(SEED);
  const parts = partsOf(real);
  const taken = new Set(real.map(({ name }) => name));
  const producers = Array.from({ length: Math.ceil(size / PRODUCTS_PER_PRODUCER) }, () => ({
    producer: `${random.pick(parts.producerHeads)} ${random.pick(parts.producerTails)}`,
    ...random.pick(parts.places),
  }));
  const more = Array.from({ length: Math.max(0, size - real.length) }, () => {
    const name = madeUp(parts, random, taken);
    return { name, producerKind: '', set: setOfName(name), ...random.pick(producers) };
  });
  return [...real, ...more].slice(0, Math.max(size, real.length));
}
