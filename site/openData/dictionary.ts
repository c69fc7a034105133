/** The data dictionary: what the columns' description tells, with an example out of the data itself. */
import { englishOf } from '#site/i18n/en/dataPhrases.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { saidIn } from '#site/records/told.ts';
import { type Cell, COLUMN_TYPES } from './column.ts';
import type { DataSet } from './dataSet.ts';

export interface Field {
  name: string;
  meaning: string;
  type: string;
  unit: string;
  codes: { code: string; label: string }[];
  /** Whether its values are codes, alike in every language. */
  isCode: boolean;
  /** Empty where no record has a value. */
  example: string;
}

const LONGEST_EXAMPLE = 60;

function sayExample(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  const text = Array.isArray(cell) ? cell.join(' | ') : String(cell);
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE).trimEnd()}…` : text;
}

const isEmpty = (cell: Cell | undefined) =>
  cell === null || cell === undefined || (Array.isArray(cell) && cell.length === 0);

/** What a data set says of itself, in a language. */
export function sayPhrase(phrase: string, language: SiteLanguage): string {
  return saidIn(language, phrase, englishOf(phrase));
}

/** The fields of a data set, in the order of its columns. */
export function dictionaryOf({ columns, records }: DataSet, language: SiteLanguage): Field[] {
  const say = (phrase: string) => sayPhrase(phrase, language);
  const followsTheDay = wordsOf(language).openData.ofDay;
  return columns.map(({ name, meaning, type, unit = '', codes = {}, ofDay }) => ({
    name,
    meaning: ofDay === true && name !== 'tinh_den' ? `${say(meaning)} (${followsTheDay})` : say(meaning),
    type: say(COLUMN_TYPES[type]),
    unit: say(unit),
    isCode: type === 'code',
    codes: Object.entries(codes).map(([code, label]) => ({ code, label: say(label) })),
    example: sayExample(records().find((record) => !isEmpty(record[name]))?.[name]),
  }));
}
