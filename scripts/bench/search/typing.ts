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

/** Where the tone's key is struck: after the whole word, or in the middle of it, after the marked letter. */
type TonePlace = 'end' | 'middle';

function keysOf(word: string, keys: Keys, place: TonePlace): string {
  let typed = '';
  let tone = '';
  for (const sign of word.toLowerCase()) {
    if (sign === 'đ') typed += `d${keys.stroke}`;
    else if (sign === '\u0302') typed += keys.circumflex(typed.at(-1) ?? '');
    else if (sign === '\u0306') typed += keys.breve;
    else if (sign === '\u031b') typed += keys.horn;
    else if (keys.tones[sign] === undefined) typed += sign;
    else if (place === 'middle') typed += keys.tones[sign];
    else tone = keys.tones[sign] ?? '';
  }
  return typed + tone;
}

/** In NFD the tone below comes before the circumflex: `ậ` is a, dot, circumflex. Keys are struck letter first. */
function marksInTypingOrder(word: string): string {
  return word.normalize('NFD').replace(/(\u0323)([\u0302\u0306\u031b])/g, '$2$1');
}

function leftovers(name: string, keys: Keys, random: Random): string {
  const words = name.split(/\s+/);
  const place = random.pick(['end', 'middle'] as const);
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
