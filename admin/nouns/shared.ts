import type { FieldGroup, View } from '../presentation.ts';

/** What decides whether and where the public sees a record; the same for every public noun. */
export const SHOWN: FieldGroup = {
  title: 'Hiển thị',
  fields: ['state', 'slug', 'visible_from', 'visible_until', 'source_url', 'demonstration'],
};

/** Ready-made choices by review state. */
export const REVIEW_VIEWS: readonly View[] = [
  { key: 'cho-duyet', label: 'Chờ duyệt', filter: () => "state='waiting'", isToDo: true },
  { key: 'ban-nhap', label: 'Bản nháp', filter: () => "state='draft'", isToDo: true },
  { key: 'da-rut', label: 'Đã rút khỏi danh mục', filter: () => "state='withdrawn'" },
];
