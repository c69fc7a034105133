import { criteriaSet } from '#domain/criteriaSets.ts';
import { fold } from '#domain/rules/fold.ts';
import { DIALECTS } from './dialects.ts';
import { headAndTail } from './enlarge.ts';
import type { Random } from './random.ts';
import type { BenchRecord } from './records.ts';
import { oneTypo } from './slips.ts';
import { telexLeftovers, vniLeftovers } from './typing.ts';

/** What someone who looks for a record types; null where this way of typing does not apply to it. */
export type Transformation = (record: BenchRecord, random: Random) => string | null;

/** Keeps only what really differs from the name. */
const ifChanged = (name: string, typed: string) => (typed === name ? null : typed);
const words = (text: string) => text.split(/[\s,()–-]+/).filter((word) => word !== '');

const OTHER_PLACE: readonly [RegExp, string][] = [
  [/òa/g, 'oà'],
  [/óa/g, 'oá'],
  [/ỏa/g, 'oả'],
  [/ọa/g, 'oạ'],
  [/hoà(?![a-zà-ỹ])/g, 'hòa'],
  [/oè/g, 'òe'],
  [/uý/g, 'úy'],
  [/úy/g, 'uý'],
  [/uỳ/g, 'ùy'],
  [/ùy/g, 'uỳ'],
  [/uỷ/g, 'ủy'],
  [/ủy/g, 'uỷ'],
];

/** Moves the first tone that stands on the other vowel in the other tradition (`Hòa` ↔ `Hoà`, `Quý` ↔ `Qúy`). */
function otherTonePlace(name: string): string {
  const lower = name.normalize('NFC').toLowerCase();
  const rule = OTHER_PLACE.find(([pattern]) => pattern.test(lower));
  return rule === undefined ? lower : lower.replace(rule[0], rule[1]);
}

function swapped(name: string, random: Random): string | null {
  const all = words(name);
  if (all.length < 2) return null;
  const at = random.below(all.length - 1);
  const [first = '', second = ''] = all.slice(at, at + 2);
  // Half of the time neighbours change places, half of the time what belongs last comes first.
  const moved =
    random.below(2) === 0
      ? [...all.slice(0, at), second, first, ...all.slice(at + 2)]
      : [...all.slice(-1), ...all.slice(0, -1)];
  return ifChanged(name, moved.join(' '));
}

function cutShort(name: string, random: Random): string | null {
  const all = words(name);
  const last = all.at(-1) ?? '';
  if (all.length < 2 || last.length < 2) return null;
  const typed = [...all.slice(0, -1), last.slice(0, 1 + random.below(last.length - 1))].join(' ');
  return random.below(2) === 0 ? typed : fold(typed);
}

function abbreviated({ name, producer, formerPlaces, producerKind }: BenchRecord, random: Random): string | null {
  const ways = [
    /^(hợp tác xã|htx)/i.test(producer) ? `${name} htx` : '',
    /^(hợp tác xã|htx)/i.test(producer) ? `htx ${headAndTail(producer).tail} ${headAndTail(name).head}` : '',
    /^(tp|thành phố)\b/i.test(formerPlaces) ? `${name} tp ${formerPlaces.replace(/^(tp\.?|thành phố)\s*/i, '')}` : '',
    producerKind === 'Doanh nghiệp' ? `${name} dn` : '',
    /công ty/i.test(producer) ? `cty ${headAndTail(producer).tail} ${name}` : '',
  ].filter((way) => way !== '');
  return ways.length === 0 ? null : fold(random.pick(ways));
}

function dialect(name: string, random: Random): string | null {
  const lower = name.normalize('NFC').toLowerCase();
  const isSaid = (word: string) => new RegExp(`(^|[^\\p{L}])${word}($|[^\\p{L}])`, 'u').test(lower);
  const said = DIALECTS.filter(([word]) => isSaid(word));
  if (said.length === 0) return null;
  const [word, instead] = random.pick(said);
  return lower.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'), instead);
}

function withProducer({ name, producer }: BenchRecord): string | null {
  const { tail } = headAndTail(producer);
  return tail === '' ? null : fold(`${words(name).slice(0, 2).join(' ')} ${tail}`);
}

function withFormerPlace({ name, formerPlaces, place }: BenchRecord, random: Random): string | null {
  const former = formerPlaces || (/^(xã|thị trấn|phường)/i.test(place) ? (place.split(',')[0] ?? '') : '');
  if (former === '') return null;
  const bare = former.replace(/^(huyện|quận|thị xã|thị trấn|thành phố|xã|phường|TP\.?|TX\.?|H\.)\s*/i, '');
  const product = words(name).slice(0, 3).join(' ');
  return random.below(2) === 0 ? fold(`${product} ${bare}`) : `${product} ${random.below(2) === 0 ? former : bare}`;
}

function withSector({ name, set }: BenchRecord, random: Random): string | null {
  const known = criteriaSet(set);
  if (known === undefined) return null;
  const sector = words(random.pick([known.groupName, known.sectorName]))
    .slice(0, 2)
    .join(' ');
  return random.below(2) === 0 ? fold(`${sector} ${name}`) : `${name} ${sector.toLowerCase()}`;
}

/** Class of query → how it comes about. Written down here and seeded: the same queries in every run. */
export const TRANSFORMATIONS: Readonly<Record<string, Transformation>> = {
  exact: ({ name }) => name,
  toneless: ({ name }) => ifChanged(name, fold(name)),
  'd for đ': ({ name }) => ifChanged(name, name.normalize('NFC').replace(/đ/g, 'd').replace(/Đ/g, 'D')),
  'tone place': ({ name }) => ifChanged(name.normalize('NFC').toLowerCase(), otherTonePlace(name)),
  NFD: ({ name }) => ifChanged(name, name.normalize('NFD')),
  telex: ({ name }, random) => ifChanged(name, telexLeftovers(name, random)),
  vni: ({ name }, random) => ifChanged(name, vniLeftovers(name, random)),
  typo: ({ name }, random) => oneTypo(name.toLowerCase(), random),
  'typo, toneless': ({ name }, random) => oneTypo(fold(name), random),
  swapped: ({ name }, random) => swapped(name, random),
  abbreviation: abbreviated,
  prefix: ({ name }, random) => cutShort(name, random),
  'product + producer': withProducer,
  'product + former place': withFormerPlace,
  dialect: ({ name }, random) => dialect(name, random),
  'sector + product': withSector,
};
