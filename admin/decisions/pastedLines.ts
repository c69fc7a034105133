/** Lists pasted from a document or a spreadsheet: one product a line, perhaps with its maker, stars and score in further cells. */
import { fold, tidyText, toneKey } from '#domain/rules/fold.ts';

/** What one line says. Stars and score are 0 where it says none. */
export interface PastedLine {
  name: string;
  /** Further cells in words, such as the maker. */
  others: string[];
  stars: number;
  score: number;
}

/** A product that may be meant. */
export interface Candidate {
  id: string;
  name: string;
  producer: string;
}

export interface MatchedLine {
  line: PastedLine;
  /** The one product that is meant; null when none or several may be. */
  match: Candidate | null;
  /** Those that may be, when several. */
  candidates: Candidate[];
}

const STARS = /^([1-5])(?:\s*(?:sao|\*|★))?$/i;
const ORDINAL = /^\d{1,4}[.)]?$/;
const SCORE = /^(?:100|\d{1,2})(?:[.,]\d+)?$/;
const LEADING_NUMBER = /^\d{1,4}[.)]\s+/;

function cellsOf(line: string): string[] {
  return line
    .split('\t')
    .map((cell) => tidyText(cell).replace(/\s+/g, ' '))
    .filter((cell) => cell !== '');
}

/** The cells without the running number that lists begin with. */
function withoutOrdinal(cells: string[]): string[] {
  return cells.length > 1 && ORDINAL.test(cells[0] ?? '') ? cells.slice(1) : cells;
}

function readLine(line: string): PastedLine | null {
  const cells = withoutOrdinal(cellsOf(line));
  const [first, ...rest] = cells;
  if (first === undefined) return null;
  const read: PastedLine = { name: first.replace(LEADING_NUMBER, ''), others: [], stars: 0, score: 0 };
  for (const cell of rest) {
    const stars = STARS.exec(cell);
    if (stars !== null && read.stars === 0) read.stars = Number(stars[1]);
    else if (SCORE.test(cell)) read.score = read.score || Number(cell.replace(',', '.'));
    else read.others.push(cell);
  }
  return read;
}

/** The lines of a pasted text that name something. */
export function readLines(text: string): PastedLine[] {
  return text.split(/\r?\n/).flatMap((line) => readLine(line) ?? []);
}

/** Of several products, those whose maker the line names too; all of them when it names none. */
function byProducer(candidates: Candidate[], others: readonly string[]): Candidate[] {
  const named = candidates.filter(({ producer }) =>
    others.some(
      (other) => fold(other) !== '' && (fold(producer).includes(fold(other)) || fold(other).includes(fold(producer))),
    ),
  );
  return named.length > 0 ? named : candidates;
}

/** Products by a key of their name. */
function byKey(products: readonly Candidate[], key: (name: string) => string): Map<string, Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const product of products) {
    const at = key(product.name);
    found.set(at, [...(found.get(at) ?? []), product]);
  }
  return found;
}

/** Which product each line means: by its name with its marks, else without them; two makers of one name stay two. */
export function matchLines(lines: readonly PastedLine[], products: readonly Candidate[]): MatchedLine[] {
  const exact = byKey(products, toneKey);
  const folded = byKey(products, fold);
  return lines.map((line) => {
    const named = exact.get(toneKey(line.name)) ?? folded.get(fold(line.name)) ?? [];
    const candidates = byProducer(named, line.others);
    const [only] = candidates;
    return candidates.length === 1 && only !== undefined
      ? { line, match: only, candidates: [] }
      : { line, match: null, candidates };
  });
}
