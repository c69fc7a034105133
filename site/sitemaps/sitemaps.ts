/** Sitemaps (https://www.sitemaps.org/protocol.html): an index, and files by kind with both languages of each page. */
import { SITE_LANGUAGES } from '#site/i18n/language.ts';
import { wholeAddress } from '#site/openData/address.ts';
import { pathIn } from '#site/paths.ts';
import { settings } from '#site/snapshot.ts';
import { INDEXED_PAGES, type IndexedPage, lastOf } from './indexedPages.ts';

/** Addresses in one file; the protocol allows 50,000. Each page has two. */
const MOST_PAGES = 10_000;

export interface Sitemap {
  /** Name of the file without its ending. */
  name: string;
  text: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const dated = (day: string) => (day === '' ? '' : `<lastmod>${day}</lastmod>`);

function alternates(path: string): string {
  const links = SITE_LANGUAGES.map((language) => [language, pathIn(path, language)] as const);
  return [...links, ['x-default', path] as const]
    .map(([language, at]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${wholeAddress(at)}"/>`)
    .join('');
}

function urls({ path, changedOn }: IndexedPage): string {
  const about = `${dated(changedOn)}${alternates(path)}`;
  return SITE_LANGUAGES.map((language) => `<url><loc>${wholeAddress(pathIn(path, language))}</loc>${about}</url>`).join(
    '\n',
  );
}

function toSitemap(name: string, pages: readonly IndexedPage[]): Sitemap & { changedOn: string } {
  const changedOn = lastOf(pages.map((page) => page.changedOn));
  const open = `<urlset xmlns="${SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`;
  return { name, changedOn, text: `${HEAD}${open}\n${pages.map(urls).join('\n')}\n</urlset>\n` };
}

function parts(kind: string, pages: readonly IndexedPage[]): (Sitemap & { changedOn: string })[] {
  const count = Math.ceil(pages.length / MOST_PAGES);
  return Array.from({ length: count }, (_, index) =>
    toSitemap(
      index === 0 ? `sitemap-${kind}` : `sitemap-${kind}-${index + 1}`,
      pages.slice(index * MOST_PAGES, (index + 1) * MOST_PAGES),
    ),
  );
}

/** Whether search engines are asked in: a demonstration is not to be found, and without a public address there is nothing to name. */
export function isFindable(): boolean {
  const { kind, public_address } = settings();
  return kind === 'real' && public_address !== '';
}

/** The index, which robots.txt names, and every file that it names; none where nobody is asked in. */
export function sitemaps(): Sitemap[] {
  if (!isFindable()) return [];
  const files = Object.entries(INDEXED_PAGES).flatMap(([kind, pages]) => parts(kind, pages()));
  const entries = files.map(
    ({ name, changedOn }) => `<sitemap><loc>${wholeAddress(`/${name}.xml`)}</loc>${dated(changedOn)}</sitemap>`,
  );
  const index = `${HEAD}<sitemapindex xmlns="${SITEMAP}">\n${entries.join('\n')}\n</sitemapindex>\n`;
  return [{ name: 'sitemap', text: index }, ...files];
}
