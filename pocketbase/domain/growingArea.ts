import type { z } from 'zod';
import { amount, choice, day, flag, point, relation, relations, text } from './field.ts';
import { publicNoun, type Stored } from './noun.ts';

/** What a code is given to. Domestic codes rest on Art. 64 of the Crop Law; codes for export differ by the market that asks for them. */
export const GROWING_AREA_KINDS = {
  domestic: 'Vùng trồng nội tiêu',
  export: 'Vùng trồng xuất khẩu',
  packing_house: 'Cơ sở đóng gói',
} as const;
export type GrowingAreaKind = keyof typeof GROWING_AREA_KINDS;

/**
 * Land, or a packing house, that an authority gave a code. Codes are free text: no format is common to all markets, and that of domestic
 * ones is not published. Shown with its producers, on no page of its own.
 */
export const growingAreas = publicNoun(
  'growing_areas',
  {
    label: { one: 'Vùng trồng, cơ sở đóng gói', many: 'Vùng trồng, cơ sở đóng gói' },
    title: 'code',
    unique: [['code']],
    indexed: ['kind', 'commune', 'state'],
  },
  {
    code: text('Mã số', { required: true, max: 80, hint: 'Như trên giấy: VN-DTOR-0017.' }),
    kind: choice('Loại', GROWING_AREA_KINDS, { required: true }),
    name: text('Tên gọi', { hint: 'Không ghi tên người.' }),
    name_en: text('Tên gọi (tiếng Anh)'),
    market: text('Thị trường', { max: 200, hint: 'Nước mà mã được cấp cho: Trung Quốc, Hoa Kỳ.' }),
    market_en: text('Thị trường (tiếng Anh)', { max: 200 }),
    crop: text('Cây trồng, mặt hàng', { max: 200 }),
    crop_en: text('Cây trồng, mặt hàng (tiếng Anh)', { max: 200 }),
    area_ha: amount('Diện tích', { unit: 'ha' }),
    commune: relation('Xã, phường', 'communes'),
    point: point('Vị trí', { hint: 'Đất của hộ: chỉ công bố khi người đó đồng ý cho hiện địa chỉ.' }),
    point_approximate: flag('Vị trí ước chừng'),
    producers: relations('Chủ thể trồng, đóng gói ở đây', 'producers', { max: 500 }),
    products: relations('Sản phẩm làm từ đây', 'products', { max: 500 }),
    certificates: relations('Chứng nhận', 'certificates', { max: 50 }),
    issued_on: day('Ngày cấp mã'),
    ended_on: day('Dừng, thu hồi mã từ ngày'),
    note: text('Ghi chú', { long: true, max: 2_000, secret: true }),
  },
);
export type GrowingArea = Stored<z.infer<typeof growingAreas.schema>>;
