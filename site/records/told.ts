import type { SiteLanguage } from '#site/i18n/language.ts';

/** A record's text as a page says it; `lang` where that is not the page's own language. */
export interface Told {
  said: string;
  lang: 'vi' | undefined;
}

/** The English twin of a text where there is one and the page is English; else the text, marked on an English page. */
export function told(language: SiteLanguage, text: string, en = ''): Told {
  if (language === 'vi') return { said: text, lang: undefined };
  if (en !== '') return { said: en, lang: undefined };
  return { said: text, lang: text === '' ? undefined : 'vi' };
}

/** Words of the interface, which are in the page's language. */
export function ofPage(said: string): Told {
  return { said, lang: undefined };
}

/** A record's text where no mark can stand: titles, alternative texts, addresses of mails. */
export function saidIn(language: SiteLanguage, text: string, en = ''): string {
  return told(language, text, en).said;
}
