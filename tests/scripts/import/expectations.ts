/** What the real cells mean where their files do not say it: our reading, by hand. */
import type { DemonstrationSet } from '#scripts/demo/sets.ts';

/** Our reading of the days, in the order of the file: it has none of its own. Several ends of a span, or no year: nothing certain. */
export const DAYS: readonly (string | null)[] = [
  '2023-02-12',
  '2021-12-05',
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  '2023-01-02',
  '2023-11-20',
  '2022-12-06',
  '2022-12-14',
  '2022-12-02',
  '2022-05-10',
  '2021-02-03',
  '2025-05-28',
  '2029-09-21',
  '2022-03-25',
  '2023-10-25',
  '2022-08-17',
  null,
  '2025-03-12',
];

/** Cells that show one legal form, and its kind. */
export const GENERIC: Readonly<Record<string, string>> = {
  HTX: 'cooperative',
  HTXNN: 'cooperative',
  CTCP: 'company',
  CTY: 'company',
  JSC: 'company',
  THT: 'cooperative_group',
  'Hộ SXKD': 'household',
  'hộ bà': 'household',
};

/** Kinds of producer as the facts name them. */
export const KINDS: Readonly<Record<string, string>> = {
  'Doanh nghiệp': 'company',
  'Hợp tác xã': 'cooperative',
  'Hộ kinh doanh': 'household',
  'Cơ sở sản xuất': 'other',
  'Làng nghề': 'other',
  'Tổ hợp tác': 'cooperative_group',
};

/** Demonstration provinces, their codes, and the facts' files about them. */
export const SETS = [
  ['bac-ninh', '24', ['bac-giang', 'bac-ninh']],
  ['quang-ninh', '22', ['quang-ninh']],
  ['nghe-an', '40', ['nghe-an']],
] as const satisfies readonly (readonly [DemonstrationSet, string, readonly string[]])[];

/** District and commune that an address names, in the order of the file; rows that are no addresses are left out. */
export const PLACES: Readonly<Record<number, string>> = {
  0: 'Định Quán/',
  1: 'Pleiku/',
  2: 'Đông Hòa/',
  4: '/Đại Hoà',
  6: '/An Hòa Thịnh',
  7: 'Lý Sơn/',
  8: '/Bình Phước',
  10: '/Bình Tường',
  11: 'Lục Ngạn/Chũ',
  15: 'Gò Công/',
  16: 'Thái Nguyên/',
  17: 'Thái Nguyên/',
  18: 'Thái Nguyên/Tân Cương',
  19: '/Mỹ Luông',
  20: '/Chiềng Sơn',
  21: '/4',
  22: '/7',
  23: '/Hải Lĩnh',
  24: '/Lương Sơn',
  25: '/Hạ Long',
  26: 'Hạ Long/Hồng Hải',
  27: '/Vũng Tàu',
  28: 'Quảng Điền/Quảng Phú',
  30: 'Bắc Kạn/Nông Thượng',
  31: 'Ba Chẽ/Đạp Thanh',
  32: 'Phú Quốc/Dương Đông',
};
