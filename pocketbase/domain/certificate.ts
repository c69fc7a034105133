import type { z } from 'zod';
import { amount, choice, day, flag, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

export const CERTIFICATE_SCHEMES = {
  vietgap: 'VietGAP',
  vietgahp: 'VietGAHP',
  globalgap: 'GlobalGAP',
  organic: 'Hữu cơ',
  haccp: 'HACCP',
  iso22000: 'ISO 22000',
  iso9001: 'ISO 9001',
  gmp: 'GMP',
  food_safety: 'Cơ sở đủ điều kiện an toàn thực phẩm',
  quality_declaration: 'Bản công bố chất lượng',
  geographical_indication: 'Chỉ dẫn địa lý',
  collective_mark: 'Nhãn hiệu tập thể',
  certification_mark: 'Nhãn hiệu chứng nhận',
  trademark: 'Nhãn hiệu',
  other: 'Khác',
} as const;

/** Papers other than the OCOP certificate, held by a producer or for one product. */
export const certificates = innerNoun(
  'certificates',
  { label: { one: 'Chứng nhận', many: 'Chứng nhận' }, title: 'number', indexed: ['producer', 'product', 'scheme'] },
  {
    producer: relation('Chủ thể', 'producers'),
    product: relation('Sản phẩm', 'products'),
    scheme: choice('Loại chứng nhận', CERTIFICATE_SCHEMES, { required: true }),
    scheme_name: text('Tên chứng nhận, khi là loại khác'),
    number: text('Số', { max: 80 }),
    issuer: text('Nơi cấp'),
    scope: text('Phạm vi', { max: 500 }),
    area_ha: amount('Diện tích', { unit: 'ha' }),
    issued_on: day('Ngày cấp'),
    expires_on: day('Có giá trị đến hết ngày'),
    file: relation('Văn bản', 'media'),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Certificate = Stored<z.infer<typeof certificates.schema>>;
