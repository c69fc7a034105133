import type { z } from 'zod';
import { choice, text } from './field.ts';
import { publicNoun, type Stored } from './noun.ts';

/** The texts that every site owes its visitors; each stands under an address of its own. */
export const PAGE_KINDS = {
  about: 'Giới thiệu',
  privacy: 'Quyền riêng tư',
  accessibility: 'Trợ năng',
  terms: 'Điều khoản',
} as const;
export type PageKind = keyof typeof PAGE_KINDS;

const MARKDOWN =
  'Viết bằng Markdown: dòng trống tách đoạn, “## ” mở đầu một mục, “- ” mở đầu một dòng liệt kê, [chữ](https://…) là liên kết.';

/**
 * A text of the office about the site itself, in both languages. Several records may be of one kind, so that a new text can be written
 * while the old one stands; of those that are visible on a day there is one (scripts/publish/check/texts.ts).
 */
export const pages = publicNoun(
  'pages',
  { label: { one: 'Trang giới thiệu', many: 'Trang giới thiệu' }, title: 'title', indexed: ['kind'] },
  {
    kind: choice('Trang', PAGE_KINDS, { required: true }),
    title: text('Tiêu đề', { required: true, max: 200 }),
    title_en: text('Tiêu đề (tiếng Anh)', { max: 200 }),
    body: text('Nội dung', { required: true, long: true, hint: MARKDOWN }),
    body_en: text('Nội dung (tiếng Anh)', { long: true }),
  },
);
export type TextPage = Stored<z.infer<typeof pages.schema>>;
