/**
 * Which passwords are taken, after NIST SP 800-63B: long enough, not among those that everybody tries first, not made of what is known of
 * the person and the product. No mixture of kinds of sign is asked for, spaces and every script are welcome.
 */
import { fold } from './fold.ts';
import { repeatedPart, worth } from './guessable.ts';
import { storedText, TEXT_PROBLEM_WORDS, textProblem } from './plainText.ts';

/** Signs that a password must have. */
export const SHORTEST_PASSWORD = 10;
/** In bytes of UTF-8: bcrypt takes 72, PocketBase 71 signs. */
const LONGEST = 71;
/** Fewer signs than this beside runs and known words are tried out in no time. */
const LEAST_WORTH = 6;
const LEAST_OWN_LETTERS = 4;
/** Shorter words stand within others by chance. */
const SHORTEST_WORD = 4;

const OWN_WAY = 'Hãy đặt một câu ngắn của riêng bạn.';

/** Why a password is not taken, and what to do. */
export const PASSWORD_WORDS = {
  short: `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự.`,
  long: `Mật khẩu dài quá: nhiều nhất ${LONGEST} ký tự, mỗi chữ có dấu tính là hai hoặc ba.`,
  unseen: 'Mật khẩu có ký tự không nhìn thấy được. Hãy gõ lại.',
  plain: `Mật khẩu lặp lại hoặc theo thứ tự dễ đoán. ${OWN_WAY}`,
  known: `Mật khẩu dựa vào tên, thư điện tử hoặc từ quen của trang này. ${OWN_WAY}`,
  common: `Nhiều người dùng mật khẩu này nên dễ bị đoán. ${OWN_WAY}`,
} as const;

/** Words of the product; folded. */
const PRODUCT = [
  'ocop',
  'quantri',
  'matkhau',
  'password',
  'passwort',
  'admin',
  'danhmuc',
  'moixamotsanpham',
  'sanpham',
];

/** What is known of whose password it is. */
export interface PasswordOwner {
  email?: string;
  name?: string;
}

/** Passwords that everybody tries, each between two line breaks, folded: whole ones, and words that get a tail. */
export interface CommonPasswords {
  whole: string;
  words: string;
}

/** As it is kept and compared: composed. */
export function storedPassword(password: string): string {
  return password.normalize('NFC');
}

function byteLength(text: string): number {
  return encodeURIComponent(text).replace(/%../g, 'x').length;
}

/** Problems of the signs themselves. */
function shapeProblem(password: string): string {
  const problem = textProblem(password);
  if (problem !== null) return TEXT_PROBLEM_WORDS[problem];
  if (storedText(password) !== password || /[\t\r\n]/.test(password)) return PASSWORD_WORDS.unseen;
  if (Array.from(password).length < SHORTEST_PASSWORD) return PASSWORD_WORDS.short;
  return byteLength(password) > LONGEST ? PASSWORD_WORDS.long : '';
}

/** As it is compared: wide letters, marks and case forgotten. */
const plainOf = (text: string) => fold(text.normalize('NFKC'));
/** The same without spaces and signs. */
const wordOf = (text: string) => plainOf(text).replace(/[\s!-/:-@[-`{-~]+/g, '');

/** Words that whoever guesses begins with. */
function knownWords({ email = '', name = '' }: PasswordOwner): string[] {
  const ofOwner = [...email.split(/[@._+-]/), email.split('@')[0] ?? '', ...name.split(/\s+/), name];
  const words = ofOwner.map(wordOf).filter((word) => word.length >= SHORTEST_WORD);
  return [...PRODUCT, ...words].sort((a, b) => b.length - a.length);
}

/** Whether little is left without known words; figures, such as years, are no more than a tail. */
function isKnown(word: string, owner: PasswordOwner): boolean {
  let rest = word;
  for (const known of knownWords(owner)) rest = rest.split(known).join(' ');
  return rest !== word && worth(rest.replace(/[\s\d]+/g, '')) < LEAST_OWN_LETTERS;
}

/** Letters that are written as figures or signs. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
};

/** Whether it is one of the list, or a word of it with a tail. */
function isCommon(plain: string, word: string, { whole, words }: CommonPasswords): boolean {
  const holds = (list: string, text: string) => list.indexOf(`\n${text}\n`) >= 0;
  const head = plain.replace(/[^a-z]+$/, '');
  const spelled = head.replace(/[@4013$5]/g, (sign) => WRITTEN_AS[sign] ?? sign);
  const stems = [head, spelled].map((text) => text.replace(/^[^a-z]+/, ''));
  return holds(whole, plain) || holds(whole, word) || stems.some((stem) => holds(words, stem));
}

function isPlain(plain: string, word: string): boolean {
  const part = repeatedPart(plain);
  const isRepeated = part !== plain && part.length < SHORTEST_PASSWORD;
  return isRepeated || worth(plain) < LEAST_WORTH || (word !== '' && worth(word) < LEAST_WORTH);
}

/** Why a password cannot be taken, in words; empty when it can. Without `common` the list of the commonest is not asked. */
export function passwordProblem(typed: string, owner: PasswordOwner = {}, common?: CommonPasswords): string {
  const password = storedPassword(typed);
  const shape = shapeProblem(password);
  if (shape !== '') return shape;
  const [plain, word] = [plainOf(password), wordOf(password)];
  if (isKnown(word, owner)) return PASSWORD_WORDS.known;
  if (isPlain(plain, word)) return PASSWORD_WORDS.plain;
  return common !== undefined && isCommon(plain, word, common) ? PASSWORD_WORDS.common : '';
}
