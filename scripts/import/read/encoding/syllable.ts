/**
 * Whether a word can be Vietnamese: onset, rhyme and one tone. It tells the right reading of bytes from the wrong ones, which give
 * letters that no Vietnamese word has.
 */

const ONSETS = 'ngh ng nh gh gi ch kh ph th tr qu b c d đ g h k l m n p r s t v x'.split(' ');

const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uy uya uych uyn uynh uyp uyt uyu uê uêch uênh uơ
  uân uâng uât uây uôc uôi uôm uôn uông uôt uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  y yêm yên yêng yêt yêu yt ynh`.split(/\s+/),
);

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Lower case, or a capital first, or all capitals: `thÓ` is none of these. */
function hasOneCase(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}

/** Words judged so far: a language has few syllables and a list many words. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 30_000;

/** Whether the word (NFC, letters only) is a possible Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const known = judged.get(word);
  if (known !== undefined) return known;
  if (judged.size > MOST_JUDGED) judged.clear();
  const possible = judge(word);
  judged.set(word, possible);
  return possible;
}

function judge(word: string): boolean {
  if (!hasOneCase(word)) return false;
  // Old keyboards wrote the eth (Ð) for Đ.
  const spelled = word.toLowerCase().replace(/^ð/, 'đ').normalize('NFD');
  if ((spelled.match(TONE) ?? []).length > 1) return false;
  const plain = spelled.replace(TONE, '').normalize('NFC');
  if (RHYMES.has(plain)) return true;
  return ONSETS.some((onset) => plain.startsWith(onset) && (RHYMES.has(plain.slice(onset.length)) || plain === 'gi'));
}

/** Words that hold any letter beyond ASCII: the only ones that tell encodings apart. */
export function tellingWords(text: string): string[] {
  return text.split(/[\s!-/:-@[-`{-~0-9–—“”‘’…]+/).filter((word) => /[^\0-\x7f]/.test(word));
}

/** Share of telling words that are possible syllables, and how many words there were. */
export function vietnameseShare(text: string): { share: number; words: number } {
  const words = tellingWords(text.normalize('NFC'));
  if (words.length === 0) return { share: 1, words: 0 };
  return { share: words.filter(isSyllable).length / words.length, words: words.length };
}
