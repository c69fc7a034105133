import { amount, choice, day, flag, relation, text } from './field.ts';
import { innerNoun } from './noun.ts';

/** What money was given for, as programme offices sort it. */
export const SUPPORT_PURPOSES = {
  packaging: 'Bao bì, nhãn mác, tem truy xuất',
  machinery: 'Máy móc, thiết bị, nhà xưởng',
  certification: 'Chứng nhận, kiểm nghiệm, sở hữu trí tuệ',
  dossier: 'Tư vấn, hoàn thiện hồ sơ',
  promotion: 'Xúc tiến thương mại, hội chợ',
  sales_point: 'Điểm giới thiệu và bán sản phẩm',
  online: 'Bán hàng trên mạng, chuyển đổi số',
  loan: 'Vay vốn, lãi suất',
  reward: 'Thưởng sản phẩm đạt sao',
  other: 'Khác',
} as const;

/** Whose money it was. */
export const MONEY_SOURCES = {
  central: 'Ngân sách trung ương',
  province: 'Ngân sách tỉnh',
  commune: 'Ngân sách xã, huyện cũ',
  project: 'Chương trình, dự án khác',
  social: 'Tài trợ, xã hội hóa',
  own: 'Vốn đối ứng của chủ thể',
} as const;

/** What the programme gave to whom. The office's alone: the public sees no more of it than sums in reports. */
export const supports = innerNoun(
  'supports',
  {
    label: { one: 'Khoản hỗ trợ', many: 'Hỗ trợ' },
    title: 'name',
    indexed: ['granted_on', 'producer', 'product', 'commune'],
  },
  {
    name: text('Nội dung hỗ trợ', { required: true }),
    purpose: choice('Mục đích', SUPPORT_PURPOSES, { required: true }),
    granted_on: day('Năm hoặc ngày hỗ trợ', { required: true }),
    amount: amount('Số tiền', { integer: true, unit: 'đồng', hint: 'Như trong văn bản, tính bằng đồng.' }),
    source: choice('Nguồn vốn', MONEY_SOURCES),
    decision: text('Quyết định, văn bản'),
    producer: relation('Chủ thể được hỗ trợ', 'producers'),
    product: relation('Sản phẩm được hỗ trợ', 'products'),
    commune: relation('Xã, phường được hỗ trợ', 'communes'),
    note: text('Ghi chú', { long: true, max: 2_000 }),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
