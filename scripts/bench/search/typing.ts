import type { Random } from './random.ts';

/** Keys of an input method: for each mark, and for a letter that is marked twice over. */
interface Keys {
  tones: Readonly<Record<string, string>>;
  /** Base letter and mark → key after the letter. */
  circumflex: (base: string) => string;
  breve: string;
  horn: string;
  stroke: string;
}

const TELEX: Keys = {
  tones: { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  circumflex: (base) => base,
  breve: 'w',
  horn: 'w',
  stroke: 'd',
};
const VNI: Keys = {
  tones: { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
  circumflex: () => '6',
  breve: '8',
  horn: '7',
  stroke: '9',
};

/**
 * Where the keys for marks are struck: each after its letter (`maajt`), the tone after the whole word (`maatj`), or all after the
 * whole word (`mataj`, `mat65`); đ's always at once.
 */
const PLACES = ['letter', 'tone last', 'all last'] as const;
type Place = (typeof PLACES)[number];

function keyOf(mark: string, before: string, keys: Keys): string {
  if (mark === '\u0302') return keys.circumflex(before);
  if (mark === '\u0306') return keys.breve;
  if (mark === '\u031b') return keys.horn;
  return keys.tones[mark] ?? '';
}

function keysOf(word: string, keys: Keys, place: Place): string {
  let typed = '';
  let last = '';
  for (const sign of word.toLowerCase()) {
    const key = keyOf(sign, typed.at(-1) ?? '', keys);
    const isLate = place === 'all last' || (place === 'tone last' && keys.tones[sign] !== undefined);
    if (sign === 'đ') typed += `d${keys.stroke}`;
    else if (key === '') typed += sign;
    else if (!isLate) typed += key;
    // One key makes ươ of uo.
    else if (!last.endsWith(key)) last += key;
  }
  return typed + last;
}

/** In NFD the tone below comes before the circumflex: `ậ` is a, dot, circumflex. Keys are struck letter first. */
function marksInTypingOrder(word: string): string {
  return word.normalize('NFD').replace(/(\u0323)([\u0302\u0306\u031b])/g, '$2$1');
}

function leftovers(name: string, keys: Keys, random: Random): string {
  const words = name.split(/\s+/);
  const place = random.pick(PLACES);
  const marked = words.flatMap((word, at) => (/[^\0-\x7f]/.test(word) ? [at] : []));
  // Half of the time the keyboard program missed one word only.
  const missed = random.below(2) === 0 || marked.length === 0 ? marked : [random.pick(marked)];
  return words
    .map((word, at) => (missed.includes(at) ? keysOf(marksInTypingOrder(word), keys, place) : word))
    .join(' ');
}

/** A name as it looks when Telex keys were let through, in all words or in one. */
export function telexLeftovers(name: string, random: Random): string {
  return leftovers(name, TELEX, random);
}

/** The same for VNI. */
export function vniLeftovers(name: string, random: Random): string {
  return leftovers(name, VNI, random);
}
