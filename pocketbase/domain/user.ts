import type { z } from 'zod';
import { choice, choices, flag, relation, relations, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

export const ROLES = {
  viewer: 'Người xem',
  editor: 'Biên tập',
  approver: 'Người duyệt',
  admin: 'Quản trị',
  producer: 'Chủ thể',
} as const;
export type Role = keyof typeof ROLES;

/** Collections that an editor may be limited to. */
export const LIMITABLE_COLLECTIONS = {
  producers: 'Chủ thể',
  products: 'Sản phẩm',
  decisions: 'Quyết định, công nhận',
  lots: 'Lô hàng',
  sales_points: 'Điểm bán',
  fairs: 'Hội chợ',
} as const;
export type Limitable = keyof typeof LIMITABLE_COLLECTIONS;

/** People who sign in. PocketBase keeps `email`, `password` and the token key itself. */
export const users = innerNoun(
  'users',
  { label: { one: 'Người dùng', many: 'Người dùng' }, title: 'name' },
  {
    name: text('Họ tên', { max: 200 }),
    role: choice('Vai trò', ROLES, { required: true }),
    producer: relation('Chủ thể', 'producers', { hint: 'Cho vai trò Chủ thể: chỉ thấy bản ghi của mình.' }),
    communes: relations('Chỉ các xã, phường', 'communes', {
      max: 200,
      hint: 'Cho vai trò Biên tập, Người duyệt: chỉ ghi bản ghi của các nơi này, vẫn xem được tất cả. Để trống: cả tỉnh.',
    }),
    collections: choices('Chỉ các loại bản ghi', LIMITABLE_COLLECTIONS, {
      hint: 'Cho vai trò Biên tập, Người duyệt: chỉ ghi các loại này và những gì thuộc về chúng. Không chọn: mọi loại.',
    }),
    disabled: flag('Đã khóa'),
  },
);
export type User = Stored<z.infer<typeof users.schema>> & { email: string };
