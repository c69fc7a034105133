import type { z } from 'zod';
import { day, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/** A figure as others published it, in their words; never mixed with figures computed from the records. */
export const publishedFigures = innerNoun(
  'published_figures',
  { label: { one: 'Số liệu đã công bố', many: 'Số liệu đã công bố' }, title: 'metric', indexed: ['as_of'] },
  {
    metric: text('Chỉ tiêu', { required: true, max: 500 }),
    value: text('Giá trị', { required: true, max: 80 }),
    unit: text('Đơn vị', { max: 80 }),
    as_of: day('Thời điểm'),
    area: text('Địa bàn', { max: 200 }),
    source: text('Nguồn', { max: 1_000 }),
  },
);
export type PublishedFigure = Stored<z.infer<typeof publishedFigures.schema>>;
