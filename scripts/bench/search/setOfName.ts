/** Criteria set of a product by the words that its name begins with or holds; the bench needs one, the register states it. */
const SETS: readonly [words: RegExp, set: number][] = [
  [/du lịch|homestay|ecohost/, 26],
  [/rượu|mỹ tửu/, 15],
  [/cà phê|coffee|ca cao|socola/, 13],
  [/^(chè|trà xanh|trà shan|trà đinh)|shan tuyết|trà bát tiên/, 11],
  [/trà/, 12],
  [/nước uống đóng chai|nước khoáng/, 16],
  [/^nước (ép|uống|cốt|giải khát)|siro/, 17],
  [/nước mắm|mắm|tương|giấm|nước ớt|dầu (mè|đậu|phộng|sở)/, 9],
  [/tỏi|muối|hành|tiêu|đường/, 10],
  [/tinh dầu|nhang|hương trầm|quế/, 20],
  [/đông trùng|cao |viên nang|linh chi|curcumin|sâm/, 18],
  [/mặt nạ|nước súc miệng|nước rửa|dung dịch/, 19],
  [/đan|mây|gỗ|tượng|tranh|thổ cẩm|nón|bát đĩa|ngọc trai|đũa|đèn|xơ mướp/, 21],
  [/mật ong|yến sào/, 4],
  [/gạo|nếp|ngũ cốc/, 3],
  [/bánh|bún|miến|mỳ|mì|phở|hủ tiếu|cốm|cơm cháy/, 6],
  [/sấy|mứt|kẹo|hạt điều|hạt sen|bột|long nhãn|tinh bột|mắc ca/, 7],
  [/giò|chả|nem|lạp|thịt .*(kho|sấy|treo|sào|hun)|ruốc|khô |trứng .*nướng/, 8],
  [/thịt|cá|tôm|mực|trứng|hàu|vịt/, 2],
  [
    /bưởi|cam|xoài|vải|nhãn|ổi|quýt|mận|lê|chuối|táo|sầu riêng|dâu|rau|cải|nấm|măng|nho|na|dưa|hồng|chanh|khoai|cà chua/,
    1,
  ],
];

/** The set that a name tells, 0 where it tells none. */
export function setOfName(name: string): number {
  const lower = name.normalize('NFC').toLowerCase();
  return SETS.find(([words]) => words.test(lower))?.[1] ?? 0;
}
