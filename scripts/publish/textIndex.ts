/** Finds many wordings and telephone numbers in a text at once, however they are written there. */
import { foldedWords } from '#domain/rules/fold.ts';

interface Wording<T> {
  words: string[];
  /** Up to two words are too easily something else without their marks (Hoa Lan, hoa lan): then case and marks must agree. */
  exact: string;
  payload: T;
}

const LEAST_DIGITS = 8;
const MOST_DIGITS = 14;

/** Digits that stand together as a number does: groups with a space, dot, dash or bracket between. */
function digitRuns(text: string): string[][] {
  const runs = text.replace(/\+84\s*\(?0?\)?/g, ' 0').match(/\d+(?:[ .\-()\u00a0]{1,2}\d+)*/g) ?? [];
  return runs.map((run) => run.split(/\D+/).filter((group) => group !== ''));
}

/** `84 912 …` and `0912 …` are one number. */
function domesticDigits(digits: string): string {
  return digits.startsWith('84') && digits.length >= 11 ? `0${digits.slice(2)}` : digits;
}

/** The numbers of a value, as digits only. */
export function numbersIn(value: string): string[] {
  return digitRuns(value)
    .map((groups) => domesticDigits(groups.join('')))
    .filter((digits) => digits.length >= LEAST_DIGITS);
}

/** The text without the escapes of HTML, JSON and addresses. */
function decoded(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, hex === '' ? 10 : 16) || 0, 0x10ffff)),
    )
    .replace(/&[a-z]+;/gi, ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
      try {
        return decodeURIComponent(escaped);
      } catch {
        // A percent sign that encodes nothing.
        return escaped;
      }
    });
}

/** A text taken apart once, for as many indexes as look at it. */
export class SearchText {
  readonly #plain: string;
  #words: string[] | undefined;
  #untaggedWords: string[] | undefined;
  #runs: string[][] | undefined;
  #composed: string | undefined;

  constructor(text: string) {
    this.#plain = decoded(text);
  }

  get words(): readonly string[] {
    this.#words ??= foldedWords(this.#plain);
    return this.#words;
  }

  /** Once more without tags: a name may be broken by them. */
  get untaggedWords(): readonly string[] {
    this.#untaggedWords ??= this.#plain.includes('<') ? foldedWords(this.#plain.replace(/<[^>]*>/g, ' ')) : [];
    return this.#untaggedWords;
  }

  get digitRuns(): readonly string[][] {
    this.#runs ??= digitRuns(this.#plain);
    return this.#runs;
  }

  /** Whether a wording stands in the text as it is written. */
  holds(wording: string): boolean {
    this.#composed ??= this.#plain.normalize('NFC');
    const untagged = this.#composed.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    return this.#composed.includes(wording) || untagged.includes(wording);
  }
}

/** What to look for, each with what the finder is told when it is there. */
export class TextIndex<T> {
  readonly #byFirstWord = new Map<string, Wording<T>[]>();
  readonly #numbers = new Map<string, T[]>();

  addWords(exact: string, payload: T): void {
    const words = foldedWords(exact);
    const first = words[0];
    if (first === undefined) return;
    this.#byFirstWord.set(first, [
      ...(this.#byFirstWord.get(first) ?? []),
      { words, exact: exact.normalize('NFC'), payload },
    ]);
  }

  /** `digits` as {@link numbersIn} gives them. */
  addNumber(digits: string, payload: T): void {
    this.#numbers.set(digits, [...(this.#numbers.get(digits) ?? []), payload]);
  }

  get isEmpty(): boolean {
    return this.#byFirstWord.size === 0 && this.#numbers.size === 0;
  }

  /** The payloads of all that the text holds, each once. */
  find(text: SearchText): T[] {
    const found = new Set<T>();
    if (this.#byFirstWord.size > 0) {
      this.#findWords(text.words, text, found);
      this.#findWords(text.untaggedWords, text, found);
    }
    if (this.#numbers.size > 0) for (const payload of this.#findNumbers(text.digitRuns)) found.add(payload);
    return [...found];
  }

  #findWords(words: readonly string[], text: SearchText, found: Set<T>): void {
    for (let index = 0; index < words.length; index += 1) {
      for (const wording of this.#byFirstWord.get(words[index] ?? '') ?? []) {
        if (!wording.words.every((word, offset) => words[index + offset] === word)) continue;
        if (wording.words.length > 2 || text.holds(wording.exact)) found.add(wording.payload);
      }
    }
  }

  *#findNumbers(runs: readonly string[][]): Generator<T> {
    for (const groups of runs) {
      for (let start = 0; start < groups.length; start += 1) {
        let digits = '';
        for (const group of groups.slice(start)) {
          digits += group;
          if (digits.length > MOST_DIGITS) break;
          yield* this.#numbers.get(domesticDigits(digits)) ?? [];
        }
      }
    }
  }
}
