/** What a file can be imported into, and the columns that its lists have. Headings are compared by their folded letters alone. */
import { EVALUATIONS } from './fields/evaluations.ts';
import type { Fields } from './fields/field.ts';
import { FAIRS, PRODUCERS, SALES_POINTS } from './fields/others.ts';
import { PRODUCTS } from './fields/products.ts';
import { CERTIFICATES, GROWING_AREAS, LISTINGS, LOTS } from './fields/trace.ts';

export const TARGETS = {
  products: { label: 'Sản phẩm và công nhận', fields: PRODUCTS },
  producers: { label: 'Chủ thể', fields: PRODUCERS },
  sales_points: { label: 'Điểm bán', fields: SALES_POINTS },
  fairs: { label: 'Hội chợ, sự kiện', fields: FAIRS },
  lots: { label: 'Lô hàng', fields: LOTS },
  listings: { label: 'Gian hàng trên sàn, mã tem cũ', fields: LISTINGS },
  certificates: { label: 'Chứng nhận', fields: CERTIFICATES },
  growing_areas: { label: 'Vùng trồng, cơ sở đóng gói', fields: GROWING_AREAS },
  evaluations: { label: 'Kết quả đánh giá', fields: EVALUATIONS },
} as const satisfies Record<string, { label: string; fields: Fields }>;
export type TargetName = keyof typeof TARGETS;

/** The fields of a target, by key. */
export function fieldsOfTarget(target: TargetName): Fields {
  return TARGETS[target].fields;
}
