import type { z } from 'zod';
import { day, flag, link, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/** E-commerce floors. Floors open and close: they are data. */
export const platforms = innerNoun(
  'platforms',
  { label: { one: 'Sàn thương mại điện tử', many: 'Sàn thương mại điện tử' }, title: 'name', unique: [['name']] },
  {
    name: text('Tên sàn', { required: true, max: 120 }),
    website: link('Trang web'),
    opened_on: day('Hoạt động từ'),
    closed_on: day('Ngừng từ'),
    demonstration: flag('Dữ liệu minh họa'),
  },
);
export type Platform = Stored<z.infer<typeof platforms.schema>>;
