import { fold } from '#domain/rules/fold.ts';

/** The 34 provinces since 1 July 2025 (Decision 19/2025/QĐ-TTg) by code: present name, then the names merged into it and other spellings. */
const PROVINCES: Readonly<Record<string, readonly [present: string, ...former: string[]]>> = {
  '01': ['Hà Nội'],
  '04': ['Cao Bằng'],
  '08': ['Tuyên Quang', 'Hà Giang'],
  '11': ['Điện Biên'],
  '12': ['Lai Châu'],
  '14': ['Sơn La'],
  '15': ['Lào Cai', 'Yên Bái'],
  '19': ['Thái Nguyên', 'Bắc Kạn', 'Bắc Cạn'],
  '20': ['Lạng Sơn'],
  '22': ['Quảng Ninh'],
  '24': ['Bắc Ninh', 'Bắc Giang'],
  '25': ['Phú Thọ', 'Hòa Bình', 'Vĩnh Phúc'],
  '31': ['Hải Phòng', 'Hải Dương'],
  '33': ['Hưng Yên', 'Thái Bình'],
  '37': ['Ninh Bình', 'Hà Nam', 'Nam Định'],
  '38': ['Thanh Hóa'],
  '40': ['Nghệ An'],
  '42': ['Hà Tĩnh'],
  '44': ['Quảng Trị', 'Quảng Bình'],
  '46': ['Huế', 'Thừa Thiên Huế', 'Thừa Thiên - Huế'],
  '48': ['Đà Nẵng', 'Quảng Nam'],
  '51': ['Quảng Ngãi', 'Kon Tum'],
  '52': ['Gia Lai', 'Bình Định'],
  '56': ['Khánh Hòa', 'Ninh Thuận'],
  '66': ['Đắk Lắk', 'Phú Yên'],
  '68': ['Lâm Đồng', 'Đắk Nông', 'Bình Thuận'],
  '75': ['Đồng Nai', 'Bình Phước'],
  '79': ['Hồ Chí Minh', 'Bình Dương', 'Bà Rịa - Vũng Tàu', 'HCM', 'Sài Gòn', 'BRVT'],
  '80': ['Tây Ninh', 'Long An'],
  '82': ['Đồng Tháp', 'Tiền Giang'],
  '86': ['Vĩnh Long', 'Bến Tre', 'Trà Vinh'],
  '91': ['An Giang', 'Kiên Giang'],
  '92': ['Cần Thơ', 'Sóc Trăng', 'Hậu Giang'],
  '96': ['Cà Mau', 'Bạc Liêu'],
};

export interface Province {
  code: string;
  /** The name that was matched, which may be a former one. */
  name: string;
}

/** Names of provinces differ even without marks, so spelling (Đắk Lăk, Daklak) need not matter. */
const provinceKey = (name: string) =>
  fold(name)
    .replace(/^(?:tinh|thanh pho|tp)[. ]\s*|[^a-z0-9]/g, '')
    .replace(/^tphcm$/, 'hcm');

const BY_KEY = new Map(
  Object.entries(PROVINCES).flatMap(([code, names]) =>
    names.map((name) => [provinceKey(name), { code, name }] as const),
  ),
);

/** The province of a name, present or former; undefined for any other text. */
export function provinceOf(name: string): Province | undefined {
  return BY_KEY.get(provinceKey(name));
}

/** Present name of a province. */
export function provinceName(code: string): string {
  return PROVINCES[code]?.[0] ?? code;
}
