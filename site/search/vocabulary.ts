/** The words of all rows: which exist, which begin so, which are nearest to one that does not. */
import Fuse from 'fuse.js/basic';

/** Below this length a typing error cannot be told from another word. */
const LEAST_CORRECTABLE = 3;
/** Share of a word that may be wrong, for fuse.js. */
const TOLERANCE = 0.4;
const MOST_NEAREST = 3;

export interface Vocabulary {
  has(word: string): boolean;
  /** Longer words that begin so, in the order of the alphabet. */
  beginningWith(prefix: string): string[];
  /** Words that a person may have meant; best first. */
  nearest(word: string, isUnfinished: boolean): string[];
}

/** `words`: each once. */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const sorted = [...words].sort();
  const known = new Set(sorted);
  let fuse: Fuse<string> | undefined;

  function firstFrom(prefix: string): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    has: (word) => known.has(word),
    beginningWith(prefix) {
      const found: string[] = [];
      for (let at = firstFrom(prefix); sorted[at]?.startsWith(prefix); at += 1) {
        const word = sorted[at];
        if (word !== undefined && word !== prefix) found.push(word);
      }
      return found;
    },
    nearest(word, isUnfinished) {
      if (word.length < LEAST_CORRECTABLE) return [];
      fuse ??= new Fuse(sorted, { threshold: TOLERANCE, includeScore: true, distance: 20 });
      const longest = word.length + (isUnfinished ? 6 : 1);
      return fuse
        .search(word)
        .filter(({ item }) => item.length >= word.length - 1 && item.length <= longest)
        .sort((a, b) => (a.score ?? 1) - (b.score ?? 1) || lengthGap(a.item) - lengthGap(b.item))
        .slice(0, MOST_NEAREST)
        .map(({ item }) => item);

      function lengthGap(item: string): number {
        return Math.abs(item.length - word.length);
      }
    },
  };
}
