/** Lists of products with what was decided about them, and the office's registry. */
import { type Fields, names } from './field.ts';
import { NOTES, PLACE, PRODUCER } from './shared.ts';

/** One recognition. */
export const RECOGNITION = {
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
} as const satisfies Fields;

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
} as const satisfies Fields;

/** A list of products. */
export const PRODUCTS = {
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
} as const satisfies Fields;
