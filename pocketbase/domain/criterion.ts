import type { z } from 'zod';
import { amount, choice, flag, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';
import type { ScoredCriterion } from './rules/evaluation.ts';

/** Parts of every set (Decision 26/2026/QĐ-TTg Annex II), with their points. */
export const CRITERIA_PARTS = {
  A: 'A. Sản phẩm và sức mạnh cộng đồng',
  B: 'B. Khả năng tiếp thị',
  C: 'C. Chất lượng sản phẩm',
} as const;

/** The version that new evaluations follow. */
export const CURRENT_CRITERIA = '26/2026/QĐ-TTg';

/** One line of a criteria set under one decision. Sets of a later decision stand beside, under its own name. */
export const criteria = innerNoun(
  'criteria',
  {
    label: { one: 'Tiêu chí', many: 'Bộ tiêu chí' },
    title: 'label',
    unique: [['criteria_version', 'criteria_set', 'code']],
  },
  {
    criteria_version: text('Văn bản', { required: true, max: 40 }),
    criteria_set: amount('Bộ sản phẩm', { required: true, integer: true, max: 99 }),
    position: amount('Thứ tự', { required: true, integer: true, max: 9_999 }),
    part: choice('Phần', CRITERIA_PARTS, { required: true }),
    code: text('Mã', { required: true, max: 20 }),
    label: text('Nội dung', { required: true }),
    max_points: amount('Điểm tối đa', { required: true, max: 100 }),
    is_heading: flag('Là đề mục', { hint: 'Đề mục chỉ cộng điểm các tiêu chí bên dưới.' }),
    least_for_3: amount('Tối thiểu để đạt 3 sao', { max: 100 }),
    least_for_4: amount('Tối thiểu để đạt 4 sao', { max: 100 }),
    least_for_5: amount('Tối thiểu để đạt 5 sao', { max: 100 }),
  },
);
export type Criterion = Stored<z.infer<typeof criteria.schema>>;

/** What the rules on results need of a set: the criteria that are scored by themselves, in order. */
export function scoredCriteria(
  lines: readonly Pick<
    Criterion,
    'code' | 'max_points' | 'is_heading' | 'least_for_3' | 'least_for_4' | 'least_for_5' | 'position'
  >[],
): ScoredCriterion[] {
  return lines
    .filter((line) => !line.is_heading)
    .toSorted((a, b) => a.position - b.position)
    .map((line) => ({
      code: line.code,
      maxPoints: line.max_points,
      leastFor: { 3: line.least_for_3, 4: line.least_for_4, 5: line.least_for_5 },
    }));
}
