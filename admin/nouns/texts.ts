/** The office's own texts and the words of the search. */
import { PAGE_KINDS, type PageKind } from '#domain/textPage.ts';
import { type Presentation, textOf } from '../presentation.ts';
import { REVIEW_VIEWS } from './shared.ts';

/** Where each text stands on the public site. */
const PAGE_ADDRESSES: Readonly<Record<PageKind, string>> = {
  about: '/gioi-thieu',
  privacy: '/quyen-rieng-tu',
  accessibility: '/tro-nang',
  terms: '/dieu-khoan',
};
const kindNames: Readonly<Record<string, string>> = PAGE_KINDS;

const pages: Presentation = {
  path: 'trang',
  icon: 'paper',
  titleSort: 'title',
  title: (record) => textOf(record, 'title'),
  detail: (record) => kindNames[textOf(record, 'kind')] ?? '',
  columns: ['@standing', 'kind', 'state', 'updated'],
  search: ['title', 'body'],
  sort: 'kind',
  views: REVIEW_VIEWS,
  groups: [
    { title: 'Trang', fields: ['kind', 'title', 'body'] },
    { title: 'Tiếng Anh', fields: ['title_en', 'body_en'] },
    { title: 'Hiển thị', fields: ['state', 'visible_from', 'visible_until'] },
  ],
  hidden: ['demonstration', 'source_url'],
  markdown: ['body', 'body_en'],
  start: { state: 'draft' },
  publicPath: (record) => PAGE_ADDRESSES[textOf(record, 'kind') as PageKind] ?? '',
};

const synonyms: Presentation = {
  path: 'tu-tim-kiem',
  icon: 'search',
  titleSort: 'words',
  title: (record) => [textOf(record, 'general'), textOf(record, 'words')].filter(Boolean).join(' → '),
  columns: ['@standing', 'kind', 'updated'],
  search: ['general', 'words'],
  sort: 'words',
  filters: ['kind'],
  groups: [{ title: 'Từ tìm kiếm', fields: ['kind', 'general', 'words'] }],
  start: { kind: 'same' },
};

export const texts = { pages, synonyms };
