import { type Field, names } from './field.ts';

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
