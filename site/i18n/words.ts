/** The words of the interface by language. Components take a language and ask here; `/en` adds a second table. */
import { vi } from './vi.ts';

/** Languages that the site has pages in. */
export type SiteLanguage = 'vi';
export type Words = typeof vi;

const TABLES: Record<SiteLanguage, Words> = { vi };

/** The words of a language. */
export function wordsOf(language: SiteLanguage): Words {
  return TABLES[language];
}
