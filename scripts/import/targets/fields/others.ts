/** Lists of producers, sales points and fairs. */
import { type Fields, names } from './field.ts';
import { RECOGNITION } from './products.ts';
import { NOTES, PLACE, POINT, PRODUCER } from './shared.ts';

/** A list of producers. */
export const PRODUCERS = { ...PRODUCER, ...PLACE, ...POINT, ...NOTES } as const satisfies Fields;

/** A list of sales points. */
export const SALES_POINTS = {
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
} as const satisfies Fields;

/** A list of fairs and other events. */
export const FAIRS = {
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
} as const satisfies Fields;
