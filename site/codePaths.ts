/** Addresses behind codes. Apart from the others: the page on which codes are typed needs nothing else and weighs little. */
import type { SiteLanguage } from './i18n/language.ts';

/** English pages stand under a folder of their own. */
export const LANGUAGE_FOLDERS: Record<SiteLanguage, string> = { vi: '', en: '/en' };

/** Pages of lots by their code, and of packs and lots by the barcode, in a language. */
export function codePathsOf(language: SiteLanguage) {
  const folder = LANGUAGE_FOLDERS[language];
  return {
    trace: (code: string) => `${folder}/t/${code}`,
    digitalLink: (gtin14: string) => `${folder}/01/${gtin14}`,
    digitalLinkLot: (gtin14: string, lotNumber: string) => `${folder}/01/${gtin14}/10/${lotNumber}`,
  };
}
