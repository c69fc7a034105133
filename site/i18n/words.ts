/** The words of the interface by language. Components take a language and ask here. */
import { en } from './en.ts';
import type { SiteLanguage } from './language.ts';
import { vi, type Words } from './vi.ts';

export type { SiteLanguage } from './language.ts';
export type { Words } from './vi.ts';

const TABLES: Record<SiteLanguage, Words> = { vi, en };

/** The words of a language. */
export function wordsOf(language: SiteLanguage): Words {
  return TABLES[language];
}
