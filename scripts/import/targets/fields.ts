/** The columns that lists of each kind have, under every heading met so far. Headings are compared by their folded letters alone. */
import type { Looks } from '../heading/looks.ts';

export interface Field {
  label: string;
  looks: Looks;
  /** Headings, folded and without spaces: `tensanpham`. */
  names: readonly string[];
}

const names = (text: string) => text.trim().split(/\s+/);

const PLACE = {
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
} as const satisfies Record<string, Field>;

const PRODUCER = {
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
} as const satisfies Record<string, Field>;

const POINT = {
  lon: { label: 'Kinh độ', looks: 'number', names: names('kinhdo longitude lon lng') },
  lat: { label: 'Vĩ độ', looks: 'number', names: names('vido latitude lat') },
} as const satisfies Record<string, Field>;

const RECOGNITION = {
  stars: {
    label: 'Số sao',
    looks: 'stars',
    names: names(
      `sao sosao hangsao xephang phanhang xeploai star stars ketqua ketquaphanhang hangsaohientai saohientai xephangsao rating ocoprating
      ketquaxeploai hang dathangsao phanhangsao hangsp datsao`,
    ),
  },
  score: {
    label: 'Điểm',
    looks: 'score',
    names: names('diem sodiem tongdiem diemdanhgia score diemtrungbinh ketquadiem diemcham'),
  },
  decision: {
    label: 'Số quyết định',
    looks: 'decision',
    names: names(
      `soqd quyetdinh soquyetdinh decisionnumber qdcongnhan quyetdinhcongnhan soqdcongnhan soquyetdinhcongnhan soqdngaythang
      quyetdinhso qdso soqdngayqd sohieuquyetdinh canhcu`,
    ),
  },
  decided_on: {
    label: 'Ngày quyết định',
    looks: 'day',
    names: names(
      'ngayquyetdinh ngayqd decisiondate ngaybanhanh ngaykyqd ngayky ngaycongnhan ngaythangqd ngaythangnamcongnhan thoigiancongnhan',
    ),
  },
  issued_on: {
    label: 'Ngày cấp giấy',
    looks: 'day',
    names: names('ngaycap ngaycapgiay ngaycapgcn ngaybatdau ngaycapgiaychungnhan'),
  },
  year: {
    label: 'Năm',
    looks: 'year',
    names: names('nam namcongnhan namdanhgia namdat year namphanhang namchungnhan'),
  },
  expires_on: {
    label: 'Hết hạn',
    looks: 'day',
    names: names(
      'ngayhethan hethan thoihan ngayketthuc hieulucden ngayhethieuluc thoihangcn ngayhethanchungnhan thoigianhethan hancongnhan',
    ),
  },
  authority: {
    label: 'Cơ quan',
    looks: 'text',
    names: names('coquan coquancongnhan coquanbanhanh capcongnhan donvicongnhan coquancap noicap'),
  },
} as const satisfies Record<string, Field>;

/** The same five columns for each of the registry's two rounds (domain facts 1.13). */
const ROUNDS = {
  round1_stars: { ...RECOGNITION.stars, label: 'Số sao đợt 1' },
  round1_day: { ...RECOGNITION.decided_on, label: 'Ngày công nhận đợt 1' },
  round1_year: { ...RECOGNITION.year, label: 'Năm đợt 1' },
  round1_decision: { ...RECOGNITION.decision, label: 'Số quyết định đợt 1' },
  round1_authority: { ...RECOGNITION.authority, label: 'Cơ quan đợt 1' },
  round2_stars: { ...RECOGNITION.stars, label: 'Số sao đợt 2' },
  round2_day: { ...RECOGNITION.decided_on, label: 'Ngày công nhận đợt 2' },
  round2_year: { ...RECOGNITION.year, label: 'Năm đợt 2' },
  round2_decision: { ...RECOGNITION.decision, label: 'Số quyết định đợt 2' },
  round2_authority: { ...RECOGNITION.authority, label: 'Cơ quan đợt 2' },
} as const satisfies Record<string, Field>;

const NOTES = {
  note: { label: 'Ghi chú', looks: 'any', names: names('ghichu note notes ghichukhac') },
  source_url: { label: 'Nguồn', looks: 'any', names: names('sourceurl nguon linknguon producturl') },
} as const satisfies Record<string, Field>;

const PRODUCTS = {
  product_name: {
    label: 'Tên sản phẩm',
    looks: 'name',
    names: names(
      'tensanpham sanpham tensp productname name sanphamocop tensanphamocop tensanphamdichvu tenhanghoa danhmucsanpham',
    ),
  },
  group: {
    label: 'Nhóm, bộ sản phẩm',
    looks: 'any',
    names: names('nhom nhomsanpham nganh nganhhang bosanpham group phannhom nganhnhom linhvuc nhomsp'),
  },
  ...PRODUCER,
  ...PLACE,
  ...RECOGNITION,
  ...ROUNDS,
  product_code: { label: 'Mã số sản phẩm', looks: 'any', names: names('masosanpham masanpham masp maocop masoocop') },
  brand: { label: 'Nhãn hiệu', looks: 'text', names: names('nhanhieu thuonghieu brand') },
  ingredients: { label: 'Thành phần', looks: 'text', names: names('nguyenlieu thanhphan thanhphannguyenlieu') },
  storage: { label: 'Bảo quản', looks: 'text', names: names('baoquan dieukienluutru dieukienbaoquan huongdanbaoquan') },
  description: { label: 'Mô tả', looks: 'text', names: names('mota motasanpham gioithieu') },
  yearly_revenue: {
    label: 'Doanh thu năm (triệu đồng)',
    looks: 'number',
    names: names('doanhthunam doanhthu doanhthutrieudong'),
  },
  ...NOTES,
} as const satisfies Record<string, Field>;

const PRODUCERS = { ...PRODUCER, ...PLACE, ...POINT, ...NOTES } as const satisfies Record<string, Field>;

const SALES_POINTS = {
  name: {
    label: 'Tên điểm bán',
    looks: 'name',
    names: names(
      'ten tendiem tendiemban diemban name tencuahang cuahang diemgioithieu tendiemgioithieuvabansanphamocop',
    ),
  },
  operator: {
    label: 'Đơn vị vận hành',
    looks: 'name',
    names: names('donvivanhanh operator donviquanly chudautu chuthe donvi chucuahang'),
  },
  ...PLACE,
  ...POINT,
  phone: PRODUCER.phone,
  website: PRODUCER.website,
  opened_on: {
    label: 'Mở từ ngày',
    looks: 'day',
    names: names('ngaykhaitruong ngaymo opening ngaykhanhthanh thoigiankhaitruong hoatdongtu'),
  },
  has_sign: { label: 'Biển hiệu', looks: 'yesNo', names: names('bienhieu cobienhieu') },
  has_shelves: { label: 'Kệ hàng', looks: 'yesNo', names: names('kehang kebay giake') },
  has_posted_prices: { label: 'Bảng giá niêm yết', looks: 'yesNo', names: names('banggia niemyetgia banggianiemyet') },
  takes_cashless: {
    label: 'Thanh toán không dùng tiền mặt',
    looks: 'yesNo',
    names: names('thanhtoankhongdungtienmat khongdungtienmat'),
  },
  sells_other_provinces: {
    label: 'Bán hàng tỉnh khác',
    looks: 'yesNo',
    names: names('bansanphamtinhkhac hangtinhkhac banhangtinhkhac'),
  },
  ...NOTES,
} as const satisfies Record<string, Field>;

const FAIRS = {
  name: {
    label: 'Tên hội chợ, sự kiện',
    looks: 'name',
    names: names('ten tenhoicho hoicho sukien tensukien name tenchuongtrinh noidung'),
  },
  dates: { label: 'Thời gian', looks: 'day', names: names('thoigian thoigiantochuc ngaytochuc dates') },
  starts_on: { label: 'Từ ngày', looks: 'day', names: names('tungay ngaybatdau ngaykhaimac startdate batdau') },
  ends_on: { label: 'Đến ngày', looks: 'day', names: names('denngay ngayketthuc ngaybemac enddate ketthuc') },
  year: RECOGNITION.year,
  venue: { label: 'Địa điểm', looks: 'text', names: names('diadiem diadiemtochuc noitochuc place venue') },
  province: PLACE.province,
  organiser: {
    label: 'Đơn vị tổ chức',
    looks: 'text',
    names: names('donvitochuc bantochuc organiser donvichutri chutri'),
  },
  booths: {
    label: 'Số gian hàng',
    looks: 'quantity',
    names: names('giangian gianhang sogianhang booths sogian quymogianhang'),
  },
  visitors: {
    label: 'Lượt khách',
    looks: 'quantity',
    names: names('luotkhach soluotkhach visitors khachthamquan luongkhach'),
  },
  revenue: { label: 'Doanh thu', looks: 'quantity', names: names('doanhthu tongdoanhthu revenue revenuevnd doanhso') },
  ...NOTES,
} as const satisfies Record<string, Field>;

/** What a file can be imported into. */
export const TARGETS = {
  products: { label: 'Sản phẩm và công nhận', fields: PRODUCTS },
  producers: { label: 'Chủ thể', fields: PRODUCERS },
  sales_points: { label: 'Điểm bán', fields: SALES_POINTS },
  fairs: { label: 'Hội chợ, sự kiện', fields: FAIRS },
} as const satisfies Record<string, { label: string; fields: Readonly<Record<string, Field>> }>;
export type TargetName = keyof typeof TARGETS;

/** The fields of a target, by key. */
export function fieldsOfTarget(target: TargetName): Readonly<Record<string, Field>> {
  return TARGETS[target].fields;
}

/** Columns that are known and not taken: they too show whether the heading stands over its data. */
export const KNOWN_COLUMNS: readonly Field[] = [
  { label: 'Số thứ tự', looks: 'any', names: names('tt stt sott sothutu no id productid') },
  { label: 'Địa chỉ ngắn', looks: 'slug', names: names('tensanphamslug slug tendonviquanlykhongdau') },
  { label: 'Giá', looks: 'number', names: names('gia dongia giaban price giathamkhao') },
  { label: 'Số lượng', looks: 'number', names: names('soluong') },
  { label: 'Ảnh', looks: 'file', names: names('hinhanh anh hinhanhsanphamdaidien hinhanhsanphamdinhkem') },
  { label: 'Quy cách', looks: 'any', names: names('quycach quycachdonggoi khoiluongrieng donvitinh') },
  { label: 'Hạn sử dụng', looks: 'any', names: names('hansudung hansudungsaumohop hsd') },
  {
    label: 'Mã nội bộ',
    looks: 'number',
    names: names('nhomsanphamid loaisanphamid donvitinhid quycachid doanhnghiepid matinh mahuyen maxa'),
  },
  { label: 'Tên đầy đủ', looks: 'text', names: names('fullname') },
];
