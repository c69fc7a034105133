/** What a saved page says about itself: when it was saved, and that things may have changed since. Plain text work, no browser needed. */
import { instantToEnglish } from '#domain/englishDay.ts';
import { instantToVietnamese } from '#domain/rules/day.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';

/** What the worker says, by language; `{{at}}` is where the time goes. */
export type SavedWords = Record<SiteLanguage, { headline: string; text: string; list: string }>;

/** One page that is there without network. `title` is HTML, as the page itself has it. */
export interface SavedPage {
  path: string;
  title: string;
}

/** The language that a page's address says. */
export function languageOf(path: string): SiteLanguage {
  return /^\/en(\/|$)/.test(path) ? 'en' : 'vi';
}

/** A page's title without the name of the site; its address where it has none. */
export function titleOf(html: string, path: string): string {
  const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
  return title.replace(/ – OCOP [^–]*$/, '') || path;
}

/** Puts the banner first in the page: whoever looks sees it before anything that it makes doubtful. `savedAt` in milliseconds. */
export function withBanner(html: string, path: string, savedAt: number, words: SavedWords): string {
  const language = languageOf(path);
  const at = language === 'en' ? instantToEnglish(savedAt) : instantToVietnamese(savedAt);
  const headline = words[language].headline.replace('{{at}}', at);
  const banner = `<aside class="saved-copy" aria-label="${headline}"><p><strong>${headline}</strong></p><p>${words[language].text}</p></aside>`;
  return html.replace(/<body\b[^>]*>/, (body) => body + banner);
}

/** The page for what was never visited, with the ways to what was. */
export function withSavedPages(html: string, language: SiteLanguage, pages: readonly SavedPage[], words: SavedWords) {
  if (pages.length === 0) return html;
  const marked = (path: string) => (languageOf(path) === language ? '' : ` lang="${languageOf(path)}"`);
  const links = pages.map(({ path, title }) => `<li><a href="${path}"${marked(path)}>${title}</a></li>`).join('');
  const list = `<h2>${words[language].list}</h2><ul class="saved-pages">${links}</ul>`;
  return html.replace(/<div data-saved-pages[^>]*>/, (place) => place + list);
}
