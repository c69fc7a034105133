/**
 * Takes out of texts what pages show of natural persons with their consent: a shop may be run by one, a paper made out to one. What nobody
 * consented to is not in the snapshot at all.
 */
import type { PublicProducer } from '#domain/snapshot.ts';
import { all } from '#site/snapshot.ts';
import { openName } from './openName.ts';

/** Stands in place of a value. */
export const LEFT_OUT = '(không có trong dữ liệu mở)';

interface Replacement {
  pattern: RegExp;
  by: string;
  /** What a text must hold for the pattern to be worth trying. */
  words: string[];
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The wording as a whole, in any case and with any spacing. */
function wording(text: string, by: string): Replacement {
  const spaced = escapePattern(text.trim()).replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'giu');
  return { pattern, by, words: wordsOf(text) };
}

function wordingsOf(producer: PublicProducer): Replacement[] {
  const { name, name_en, representative, address, email } = producer;
  const named = openName(producer);
  const others = [representative, address, email].filter((text) => text.trim() !== '');
  return [
    ...[name, name_en].filter((text) => text !== '' && text !== named).map((text) => wording(text, named)),
    ...others.map((text) => wording(text, LEFT_OUT)),
  ];
}

/** Digits of each telephone number without the country's code and the first zero. */
function numbersOf({ phone }: PublicProducer): string[] {
  const digits = phone.split(/[,;/]/).map((each) => each.replace(/[^0-9]/g, '').replace(/^(84|0)/, ''));
  return digits.filter((each) => each.length >= 7);
}

const NUMBER = /(?<![0-9])\+?[0-9](?:[ .\-()\u00a0]{0,2}[0-9]){7,12}(?![0-9])/g;

function indexed() {
  const persons = all('producers').filter(({ natural_person }) => natural_person);
  const replacements = persons.flatMap(wordingsOf);
  const counts = new Map<string, number>();
  for (const word of replacements.flatMap(({ words }) => words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarity = (word: string) => counts.get(word) ?? 0;
  // By its rarest word each: few of many patterns are tried on a text.
  const byWord = Map.groupBy(replacements, ({ words }) => words.toSorted((a, b) => rarity(a) - rarity(b))[0] ?? '');
  return { byWord, numbers: new Set(persons.flatMap(numbersOf)) };
}

let index: ReturnType<typeof indexed> | undefined;

/** The text without any person's values. */
export function withoutPersons(text: string): string {
  index ??= indexed();
  const { byWord, numbers } = index;
  let rest = text;
  if (byWord.size > 0) {
    const tried = wordsOf(text).flatMap((word) => byWord.get(word) ?? []);
    for (const { pattern, by } of tried) rest = rest.replace(pattern, () => by);
  }
  if (numbers.size === 0) return rest;
  const isPersons = (number: string) => numbers.has(number.replace(/[^0-9]/g, '').replace(/^(84)?0?/, ''));
  return rest.replace(NUMBER, (number) => (isPersons(number) ? LEFT_OUT : number));
}
