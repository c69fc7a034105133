import type { SiteLanguage } from './language.ts';

/** The language of the page that a script runs on. */
export function pageLanguage(): SiteLanguage {
  return document.documentElement.lang === 'en' ? 'en' : 'vi';
}
