/** Cells with names, phones and other words. */
import { describe, expect, test } from 'vitest';
import { readPhone } from '#scripts/import/cells/readPhone.ts';
import { personName, readProducer } from '#scripts/import/cells/readProducer.ts';
import { readProductName } from '#scripts/import/cells/readProductName.ts';
import { readYesNo } from '#scripts/import/cells/readYesNo.ts';
import { readLine } from '#scripts/import/cells/text.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';
import { error, outcome } from './outcome.ts';

describe('producers', () => {
  const facts = (cell: Cell) => {
    const reading = readProducer(cell);
    if (reading.status !== 'right') return reading.status;
    const { name, kind, form, naturalPerson, place } = reading.value;
    return [name, kind, form, naturalPerson, place];
  };

  test.each<[Cell, unknown]>([
    ['Công ty cổ phẩn Gia Bảo', ['Công ty cổ phần Gia Bảo', 'company', 'cp', false, '']],
    ['CTY TNHH MTV An Phú', ['CTY TNHH MTV An Phú', 'company', 'tnhh', false, '']],
    ['Công ty NTHH Badalok', ['Công ty TNHH Badalok', 'company', 'tnhh', false, '']],
    ['Hợp tác xã (HTX) Hảo Đạt', ['Hợp tác xã Hảo Đạt', 'cooperative', '', false, '']],
    ['HTXNN Thượng Giang', ['HTXNN Thượng Giang', 'cooperative', '', false, '']],
    ['Tổ hợp tác nhãn Rạch Đùi', ['Tổ hợp tác nhãn Rạch Đùi', 'cooperative_group', '', false, '']],
    ['hộ bà Phan Thị Mộng', ['hộ bà Phan Thị Mộng', 'household', '', true, '']],
    ['hộ kinh doanh kinh doanh Hồ Nghị', ['hộ kinh doanh Hồ Nghị', 'household', '', true, '']],
    ['Nguyễn Thị Hoa', ['Nguyễn Thị Hoa', 'household', '', true, '']],
    ['Cơ sở nấm Đỗ Văn Tuấn', ['Cơ sở nấm Đỗ Văn Tuấn', 'other', '', true, '']],
    ['địa điểm kinh doanh Công ty TNHH Lương Tùng', ['Công ty TNHH Lương Tùng', 'company', 'tnhh', false, '']],
    ['HTX Tân Qui, xã An Phú Tân', ['HTX Tân Qui', 'cooperative', '', false, 'xã An Phú Tân']],
    ['HTX Cam thuộc trung tâm khuyến nông', ['HTX Cam', 'cooperative', '', false, '']],
    ['Nhà máy Đường thuộc Công ty cổ phần Đường', 'ask'],
    ['Dap Thanh Forestry Trading JSC', 'ask'],
    ['Mắm tép chưng thịt', 'ask'],
    ['Lê Bình', 'ask'],
    ['HTX', 'ask'],
    ['123', 'refuse'],
    [error, 'refuse'],
  ])('%j', (cell, expected) => {
    expect(facts(cell)).toEqual(expected);
  });

  test.each([
    ['Công ty TNHH SXKD tổng hợp Đông Á', 'Công ty TNHH Sản xuất, Kinh doanh tổng hợp Đông Á'],
    ['HTX chè Hảo Đạt', 'Hợp tác xã CHÈ HẢO ĐẠT'],
    ['Công ty TNHH Thủy sản Hoà Bình', 'Công ty trách nhiệm hữu hạn Thuỷ sản Hòa Bình'],
    ['HTX DVNN Quý', 'HTX Dịch vụ nông nghiệp Qúy'],
  ])('%s and %s have one key', (a, b) => {
    const keys = [a, b].map((name) => {
      const reading = readProducer(name);
      return reading.status === 'right' ? reading.value.key : reading.status;
    });
    expect(keys[0]).toBe(keys[1]);
  });

  test('names of other tones are other names', () => {
    expect(personName('Nguyễn Thị Hường')).toBe('certain');
    expect(personName('Gạo Nếp Cái')).toBe('no');
    expect(personName('Trần Quốc Hương')).toBe('likely');
  });
});

test.each<[Cell, unknown]>([
  ['_Mật ong Rừng Tràm_500ml ', ['Mật ong Rừng Tràm', '500ml']],
  ['OCOP - Cải bó xôi - 1KG', ['Cải bó xôi', '1KG']],
  ['Nghệ An - Nước mắm Vạn Lộc - chai 750ml', ['Nước mắm Vạn Lộc', 'chai 750ml']],
  ['Hạt sen sấy (2019) 62', ['Hạt sen sấy', '']],
  ['Giò bê (sp 2020)', ['Giò bê', '']],
  ['Nước mắm 43 độ đạm', ['Nước mắm 43 độ đạm', '']],
  ['Bộ quà tặng (chè; cốc)', ['Bộ quà tặng (chè; cốc)', '']],
  ['Mật ong (4 sản phẩm mật ong)', 'ask'],
  ['Cam Vinh; Bưởi Diễn', 'ask'],
  ['Bưởi da xanh Bưởi da xanh', 'ask'],
  ['12345', 'refuse'],
  ['S¶n phẩm lçi', ['Sản phẩm lỗi', '']],
  [error, 'refuse'],
])('product name %j', (cell, expected) => {
  const reading = readProductName(cell);
  expect(reading.status === 'right' ? [reading.value.name, reading.value.pack] : reading.status).toEqual(expected);
});

test.each<[Cell, unknown]>([
  ['0912.345.678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  [912_345_678, '0912345678'],
  ['02033 123 456', '02033123456'],
  ['0912345678 - 0987654321', '0912345678, 0987654321'],
  ['912345678', ['ask', '0912345678']],
  ['0123 456 7890', ['ask', '01234567890']],
  ['12345', 'refuse'],
  ['gọi anh Ba', 'refuse'],
])('phone %j', (cell, expected) => {
  expect(outcome(readPhone(cell))).toEqual(expected);
});

test.each<[Cell, unknown]>([
  ['Có', 'yes'],
  ['x', 'yes'],
  [1, 'yes'],
  ['không', 'no'],
  ['Chưa có', 'no'],
  [0, 'no'],
  ['có lẽ', 'refuse'],
])('yes or no %j', (cell, expected) => {
  expect(outcome(readYesNo(cell))).toBe(expected);
});

describe('text of old fonts in single cells', () => {
  test.each<[string, unknown]>([
    ['Th«ng tin s¶n phÈm', 'Thông tin sản phẩm'],
    ['Saûn phaåm lieân quan', 'Sản phẩm liên quan'],
    ['B¶n H\u00ad¬ng', 'Bản Hương'],
    ['H\u00ad\u00edng d\u00ad\u00acng', 'Hướng dương'],
    ['thùc phÈm t¬i', ['ask', 'thực phẩm tươi', 'thực phẩm tơi']],
    ['Mật ong bạc hà', 'Mật ong bạc hà'],
    ['Krông Búk – Đắk Lắk', 'Krông Búk – Đắk Lắk'],
    ['Sản ph\ufffdm', 'refuse'],
    ['X·y dùng §¶ng ¾¾m', 'refuse'],
  ])('%j', (text, expected) => {
    expect(outcome(readLine(text))).toEqual(expected);
  });
});
