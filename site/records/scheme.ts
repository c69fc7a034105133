import type { PublicCertificate } from '#domain/snapshot.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { ofPage, type Told, told } from './told.ts';

/** What a certificate is called: by its scheme, or as the record names one that is in no list. */
export function schemeOf({ scheme, scheme_name }: PublicCertificate, language: SiteLanguage): Told {
  return scheme_name === '' ? ofPage(wordsOf(language).names.certificateSchemes[scheme]) : told(language, scheme_name);
}
