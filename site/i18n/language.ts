/** The languages that the site has pages in; Vietnamese is first, and what a page without a twin is in. */
export const SITE_LANGUAGES = ['vi', 'en'] as const;
export type SiteLanguage = (typeof SITE_LANGUAGES)[number];

/** Each language by its own name, as the switch shows it. */
export const LANGUAGE_NAMES: Record<SiteLanguage, string> = { vi: 'Tiếng Việt', en: 'English' };
