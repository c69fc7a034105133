import type { z } from 'zod';
import { amount, day, flag, relation, relations, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/**
 * Courses of the programme. How many people came is kept, never who: a producer that took part is offered the fact "trained", and a person
 * decides. The office's alone: the public sees no more of it than sums in reports.
 */
export const trainings = innerNoun(
  'trainings',
  {
    label: { one: 'Lớp tập huấn', many: 'Tập huấn' },
    title: 'name',
    indexed: ['starts_on', 'commune'],
  },
  {
    name: text('Lớp, khóa tập huấn', { required: true }),
    starts_on: day('Từ ngày', { required: true }),
    ends_on: day('Đến ngày'),
    place: text('Địa điểm'),
    commune: relation('Xã, phường', 'communes'),
    organiser: text('Đơn vị tổ chức'),
    participants: amount('Số người được tập huấn', { integer: true, unit: 'người' }),
    producers: relations('Chủ thể có người tham gia', 'producers', { max: 1_000 }),
    note: text('Ghi chú', { long: true, max: 2_000, hint: 'Không ghi tên người tham gia.' }),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Training = Stored<z.infer<typeof trainings.schema>>;
