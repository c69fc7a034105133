/** What the list under the search box offers for what was typed. */

import type { SiteLanguage } from '#site/i18n/language.ts';
import { pathsOf } from '#site/paths.ts';
import { statusNow, statusOn } from '#site/records/status.ts';
import { type StatusWords, statusLabel } from '#site/records/statusLabel.ts';
import { ofPage, type Told } from '#site/records/told.ts';
import { codeIn } from './codes.ts';
import type { Found } from './finder.ts';
import { type MarkedPiece, marked } from './marked.ts';
import type { SearchRow } from './rows.ts';
import { rowLine, rowName } from './rowTold.ts';

/** Words of the box, as they travel with it; `{q}` and `{n}` are filled in. */
export interface SearchWords extends StatusWords {
  kinds: Record<SearchRow['kind'], string>;
  count: string;
  none: string;
  noneNext: string;
  corrected: string;
  all: string;
  code: string;
  codeHint: string;
  wrongCode: string;
  wrongCodeHint: string;
  barcode: string;
  barcodeHint: string;
  failed: string;
}

export interface Option {
  href: string;
  name: MarkedPiece[];
  /** Language of the name, where that is not the page's. */
  lang: Told['lang'];
  line: readonly Told[];
  /** Product: number of its set, whose print stands beside it. */
  set?: number;
  /** Product: its standing in words, and stars to draw. */
  status?: { text: string; stars: number };
  /** What it is, where that is no product. */
  kind?: string;
}

export interface Offer {
  options: Option[];
  /** Said above the list and to screen readers. */
  note: string;
}

interface Asked {
  words: SearchWords;
  language: SiteLanguage;
  today: string;
}

/** The public address of a row. */
export function hrefOf({ kind, slug }: SearchRow, language: SiteLanguage): string {
  const paths = pathsOf(language);
  return { product: paths.product, producer: paths.producer, salesPoint: paths.salesPoint, fair: paths.fair }[kind](
    slug,
  );
}

function rowOption(row: SearchRow, matches: readonly string[], { words, language, today }: Asked): Option {
  const { said, lang } = rowName(row, language);
  const option = { href: hrefOf(row, language), name: marked(said, matches), lang, line: rowLine(row, language) };
  if (row.product === undefined) return { ...option, kind: words.kinds[row.kind] };
  const { set, status } = row.product;
  return { ...option, set, status: statusLabel(today === '' ? statusNow(status) : statusOn(status, today), words) };
}

/** Something of ours to press. */
function ofOurs(href: string, text: string, line = ''): Option {
  return { href, name: [{ text, isMatch: false }], lang: undefined, line: line === '' ? [] : [ofPage(line)] };
}

function codeOption(
  query: string,
  words: SearchWords,
  language: SiteLanguage,
): { option: Option; isCertain: boolean } | undefined {
  const code = codeIn(query, language);
  if (code === null) return undefined;
  if (code.kind === 'wrong') {
    const href = `${pathsOf(language).lookUp}?ma=${encodeURIComponent(code.code)}`;
    return { option: ofOurs(href, words.wrongCode, words.wrongCodeHint), isCertain: true };
  }
  const [text, line] = code.kind === 'trace' ? [words.code, words.codeHint] : [words.barcode, words.barcodeHint];
  return { option: ofOurs(code.href, text.replace('{q}', code.code), line), isCertain: code.isCertain };
}

/** The options for a query, best first; last comes the way to all products that match. */
export function offerFor(
  query: string,
  { best, corrected, today }: Omit<Found, 'places'>,
  words: SearchWords,
  language: SiteLanguage,
): Offer {
  const code = codeOption(query, words, language);
  if (code?.isCertain) return { options: [code.option], note: '' };
  const options = best.map(({ row, matches }) => rowOption(row, matches, { words, language, today }));
  if (code !== undefined) options.push(code.option);
  if (best.some(({ row }) => row.kind === 'product')) {
    const href = `${pathsOf(language).products}?q=${encodeURIComponent(query.trim())}`;
    options.push(ofOurs(href, words.all.replace('{q}', query.trim())));
  }
  if (options.length === 0) {
    options.push(ofOurs(pathsOf(language).products, words.noneNext));
    return { options, note: words.none.replace('{q}', query.trim()) };
  }
  return {
    options,
    note: corrected === undefined || best.length === 0 ? '' : words.corrected.replace('{q}', corrected),
  };
}
