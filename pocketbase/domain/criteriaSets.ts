/**
 * The 26 criteria sets of Decision 26/2026/QĐ-TTg (Annex I): six sectors, 17 groups. The set's number is the stable key; names are as
 * in the decision, shortened only where it lists examples.
 */

export const SECTORS = {
  1: 'Thực phẩm',
  2: 'Đồ uống',
  3: 'Dược liệu và sản phẩm từ dược liệu',
  4: 'Hàng thủ công mỹ nghệ',
  5: 'Sinh vật cảnh',
  6: 'Dịch vụ du lịch',
} as const;
export type SectorNumber = keyof typeof SECTORS;

/** Group → its name and sector. Numbered through all sectors, in the decision's order. */
export const PRODUCT_GROUPS = {
  1: { sector: 1, name: 'Thực phẩm tươi sống' },
  2: { sector: 1, name: 'Thực phẩm thô, sơ chế' },
  3: { sector: 1, name: 'Thực phẩm chế biến' },
  4: { sector: 1, name: 'Gia vị' },
  5: { sector: 1, name: 'Chè' },
  6: { sector: 1, name: 'Cà phê, ca cao' },
  7: { sector: 2, name: 'Đồ uống có cồn' },
  8: { sector: 2, name: 'Đồ uống không cồn' },
  9: { sector: 3, name: 'Thực phẩm chức năng, thuốc' },
  10: { sector: 3, name: 'Mỹ phẩm từ dược liệu' },
  11: { sector: 3, name: 'Tinh dầu và dược liệu khác' },
  12: { sector: 4, name: 'Thủ công mỹ nghệ' },
  13: { sector: 4, name: 'Vải, may mặc' },
  14: { sector: 5, name: 'Hoa' },
  15: { sector: 5, name: 'Cây cảnh' },
  16: { sector: 5, name: 'Động vật cảnh' },
  17: { sector: 6, name: 'Du lịch cộng đồng, sinh thái' },
} as const;
export type GroupNumber = keyof typeof PRODUCT_GROUPS;

export const CRITERIA_SETS = {
  1: { group: 1, name: 'Rau, củ, quả, hạt tươi' },
  2: { group: 1, name: 'Thịt, thủy sản, trứng, sữa tươi' },
  3: { group: 2, name: 'Gạo, ngũ cốc, hạt sơ chế khác' },
  4: { group: 2, name: 'Mật ong, mật khác và nông sản thực phẩm khác' },
  5: { group: 3, name: 'Đồ ăn nhanh' },
  6: { group: 3, name: 'Chế biến từ gạo, ngũ cốc' },
  7: { group: 3, name: 'Chế biến từ rau, củ, quả, hạt' },
  8: { group: 3, name: 'Chế biến từ thịt, thủy sản, trứng, sữa, mật ong' },
  9: { group: 4, name: 'Tương, nước mắm, gia vị dạng lỏng khác' },
  10: { group: 4, name: 'Gia vị khác (muối, hành, tỏi, tiêu)' },
  11: { group: 5, name: 'Chè tươi, chè chế biến' },
  12: { group: 5, name: 'Sản phẩm trà từ thực vật khác' },
  13: { group: 6, name: 'Sản phẩm cà phê, ca cao' },
  14: { group: 7, name: 'Rượu trắng' },
  15: { group: 7, name: 'Đồ uống có cồn khác' },
  16: { group: 8, name: 'Nước khoáng thiên nhiên, nước uống đóng chai' },
  17: { group: 8, name: 'Đồ uống không cồn khác' },
  18: { group: 9, name: 'Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền' },
  19: { group: 10, name: 'Mỹ phẩm có thành phần từ dược liệu' },
  20: { group: 11, name: 'Tinh dầu và dược liệu khác' },
  21: { group: 12, name: 'Thủ công mỹ nghệ gia dụng, trang trí' },
  22: { group: 13, name: 'Vải, may mặc' },
  23: { group: 14, name: 'Hoa' },
  24: { group: 15, name: 'Cây cảnh' },
  25: { group: 16, name: 'Động vật cảnh' },
  26: { group: 17, name: 'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch' },
} as const;
export type CriteriaSetNumber = keyof typeof CRITERIA_SETS;

/** A set with its group and sector. */
export interface CriteriaSet {
  number: CriteriaSetNumber;
  name: string;
  group: GroupNumber;
  groupName: string;
  sector: SectorNumber;
  sectorName: string;
}

/** The set of a number; undefined for 0 (not stated) and whatever the decision does not have. */
export function criteriaSet(number: number): CriteriaSet | undefined {
  if (!(number in CRITERIA_SETS)) return undefined;
  const known = number as CriteriaSetNumber;
  const { group, name } = CRITERIA_SETS[known];
  const { sector, name: groupName } = PRODUCT_GROUPS[group];
  return { number: known, name, group, groupName, sector, sectorName: SECTORS[sector] };
}
