/** Every public address, in one place. No trailing slash; addresses that were printed or indexed never change. */

/** Recalled lots and withdrawn personal data, written beside releases the moment a record changes. Apart: scripts need nothing else. */
export const STANDING_PATH = '/tinh-trang.json';

export const paths = {
  front: '/',
  products: '/san-pham',
  product: (slug: string) => `/san-pham/${slug}`,
  /** Later pages of the list, for browsers without JavaScript. No slug holds a slash. */
  productsPage: (page: number) => (page === 1 ? '/san-pham' : `/san-pham/trang/${page}`),
  producers: '/chu-the',
  producer: (slug: string) => `/chu-the/${slug}`,
  salesPoints: '/diem-ban',
  salesPoint: (slug: string) => `/diem-ban/${slug}`,
  fairs: '/hoi-cho',
  fair: (slug: string) => `/hoi-cho/${slug}`,
  fairCalendar: '/hoi-cho/lich.ics',
  trace: (code: string) => `/t/${code}`,
  digitalLink: (gtin14: string) => `/01/${gtin14}`,
  digitalLinkLot: (gtin14: string, lotNumber: string) => `/01/${gtin14}/10/${lotNumber}`,
  lookUp: '/tra-cuu',
  figures: '/so-lieu',
  openData: '/du-lieu',
  /** `file`: data set and ending, as `san-pham.csv`. */
  openDataFile: (file: string) => `/du-lieu/${file}`,
  openDataCatalogue: '/du-lieu/danh-muc.json',
  productData: (slug: string) => `/san-pham/${slug}.json`,
  searchRows: '/tim-kiem.json',
  /** Pictures of the products in `searchRows`, in the same order; only the catalogue asks for them. */
  searchPictures: '/tim-kiem.anh.json',
  standing: STANDING_PATH,
  admin: '/quan-tri',
} as const;

/** The flat file of an address inside a release: `/san-pham/x` → `san-pham/x.html`, `/` → `index.html`. */
export function pathToFile(path: string): string {
  if (path === '/') return 'index.html';
  return /\.[a-z0-9]+$/.test(path) && !path.startsWith('/01/') ? path.slice(1) : `${path.slice(1)}.html`;
}
