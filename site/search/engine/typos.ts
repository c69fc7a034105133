/** Whether one slip of the hand makes one word of the other: a sign put in, left out, replaced, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a);
  if (b.length - a.length > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const rest = a.length - start;
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  if (rest === 0) return false;
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
}

/** Whether `word` begins with `typed` after one slip: a typing mistake in a word that is not finished yet. */
export function beginsWithOneSlip(typed: string, word: string): boolean {
  if (word.length <= typed.length) return false;
  return [0, -1, 1].some((more) => isOneSlip(typed, word.slice(0, typed.length + more)));
}
