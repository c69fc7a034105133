import { readDay } from '../cells/readDay.ts';
import { readDecision } from '../cells/readDecision.ts';
import { saysNothing, shownText } from '../cells/reading.ts';
import { readPhone } from '../cells/readPhone.ts';
import { readQuantities } from '../cells/readQuantities.ts';
import { readStars } from '../cells/readStars.ts';
import { readYesNo } from '../cells/readYesNo.ts';
import type { Cell } from '../read/sheet.ts';

const hasLetters = (text: string) => /\p{L}{2}/u.test(text);
const number = (cell: Cell) => /^[\d.,\s]+(?:đ|₫|vnd|vnđ)?$/i.test(shownText(cell).trim());

/** What the cells of a column look like: enough to notice that a heading stands over the wrong ones. */
export const LOOKS = {
  /** A name: words, never a bare number, an address of the web or `abc-def`. */
  name: (cell: Cell) =>
    hasLetters(shownText(cell)) && !/^[a-z0-9]+(?:-[a-z0-9]+)+$|^https?:|\.(?:jpg|png)$/.test(shownText(cell)),
  text: (cell: Cell) => hasLetters(shownText(cell)),
  stars: (cell: Cell) => readStars(cell).status !== 'refuse',
  score: number,
  day: (cell: Cell) => readDay(cell).status !== 'refuse',
  year: (cell: Cell) => /^(?:19|20)\d{2}$/.test(shownText(cell).trim()),
  decision: (cell: Cell) => readDecision(cell).status !== 'refuse',
  phone: (cell: Cell) => readPhone(cell).status !== 'refuse',
  number,
  quantity: (cell: Cell) => readQuantities(cell).status !== 'refuse',
  yesNo: (cell: Cell) => readYesNo(cell).status !== 'refuse',
  slug: (cell: Cell) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(shownText(cell)),
  link: (cell: Cell) => /^(?:https?:\/\/|www\.)/.test(shownText(cell)),
  email: (cell: Cell) => /^\S+@\S+\.\S+$/.test(shownText(cell)),
  file: (cell: Cell) => /\.(?:jpe?g|png|webp|gif)$|\/|^n\/a$/i.test(shownText(cell)),
  any: () => true,
} as const satisfies Readonly<Record<string, (cell: Cell) => boolean>>;
export type Looks = keyof typeof LOOKS;

const LONGEST = 2_000;

/** Share of cells that look as they should; null where nothing is filled in. */
export function share(cells: readonly (Cell | undefined)[], looks: Looks): number | null {
  const filled = cells.filter((cell): cell is Cell => !saysNothing(cell));
  // A text that long is a text: no pattern is tried on it.
  const fits = (cell: Cell) =>
    typeof cell === 'string' && cell.length > LONGEST ? looks === 'any' : LOOKS[looks](cell);
  return filled.length === 0 ? null : filled.filter(fits).length / filled.length;
}
