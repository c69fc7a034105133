import type { PublicFigure } from '#domain/snapshot.ts';
import { wordsOf } from '#site/i18n/words.ts';
import { all } from '#site/snapshot.ts';
import { columnsOf } from '../column.ts';
import { describe } from '../dataSet.ts';

const column = columnsOf<PublicFigure>();

/** Figures as others published them, in their words. */
export const publishedFigures = describe<PublicFigure>({
  name: 'so-lieu-da-cong-bo',
  title: 'Số liệu đã công bố',
  about:
    'Số do cơ quan, báo chí đã công bố, nguyên văn theo nguồn; không cộng và không đối chiếu với số tính từ hồ sơ.',
  rows: () => all('published_figures'),
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.text('chi_tieu', 'Chỉ tiêu', ({ metric }) => metric),
    column.text('gia_tri', 'Giá trị, như nguồn viết', ({ value }) => value),
    column.text('don_vi', 'Đơn vị', ({ unit }) => unit),
    column.day('thoi_diem', 'Thời điểm', ({ as_of }) => as_of),
    column.text('dia_ban', 'Địa bàn', ({ area }) => area),
    column.text('nguon', 'Nguồn', ({ source }) =>
      source.startsWith('seed:') ? wordsOf('vi').figures.seedSource : source,
    ),
  ],
});
