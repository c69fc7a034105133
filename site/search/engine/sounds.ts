/**
 * Words that sound alike in one part of the country or another and are therefore written for each other: gi/d/r, ch/tr, s/x, l/n,
 * i/y, -n/-ng, -t/-c. Applied to words without marks.
 */
const ALIKE: readonly [RegExp, string][] = [
  [/^(gi(?=[aeou])|gi$|r|d)/, 'd'],
  [/^tr/, 'ch'],
  [/^x/, 's'],
  [/^l/, 'n'],
  [/^(k(?!h)|q(?=u))/, 'c'],
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/(ng|nh)$/, 'n'],
  [/(ch|c)$/, 't'],
  [/y/g, 'i'],
];

/** The same key for words that sound alike: `dò` and `giò`, `xâm` and `sâm`, `mỳ` and `mì`. */
export function soundKey(plain: string): string {
  return ALIKE.reduce((word, [pattern, key]) => word.replace(pattern, key), plain);
}
