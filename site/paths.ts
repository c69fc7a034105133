/** Every public address, in one place. No trailing slash; addresses that were printed or indexed never change. */
import { TEXT_SLUGS } from '#domain/rules/address.ts';
import { codePathsOf, LANGUAGE_FOLDERS } from './codePaths.ts';
import { STANDING_PATH } from './fixedPaths.ts';
import type { SiteLanguage } from './i18n/language.ts';

/** Addresses by language: English pages stand under `/en`; files for programs are one and the same, but for calendars,
 * which people read. */
function addressesIn(language: SiteLanguage) {
  const prefix = LANGUAGE_FOLDERS[language];
  return {
    front: prefix === '' ? '/' : prefix,
    products: `${prefix}/san-pham`,
    product: (slug: string) => `${prefix}/san-pham/${slug}`,
    /** Later pages of the list, for browsers without JavaScript. No slug holds a slash. */
    productsPage: (page: number) => (page === 1 ? `${prefix}/san-pham` : `${prefix}/san-pham/trang/${page}`),
    /** Static lists: `nganh`, `nhom`, `sao` or `xa`, then which one. Read without JavaScript and found by search engines. */
    facet: (kind: string, slug: string, page = 1) =>
      `${prefix}/san-pham/${kind}/${slug}${page === 1 ? '' : `/trang/${page}`}`,
    producers: `${prefix}/chu-the`,
    producer: (slug: string) => `${prefix}/chu-the/${slug}`,
    salesPoints: `${prefix}/diem-ban`,
    salesPoint: (slug: string) => `${prefix}/diem-ban/${slug}`,
    /** Where every sales point is and what it sells, for finding the nearest and those that sell something. */
    placeRows: '/diem-ban/vi-tri.json',
    fairs: `${prefix}/hoi-cho`,
    fair: (slug: string) => `${prefix}/hoi-cho/${slug}`,
    fairCalendar: `${prefix}/hoi-cho/lich.ics`,
    /** One fair, to be put into a calendar. */
    fairEvent: (slug: string) => `${prefix}/hoi-cho/${slug}.ics`,
    ...codePathsOf(language),
    traceData: (code: string) => `/t/${code}.json`,
    lookUp: `${prefix}/tra-cuu`,
    figures: `${prefix}/so-lieu`,
    /** What opens without network where nothing was saved. */
    offline: `${prefix}/ngoai-tuyen`,
    text: (kind: keyof typeof TEXT_SLUGS) => `${prefix}/${TEXT_SLUGS[kind]}`,
    openData: `${prefix}/du-lieu`,
    /** `file`: data set and ending, as `san-pham.csv`. */
    openDataFile: (file: string) => `/du-lieu/${file}`,
    openDataCatalogue: '/du-lieu/danh-muc.json',
    productData: (slug: string) => `/san-pham/${slug}.json`,
    producerData: (slug: string) => `/chu-the/${slug}.json`,
    searchRows: `${prefix}/tim-kiem.json`,
    /** More of the products in `searchRows`, in the same order; only the catalogue asks for it. */
    catalogueMore: '/tim-kiem.them.json',
    sitemap: '/sitemap.xml',
    standing: STANDING_PATH,
    /** The province's own colours. */
    colours: '/mau.css',
    admin: '/quan-tri',
  } as const;
}

const ADDRESSES: Record<SiteLanguage, ReturnType<typeof addressesIn>> = {
  vi: addressesIn('vi'),
  en: addressesIn('en'),
};

/** The addresses of a language. */
export function pathsOf(language: SiteLanguage): ReturnType<typeof addressesIn> {
  return ADDRESSES[language];
}

/** The addresses in Vietnamese: what stamps carry, and files that have no language. */
export const paths = pathsOf('vi');

/** A page's address in the other language: `/san-pham` → `/en/san-pham`, `/en` → `/`. */
export function pathIn(path: string, language: SiteLanguage): string {
  const vietnamese = path === '/en' ? '/' : path.startsWith('/en/') ? path.slice(3) : path;
  if (language === 'vi') return vietnamese;
  return vietnamese === '/' ? '/en' : `/en${vietnamese}`;
}

/** The flat file of an address inside a release: `/san-pham/x` → `san-pham/x.html`, `/` → `index.html`. */
export function pathToFile(path: string): string {
  if (path === '/') return 'index.html';
  return /\.[a-z0-9]+$/.test(path) && !/^(\/en)?\/01\//.test(path) ? path.slice(1) : `${path.slice(1)}.html`;
}
