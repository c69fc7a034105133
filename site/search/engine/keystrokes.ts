/**
 * What a Vietnamese keyboard program would have made of keys that it let through: Telex (`maatj`, `hoafng`, `dduowngf`) and VNI
 * (`mat65`, `d9uong72`), with the keys for marks anywhere after the letter that they mark, and half-done words (`mâtj`) too.
 */

const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031b';
const STROKE = 'đ';

interface Letter {
  base: string;
  mark: string;
}
interface Typed {
  letters: Letter[];
  tone: string;
}
/** Takes a key that marks earlier letters; false where it marks nothing and is a letter itself. */
type Key = (typed: Typed) => boolean;

const isVowel = (letter: Letter): boolean => 'aeiouy'.includes(letter.base);

function toneOf(mark: string): Key {
  return (typed) => {
    if (!typed.letters.some(isVowel)) return false;
    typed.tone = mark;
    return true;
  };
}

/** Place of the last letter that is wanted, -1 without one. `findLast` is younger than some phones. */
const lastAt = (letters: readonly Letter[], wanted: (letter: Letter) => boolean) =>
  letters.map(wanted).lastIndexOf(true);

/** Marks the last unmarked letter among `bases`. */
function markOn(bases: string, mark: string): Key {
  return ({ letters }) => {
    const letter = letters[lastAt(letters, (each) => bases.includes(each.base) && each.mark === '')];
    if (letter !== undefined) letter.mark = mark;
    return letter !== undefined;
  };
}

/** Horn on o and u; a pair `uo` takes both (`uow` is ươ). */
const horn: Key = ({ letters }) => {
  const at = lastAt(letters, (each) => 'ou'.includes(each.base) && each.mark === '');
  const [letter, before] = [letters[at], letters[at - 1]];
  if (letter === undefined) return false;
  letter.mark = HORN;
  if (letter.base === 'o' && before?.base === 'u' && letters[at - 2]?.base !== 'q') before.mark = HORN;
  return true;
};

/** Telex `w`: horn or breve, whichever the vowel takes; alone it is ư. */
const hornOrBreve: Key = (typed) => {
  const last = typed.letters[lastAt(typed.letters, isVowel)];
  if (last?.base === 'a' && markOn('a', BREVE)(typed)) return true;
  if (!horn(typed)) typed.letters.push({ base: 'u', mark: HORN });
  return true;
};

const strike: Key = ({ letters: [first] }) => {
  if (first?.base !== 'd' || first.mark !== '') return false;
  first.mark = STROKE;
  return true;
};

const [ACUTE, GRAVE, HOOK, TILDE, DOT] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'].map(toneOf);
const NONE = toneOf('');

type Keyboard = Readonly<Record<string, Key | undefined>>;
const TELEX: Keyboard = {
  ...{ s: ACUTE, f: GRAVE, r: HOOK, x: TILDE, j: DOT, z: NONE },
  ...{ a: markOn('a', CIRCUMFLEX), e: markOn('e', CIRCUMFLEX), o: markOn('o', CIRCUMFLEX), w: hornOrBreve, d: strike },
};
const VNI: Keyboard = {
  ...{ 1: ACUTE, 2: GRAVE, 3: HOOK, 4: TILDE, 5: DOT, 0: NONE },
  ...{ 6: markOn('aeo', CIRCUMFLEX), 7: horn, 8: markOn('a', BREVE), 9: strike },
};

/** Marks that the keyboard program did set are kept: `mâtj` is â and a key left over. */
function lettersOf(sign: string): Letter {
  const [base = '', ...marks] = sign.normalize('NFD');
  return base === 'đ' ? { base: 'd', mark: STROKE } : { base, mark: marks.join('') };
}

function spell({ letters, tone }: Typed): string {
  const word = letters.map(({ base, mark }) => (mark === STROKE ? STROKE : base + mark)).join('');
  return (word + tone).normalize('NFC');
}

function typedWith(keyboard: Keyboard, word: string): string | null {
  const typed: Typed = { letters: [], tone: '' };
  let taken = false;
  for (const sign of word) {
    if (keyboard[sign]?.(typed) === true) taken = true;
    else typed.letters.push(lettersOf(sign));
  }
  return taken ? spell(typed) : null;
}

/** The words that the keys of `word` (lower case, NFC) stand for, tone at the end; none where no key was left over. */
export function keystrokeReadings(word: string): string[] {
  const readings = [typedWith(TELEX, word), /^\p{L}.*\d/u.test(word) ? typedWith(VNI, word) : null];
  return readings.filter((reading) => reading !== null);
}
