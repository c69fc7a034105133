import { COMMUNE_TYPES } from '#domain/commune.ts';
import type { PublicCommune } from '#domain/snapshot.ts';
import { all } from '#site/snapshot.ts';
import { columnsOf } from '../column.ts';
import { describe } from '../dataSet.ts';

const column = columnsOf<PublicCommune>();

/** Commune-level units with their former names and approximate points. */
export const communes = describe<PublicCommune>({
  name: 'xa-phuong',
  title: 'Xã, phường',
  about: 'Đơn vị hành chính cấp xã từ ngày 01/7/2025, tên cũ và vị trí ước chừng (nguồn vị trí ghi ở từng dòng).',
  rows: () => all('communes'),
  columns: [
    column.id('ma', 'Mã đơn vị hành chính (Quyết định 19/2025/QĐ-TTg); có số 0 ở đầu', ({ code }) => code),
    column.text('ten', 'Tên', ({ name }) => name),
    column.text('ten_tieng_anh', 'Tên tiếng Anh', ({ name_en }) => name_en),
    ...column.code('loai', 'Loại', COMMUNE_TYPES, ({ type }) => type),
    column.id('tinh_ma', 'Mã tỉnh', ({ province_code }) => province_code),
    ...column.place(
      ({ point }) => point,
      () => true,
    ),
    column.text('nguon_vi_tri', 'Nguồn của vị trí', ({ point_source }) => point_source),
    column.list('ten_cu', 'Tên cũ (trước 01/7/2025): xã, huyện, tỉnh', ({ former_names }) =>
      (former_names ?? []).map(({ commune, district, province }) =>
        [commune, district, province].filter((part) => part !== '').join(', '),
      ),
    ),
    column.link('nguon', 'Trang công khai nêu các dữ kiện này', ({ source_url }) => source_url),
  ],
});
