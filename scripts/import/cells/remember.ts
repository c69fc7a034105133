/** Texts that one function keeps in mind: more than a list of 20,000 rows has in two columns. */
const MOST = 50_000;

/** A pure function that remembers what a text came to: lists say the same again and again, and every row is planned twice. */
export function remember<T extends NonNullable<unknown>>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
