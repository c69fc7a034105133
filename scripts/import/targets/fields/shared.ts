/** Columns that lists of several kinds have, under every heading met so far. */
import { type Fields, names } from './field.ts';

/** Where something is. */
export const PLACE = {
  commune: {
    label: 'Xã, phường',
    looks: 'any',
    names: names('xa xaphuong xaphuongthitran phuongxa tenxa diaban commune ward xathitran xaphuongdackhu donvixa'),
  },
  district: {
    label: 'Huyện cũ',
    looks: 'text',
    names: names('huyen huyenthixathanhpho huyencu huyentxtp quanhuyen tenhuyen district diaphuong huyenthi'),
  },
  province: { label: 'Tỉnh', looks: 'text', names: names('tinh tinhthanhpho tinhthanh province tentinh origin') },
  address: {
    label: 'Địa chỉ',
    looks: 'any',
    names: names(
      'diachi diachisanxuat diachichuthe diachicoso diachilienhe tenduong address noisanxuat diachisxkd diachitrusochinh diachicuthe',
    ),
  },
} as const satisfies Fields;

/** Who makes it. */
export const PRODUCER = {
  producer: {
    label: 'Chủ thể',
    looks: 'name',
    names: names(
      `chuthe tenchuthe chuthesanxuat cososanxuat tencososanxuat coso donvi donvisanxuat tendonvi tendoanhnghiep doanhnghiep producer
      producername author chuthesxkd chuthesx tencoso nhasanxuat congtyhtx chuthetochuc tencososxkd chutheocop tochuccanhan donvisx`,
    ),
  },
  producer_kind: {
    label: 'Loại hình',
    looks: 'text',
    names: names(
      'loaihinh loaihinhkinhdoanh loaihinhchuthe loaihinhtochuc producertype loaihinhsxkd loaihinhdoanhnghiep mohinhtochuc',
    ),
  },
  tax_code: { label: 'Mã số thuế', looks: 'any', names: names('masothue mst taxcode masodoanhnghiep') },
  representative: {
    label: 'Người đại diện',
    looks: 'name',
    names: names(
      'nguoidaidien daidien chucoso giamdoc nguoidaidienphapluat hotendaidien tenthutruong hotenthutruong nguoidungdau hovaten chuho',
    ),
  },
  phone: {
    label: 'Điện thoại',
    looks: 'phone',
    names: names('dienthoai sodienthoai sdt dt phone sodt dienthoailienhe solienhe lienhe didong'),
  },
  email: { label: 'Thư điện tử', looks: 'email', names: names('email thudientu mail') },
  website: { label: 'Trang web', looks: 'link', names: names('website trangweb web trangthongtindientu') },
} as const satisfies Fields;

/** Degrees, each in its column. */
export const POINT = {
  lon: { label: 'Kinh độ', looks: 'number', names: names('kinhdo longitude lon lng') },
  lat: { label: 'Vĩ độ', looks: 'number', names: names('vido latitude lat') },
} as const satisfies Fields;

/** What stands at the end of a row. */
export const NOTES = {
  note: { label: 'Ghi chú', looks: 'any', names: names('ghichu note notes ghichukhac') },
  source_url: { label: 'Nguồn', looks: 'any', names: names('sourceurl nguon linknguon producturl') },
} as const satisfies Fields;
