/**
 * The trace code behind every stamp: 9 random signs and 1 check sign. The alphabet leaves out 0, 1, I, L and O, which a reader mixes up.
 * The weighted sum of all ten signs is 0 mod 31. 31 is prime and the weights differ, so every single wrong sign and every swap of two
 * signs, neighbours or not, changes the sum and is caught.
 */

export const TRACE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const TRACE_CODE_LENGTH = 10;
export const TRACE_CODE_PATTERN = `^[${TRACE_ALPHABET}]{${TRACE_CODE_LENGTH}}$`;

const RANDOM_SIGNS = TRACE_CODE_LENGTH - 1;
const MODULUS = TRACE_ALPHABET.length;
/** `https://` + domain + `/t/` + code fits QR version 3 at level M (42 bytes) up to this many signs of domain. */
const LONGEST_DOMAIN = 21;

/** Weights 2 … 10 for the random signs, 1 for the check sign. */
function weightAt(index: number): number {
  return index === RANDOM_SIGNS ? 1 : index + 2;
}

function weightedSum(code: string): number {
  let sum = 0;
  for (let index = 0; index < code.length; index += 1)
    sum += weightAt(index) * TRACE_ALPHABET.indexOf(code.charAt(index));
  return sum;
}

/** The code for nine random signs of the alphabet. */
export function withCheckSign(signs: string): string {
  const check = (MODULUS - (weightedSum(signs) % MODULUS)) % MODULUS;
  return signs + TRACE_ALPHABET.charAt(check);
}

/**
 * A new code from random bytes. Five bits make a sign; the one value beyond the alphabet is dropped, so that all signs are equally likely.
 * Returns null when the bytes run out: give 16 or more and call again.
 */
export function newTraceCode(randomBytes: ArrayLike<number>): string | null {
  let signs = '';
  for (let index = 0; index < randomBytes.length && signs.length < RANDOM_SIGNS; index += 1) {
    const value = (randomBytes[index] ?? 0) & 31;
    if (value < MODULUS) signs += TRACE_ALPHABET.charAt(value);
  }
  return signs.length === RANDOM_SIGNS ? withCheckSign(signs) : null;
}

/** What a person typed as a code would be written: upper case, without spaces, dots and dashes. Nothing is guessed. */
export function tidyTraceCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s.\u00ad\u2010-\u2015_-]/g, '');
}

/** Whether the text is a code with its right check sign. */
export function isTraceCode(code: string): boolean {
  if (!new RegExp(TRACE_CODE_PATTERN).test(code)) return false;
  return weightedSum(code) % MODULUS === 0;
}

/** In groups that can be read aloud: `7F3K9 QX2MB`. */
export function traceCodeForReading(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}

/** The address in a stamp's QR symbol. `publicAddress` is an origin without trailing slash. */
export function traceAddress(publicAddress: string, code: string): string {
  return `${publicAddress}/t/${code}`;
}

/** Whether the address makes every stamp's symbol larger than QR version 3-M: worth a warning before anything is printed. */
export function isLongForStamps(publicAddress: string): boolean {
  return (
    traceAddress(publicAddress, 'X'.repeat(TRACE_CODE_LENGTH)).length >
    'https:///t/'.length + LONGEST_DOMAIN + TRACE_CODE_LENGTH
  );
}
