/** The office's own texts: about, privacy, accessibility, terms. */
import type { PageKind } from '#domain/textPage.ts';

const titles: Record<PageKind, string> = {
  about: 'Giới thiệu',
  privacy: 'Quyền riêng tư',
  accessibility: 'Trợ năng',
  terms: 'Điều khoản',
};

export const texts = {
  titles,
  description: (title: string, province: string) => `${title}: danh mục OCOP ${province}.`,
  empty: (office: string) => `${office} chưa viết mục này.`,
};
