import type { PublicSettings } from '#domain/snapshot.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';
import { settings } from '#site/snapshot.ts';
import { saidIn } from './told.ts';

/** The settings with the names of province and office as a language says them. */
export function settingsIn(language: SiteLanguage): PublicSettings {
  const all = settings();
  return {
    ...all,
    province: saidIn(language, all.province, all.province_en),
    office: saidIn(language, all.office, all.office_en),
  };
}
