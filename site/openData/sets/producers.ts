import { PRODUCER_KINDS } from '#domain/producer.ts';
import type { PublicProducer } from '#domain/snapshot.ts';
import { paths } from '#site/paths.ts';
import { productsOf } from '#site/records/producerView.ts';
import { listed } from '#site/records/visible.ts';
import { wholeAddress } from '../address.ts';
import { columnsOf, ofDay } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openName } from '../openName.ts';
import { communeOf } from '../openRecords.ts';
import { communeColumns, demonstrationColumn } from './shared.ts';

const column = columnsOf<PublicProducer>();
/** A person's home and sites lead to the person. */
const NOWHERE = { lon: 0, lat: 0 };
const ofFirm = (read: (producer: PublicProducer) => string) => (producer: PublicProducer) =>
  producer.natural_person ? '' : read(producer);

/** Producers without anything by which a person can be reached. */
export const producers = describe<PublicProducer>({
  name: 'co-so-san-xuat',
  title: 'Cơ sở sản xuất',
  about:
    'Mỗi dòng một cơ sở có trong danh mục. Không có điện thoại, thư điện tử, địa chỉ, người đại diện; cá nhân đứng tên “Hộ sản xuất, xã …”.',
  rows: () => listed('producers'),
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.text('ten', 'Tên cơ sở; cá nhân ghi là hộ sản xuất của xã', openName),
    column.link('trang', 'Trang của cơ sở', ({ slug }) => wholeAddress(paths.producer(slug))),
    ...column.code('loai_hinh', 'Loại hình', PRODUCER_KINDS, ({ kind }) => kind),
    column.flag(
      'la_ca_nhan',
      'true: cơ sở là cá nhân, tên không có trong dữ liệu mở',
      ({ natural_person }) => natural_person,
    ),
    ...communeColumns<PublicProducer>(communeOf),
    column.text(
      'ma_dia_diem',
      'Mã địa điểm (GLN)',
      ofFirm(({ gln }) => gln),
    ),
    column.link(
      'trang_web',
      'Trang web riêng',
      ofFirm(({ website }) => website),
    ),
    ...ofDay([
      column.counted('so_san_pham', 'Số sản phẩm trong danh mục', 'sản phẩm', ({ id }) => {
        const { recognised, others } = productsOf(id);
        return recognised.length + others.length;
      }),
      column.counted(
        'so_san_pham_con_sao',
        'Số sản phẩm có sao còn hiệu lực',
        'sản phẩm',
        ({ id }) => productsOf(id).recognised.length,
      ),
    ]),
    ...column.place(
      ({ natural_person, point }) => (natural_person ? NOWHERE : point),
      ({ point_approximate }) => point_approximate,
    ),
    column.link(
      'nguon',
      'Trang công khai nêu các dữ kiện này',
      ofFirm(({ source_url }) => source_url),
    ),
    demonstrationColumn(({ demonstration }) => demonstration),
  ],
});
