/**
 * What the data sets say of themselves, in English. By their Vietnamese words: the files are Vietnamese and describe themselves, the
 * English page alone needs more. A test finds every word that is missing here.
 */
import { vi } from '../vi.ts';
import { DATA_COLUMNS } from './dataColumns.ts';
import { DATA_SETS } from './dataSets.ts';
import { names } from './names.ts';
import { states } from './status.ts';

/** Names that records choose from are said as everywhere else. */
function namesOf(vietnamese: Record<string, string>, english: Record<string, string>) {
  return Object.entries(vietnamese).map(([key, name]) => [name, english[key] ?? ''] as const);
}

const PHRASES = new Map([
  ...Object.entries(names).flatMap(([kind, english]) => namesOf(vi.names[kind as keyof typeof names], english)),
  ...namesOf(vi.products.states, states),
  ...DATA_SETS,
  ...DATA_COLUMNS,
]);

/** `Loại hình, bằng chữ`: the column that says in words what the one before says by a code. */
const IN_WORDS = ', bằng chữ';

/** The English of a Vietnamese phrase; empty where nobody has written it. */
export function englishOf(phrase: string): string {
  if (phrase.endsWith(IN_WORDS)) {
    const bare = PHRASES.get(phrase.slice(0, -IN_WORDS.length)) ?? '';
    return bare === '' ? '' : `${bare}, in words`;
  }
  return PHRASES.get(phrase) ?? '';
}
