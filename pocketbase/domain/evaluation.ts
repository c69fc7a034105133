import { z } from 'zod';
import { amount, choice, day, json, relation, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';
import { RECOGNITION_CASES } from './recognition.ts';

export const EVALUATION_STATES = {
  candidate: 'Đăng ký tham gia',
  dossier_complete: 'Đủ hồ sơ',
  scored: 'Đã chấm',
  proposed: 'Đã đề nghị',
  recognised: 'Đã công nhận',
  refused: 'Không đạt',
  withdrawn: 'Rút khỏi đợt',
} as const;

export const DOSSIER_STATES = { present: 'Có', missing: 'Thiếu', not_needed: 'Không cần' } as const;

/** "Hồ sơ bị loại", as the annex prints it at the end of all sets but 19 and 26. */
export const KNOCK_OUTS = {
  dishonest: 'Hồ sơ không trung thực',
  unlicensed: 'Thiếu giấy tờ bắt buộc về cơ sở, an toàn thực phẩm',
  incomplete: 'Hồ sơ không đầy đủ',
} as const;

/** One line of the dossier as the office ticked it off. */
export const dossierLine = z.object({
  item: z.string(),
  state: z.enum(['present', 'missing', 'not_needed']),
  note: z.string().max(300),
});

/**
 * One product in one round: its dossier, and what the council gave each criterion as a whole. What single members gave is not kept. Total and
 * stars follow from the points (`rules/evaluation.ts`); a hook writes them, nobody types them.
 */
export const evaluations = innerNoun(
  'evaluations',
  {
    label: { one: 'Kết quả đánh giá', many: 'Kết quả đánh giá' },
    title: 'product',
    unique: [['round', 'product']],
    indexed: ['product', 'state'],
  },
  {
    round: relation('Đợt đánh giá', 'rounds', { required: true }),
    product: relation('Sản phẩm', 'products', { required: true }),
    case: choice('Trường hợp', RECOGNITION_CASES, { hint: 'Để trống: theo lịch sử công nhận của sản phẩm.' }),
    criteria_version: text('Bộ tiêu chí theo', { max: 40, hint: 'Để trống: bộ đang áp dụng.' }),
    criteria_set: amount('Bộ sản phẩm (1–26)', { integer: true, max: 99, hint: 'Để trống: bộ của sản phẩm.' }),
    state: choice('Tình trạng', EVALUATION_STATES, { required: true }),
    full_dossier_on: day('Ngày đủ hồ sơ'),
    dossier: json('Hồ sơ', z.array(dossierLine)),
    knock_out: choice('Hồ sơ bị loại vì', KNOCK_OUTS),
    points: json('Điểm từng tiêu chí', z.record(z.string(), z.number())),
    stated_total: amount('Tổng điểm', {
      max: 100,
      hint: 'Chỉ ghi khi không có điểm từng tiêu chí, hoặc để đối chiếu.',
    }),
    total: amount('Tổng điểm tính được', { max: 100 }),
    stars: amount('Số sao tính được', { integer: true, max: 5 }),
    note: text('Ghi chú', { long: true, max: 2_000 }),
  },
);
export type Evaluation = Stored<z.infer<typeof evaluations.schema>>;
