/** Lists of lots, shops on e-commerce floors, certificates and growing areas. */
import { type Fields, names } from './field.ts';
import { PRODUCTS } from './products.ts';
import { NOTES, PLACE, POINT, PRODUCER } from './shared.ts';

/** Of which product of the catalogue a row speaks. */
const PRODUCT = {
  product_name: PRODUCTS.product_name,
  producer: PRODUCER.producer,
  product_code: PRODUCTS.product_code,
} as const satisfies Fields;

/** What an earlier stamp system printed: it goes on answering. */
const EARLIER_CODE = {
  label: 'Mã tem hệ thống cũ',
  looks: 'any',
  names: names(
    `matem macu matruyxuat matruyxuatnguongoc matemtruyxuat maqr qrcode maqrcode matxng mahethongcu macuhethongcu matemcu sotem soseri
    maxacthuc matracuu`,
  ),
} as const;

/** A list of lots. */
export const LOTS = {
  ...PRODUCT,
  lot_number: {
    label: 'Số lô',
    looks: 'any',
    names: names(
      'solo solosx losx masolo lo losanxuat solosanxuat malo malohang lohang lot lotnumber batch batchnumber sohieulo lonumber',
    ),
  },
  gtin: {
    label: 'Mã vạch (GTIN)',
    looks: 'any',
    names: names('mavach gtin barcode masomavach mavachgtin mavachsanpham ean'),
  },
  pack: {
    label: 'Quy cách',
    looks: 'any',
    names: names(
      'quycach quycachdonggoi khoiluongtinh thetich khoiluongrieng donggoi dunggoi netcontents quycachsanpham',
    ),
  },
  produced_on: {
    label: 'Ngày sản xuất',
    looks: 'day',
    names: names('ngaysanxuat nsx ngaysx thoigiansanxuat sanxuatngay ngaythuhoach productiondate ngaychebien'),
  },
  packed_on: { label: 'Ngày đóng gói', looks: 'day', names: names('ngaydonggoi donggoingay ngaydong packingdate') },
  use_by: {
    label: 'Hạn sử dụng',
    looks: 'any',
    names: names('hansudung hsd handung sudungden expirydate hansudungden ngayhethansudung ngayhethan'),
  },
  quantity: {
    label: 'Số lượng',
    looks: 'quantity',
    names: names('soluong sanluong khoiluong slg sl soluongsanxuat quantity sanluonglo soluongdonvi'),
  },
  quantity_unit: { label: 'Đơn vị tính', looks: 'text', names: names('donvitinh dvt donvido unit') },
  growing_area: {
    label: 'Vùng trồng',
    looks: 'any',
    names: names('vungtrong masovungtrong mavungtrong vungnguyenlieu vungsanxuat msvt growingarea cosodonggoi'),
  },
  old_code: EARLIER_CODE,
} as const satisfies Fields;

/** A list of shop pages on e-commerce floors, with the codes of earlier stamp systems where it has them. */
export const LISTINGS = {
  ...PRODUCT,
  platform: {
    label: 'Sàn',
    looks: 'any',
    names: names('san santmdt tensan santhuongmaidientu santhuongmai kenhban platform sangiaodich'),
  },
  url: {
    label: 'Địa chỉ gian hàng',
    looks: 'link',
    names: names(
      'diachigianhang linkgianhang link url duongdan duonglink linksan linksanpham diachitrensan linktrensan linkbanhang producturl gianhang',
    ),
  },
  holder: { label: 'Chủ gian hàng', looks: 'text', names: names('chugianhang donvidangban nguoiban shop chushop') },
  takes_cashless: {
    label: 'Thanh toán không dùng tiền mặt',
    looks: 'yesNo',
    names: names('thanhtoankhongdungtienmat khongdungtienmat thanhtoandientu'),
  },
  listed_on: { label: 'Lên sàn từ', looks: 'day', names: names('ngaylensan lensantu ngaydang thoigianlensan lensan') },
  closed_on: { label: 'Gỡ từ', looks: 'day', names: names('ngaygo gongay ngaydong ngayngung') },
  old_code: EARLIER_CODE,
} as const satisfies Fields;

/** A list of certificates. */
export const CERTIFICATES = {
  ...PRODUCER,
  ...PLACE,
  product_name: { ...PRODUCTS.product_name, names: [...PRODUCTS.product_name.names, ...names('sanphamchungnhan')] },
  scheme: {
    label: 'Loại chứng nhận',
    looks: 'text',
    names: names(
      'loaichungnhan tenchungnhan chungnhan tieuchuan loaigiay tengiay loaitieuchuan tieuchuanchungnhan tieuchuanapdung tengiaychungnhan hethongchungnhan loaigiaychungnhan',
    ),
  },
  number: {
    label: 'Số chứng nhận',
    looks: 'any',
    names: names(
      'so sogiay sochungnhan sogiaychungnhan sohieu masochungnhan machungnhan masogcn sogcn sogiaycn sovanbang sohoso soto machungchi',
    ),
  },
  issuer: {
    label: 'Nơi cấp',
    looks: 'text',
    names: names('noicap coquancap tochucchungnhan donvicap donvichungnhan tochuccap coquanchungnhan issuer'),
  },
  scope: {
    label: 'Phạm vi',
    looks: 'text',
    names: names('phamvi phamvichungnhan linhvucchungnhan doituong noidungchungnhan'),
  },
  area: {
    label: 'Diện tích',
    looks: 'any',
    names: names('dientich dientichha quymo dientichchungnhan dientichm2 dientichvungtrong'),
  },
  issued_on: {
    label: 'Ngày cấp',
    looks: 'day',
    names: names('ngaycap ngaycapgiay ngaychungnhan capngay ngaycapgcn ngaybatdau'),
  },
  expires_on: {
    label: 'Có giá trị đến',
    looks: 'day',
    names: names(
      'ngayhethan hethan hieulucden ngayhethieuluc cogiatriden thoihan giatriden hansudung thoihangiatri denngay',
    ),
  },
} as const satisfies Fields;

/** A list of growing-area and packing-house codes. */
export const GROWING_AREAS = {
  code: {
    label: 'Mã số',
    looks: 'any',
    names: names(
      `maso masovungtrong mavungtrong msvt mavung masocosodonggoi macosodonggoi macsdg puc phc masocap masoduoccap masovungtrongcosodonggoi
      code`,
    ),
  },
  kind: { label: 'Loại', looks: 'text', names: names('loai loaima loaihinhma loaivung phanloai mucdich') },
  name: {
    label: 'Tên gọi',
    looks: 'name',
    names: names('ten tenvungtrong tenvung tencosodonggoi vungtrong cosodonggoi'),
  },
  market: {
    label: 'Thị trường',
    looks: 'text',
    names: names('thitruong thitruongxuatkhau nuocnhapkhau thitruongdangky nuoc'),
  },
  crop: {
    label: 'Cây trồng',
    looks: 'text',
    names: names('caytrong loaicay cay mathang nongsan crop giongcay loaicaytrong'),
  },
  area: {
    label: 'Diện tích',
    looks: 'any',
    names: names('dientich dientichha quymo dientichvungtrong dientichtrong dientichm2'),
  },
  producer: {
    ...PRODUCER.producer,
    names: [...PRODUCER.producer.names, ...names('donvidaidien chuvungtrong nguoidaidien tochucdaidien daidien')],
  },
  ...PLACE,
  ...POINT,
  issued_on: { label: 'Ngày cấp mã', looks: 'day', names: names('ngaycap ngaycapma capngay ngaypheduyet') },
  ended_on: { label: 'Dừng từ ngày', looks: 'day', names: names('ngaythuhoi ngaydung thuhoitu dungtu ngayhuyma') },
  note: NOTES.note,
} as const satisfies Fields;
