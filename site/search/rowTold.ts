import type { SiteLanguage } from '#site/i18n/language.ts';
import { ofPage, type Told, told } from '#site/records/told.ts';
import type { SearchRow } from './rows.ts';

/** A row's name as a page says it. */
export function rowName({ name, nameEn }: SearchRow, language: SiteLanguage): Told {
  return told(language, name, nameEn);
}

/** Who makes it and where it is; of a fair when, which comes in the language of the file. */
export function rowLine({ kind, maker, makerEn, place }: SearchRow, language: SiteLanguage): Told[] {
  const first = kind === 'fair' ? ofPage(maker) : told(language, maker, makerEn);
  return [first, told(language, place)].filter(({ said }) => said !== '');
}
