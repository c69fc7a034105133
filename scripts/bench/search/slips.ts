import type { Random } from './random.ts';

const KEYS = 'abcdeghiklmnopqrstuvxy';

/** One slip of the hand in one word of at least three letters: a key too many, too few, a wrong one, or two swapped. */
export function oneTypo(text: string, random: Random): string | null {
  const words = text.normalize('NFC').split(/\s+/);
  const long = words.flatMap((word, at) => (/^\p{L}{3,}$/u.test(word) ? [at] : []));
  if (long.length === 0) return null;
  const at = random.pick(long);
  const letters = [...(words[at] ?? '')];
  const place = random.below(letters.length);
  const key = random.pick([...KEYS]);
  const slip = random.below(4);
  if (slip === 0) letters.splice(place, 0, key);
  else if (slip === 1) letters.splice(place, 1);
  else if (slip === 2) letters.splice(place, 1, key);
  else
    letters.splice(
      Math.min(place, letters.length - 2),
      2,
      ...letters
        .slice(Math.min(place, letters.length - 2))
        .slice(0, 2)
        .reverse(),
    );
  words[at] = letters.join('');
  const slipped = words.join(' ');
  return slipped === text ? null : slipped;
}
