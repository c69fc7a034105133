/** The search words that a new installation begins with; staff change them in the admin. */
import { namesOf, SYNONYM_KINDS, type Synonym, type SynonymKind } from '#domain/synonym.ts';
import { idOf, type Plan } from '../demo/plan.ts';
import { cell, readTable } from '../demo/readTable.ts';

type Line = Pick<Synonym, 'kind' | 'general' | 'words'>;

function isKind(kind: string): kind is SynonymKind {
  return Object.hasOwn(SYNONYM_KINDS, kind);
}

/** The lines as they are kept. Throws on a kind that there is not. */
export function seededSynonyms(): Line[] {
  return readTable(new URL('./synonyms.csv', import.meta.url)).map((row) => {
    const kind = cell(row, 'kind');
    if (!isKind(kind)) throw new Error(`synonyms.csv has no kind "${kind}"`);
    return { kind, general: cell(row, 'general'), words: cell(row, 'words') };
  });
}

/** The lines as records to be made. */
export function synonymsPlan(): Plan {
  return {
    synonyms: seededSynonyms().map((line) => ({
      id: idOf('synonyms', `${line.kind} ${line.general} ${line.words}`),
      ...line,
    })),
  };
}

/** The lines as the search takes them. */
export function seededTable(): Record<SynonymKind, string[][]> {
  const lines = seededSynonyms();
  const of = (kind: SynonymKind) => lines.filter((line) => line.kind === kind).map(namesOf);
  return { same: of('same'), abbreviation: of('abbreviation'), narrower: of('narrower') };
}
