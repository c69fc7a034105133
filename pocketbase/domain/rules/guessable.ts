/** What is guessed first: signs that repeat, and signs beside each other on a keyboard or in the alphabet. */

/** Keys and signs in the order in which they are tried, and slanting over the rows. */
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujm',
];
const LINES = ROWS.concat(ROWS.map((row) => row.split('').reverse().join('')));
const SHORTEST_RUN = 3;

/** The shortest part that a text is made of by repeating it, the last time perhaps in part; the text itself where there is none. */
export function repeatedPart(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.slice(length) === text.slice(0, -length)) return text.slice(0, length);
  return text;
}

/** How many signs from a place on stand in one line, or are the same. */
function runLength(text: string, at: number): number {
  let longest = 1;
  while (text[at + longest] === text[at]) longest += 1;
  for (const line of LINES) {
    let length = longest + 1;
    while (at + length <= text.length && line.indexOf(text.slice(at, at + length)) >= 0) length += 1;
    longest = length - 1;
  }
  return longest;
}

/** How many signs a text is worth when each run of three or more counts as one. */
export function worth(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    const run = runLength(text, at);
    at += run >= SHORTEST_RUN ? run : 1;
  }
  return count;
}
