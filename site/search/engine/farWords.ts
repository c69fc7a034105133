import Fuse from 'fuse.js/basic';

const MOST = 5;

/** Corrects words that nothing in the vocabulary is near to: fuse.js over the vocabulary, built when first needed. */
export function farWordsOf(plains: readonly string[]): (plain: string) => string[] {
  let fuse: Fuse<string> | undefined;
  return (plain) => {
    if (plain.length < 3) return [];
    fuse ??= new Fuse(plains, { threshold: 0.45, distance: 8 });
    return fuse.search(plain, { limit: MOST }).map(({ item }) => item);
  };
}
