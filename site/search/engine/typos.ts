function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

const isSwap = (a: string, b: string, at: number): boolean =>
  at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at];

/** Whether one slip of the hand makes one word of the other: a sign put in, left out, replaced, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  const longer = b.length - a.length;
  if (longer < 0) return longer === -1 && isOneSlip(b, a);
  if (longer > 1) return false;
  const at = firstDifference(a, b);
  if (longer === 1) return b.endsWith(a.slice(at));
  if (at === a.length) return false;
  return b.endsWith(a.slice(at + 1)) || (isSwap(a, b, at) && b.endsWith(a.slice(at + 2)));
}

/** Whether the longer `word` begins with `typed` after one slip: a mistake in a word that is not finished yet. */
export function beginsWithOneSlip(typed: string, word: string): boolean {
  if (word.length <= typed.length) return false;
  const at = firstDifference(typed, word);
  if (at === typed.length) return false;
  const after = typed.slice(at + 1);
  if (word.startsWith(after, at + 1) || word.startsWith(after, at) || word.startsWith(typed.slice(at), at + 1))
    return true;
  return isSwap(typed, word, at) && word.startsWith(typed.slice(at + 2), at + 2);
}
