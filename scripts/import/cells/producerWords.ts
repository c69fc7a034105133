import type { ProducerKind } from '#domain/producer.ts';

/** Words of legal forms at the start of a producer's name, folded. The first that fits counts, so longer ones come first. */
export const LEGAL_FORMS: readonly { pattern: RegExp; kind: ProducerKind; form: string }[] = [
  {
    pattern:
      /^(?:cong ty|cty|c\.ty) (?:tnhh|trach nhiem huu han)(?: (?:mtv|tv|\d ?tv|mot thanh vien|hai thanh vien(?: tro len)?))?\b/,
    kind: 'company',
    form: 'tnhh',
  },
  { pattern: /^(?:(?:cong ty|cty|c\.ty) (?:co phan|cp)|ctcp)\b/, kind: 'company', form: 'cp' },
  { pattern: /^(?:doanh nghiep tu nhan|dntn|dn tu nhan)\b/, kind: 'company', form: 'dntn' },
  {
    pattern: /^(?:cong ty|cty|c\.ty|doanh nghiep|xi nghiep|nha may|tap doan|tong cong ty)\b/,
    kind: 'company',
    form: '',
  },
  { pattern: /^(?:lien hiep (?:hop tac xa|htx))\b/, kind: 'cooperative', form: 'lhhtx' },
  { pattern: /^(?:hop tac xa|htx)(?=dvnn|nn|dv|sx|tm|\b)/, kind: 'cooperative', form: '' },
  { pattern: /^(?:to hop tac|tht)\b/, kind: 'cooperative_group', form: '' },
  {
    pattern:
      /^(?:ho kinh doanh(?: ca the)?|hkd|ho sxkd|ho san xuat(?:,? (?:va )?kinh doanh)?|ho gia dinh|ho ca the|ho (?:ong|ba|anh|chi)|ho)\b/,
    kind: 'household',
    form: '',
  },
  { pattern: /^(?:trang trai)\b/, kind: 'farm', form: '' },
  {
    pattern:
      /^(?:co so|cs|lang nghe|nha hang|trung tam|hiep hoi|hoi|vien|ban quan ly|khu du lich|diem du lich|homestay)\b/,
    kind: 'other',
    form: '',
  },
];

/** Slips of the keyboard in words that every name has; each is as certain as its spelling is impossible. */
export const SLIPS: readonly [RegExp, string][] = [
  [/cổ phẩn/giu, 'cổ phần'],
  [/(?<!\p{L})NTHH(?!\p{L})/gu, 'TNHH'],
  [/TNHH(?=[A-Z]{2})/gu, 'TNHH '],
  [/(?<!\p{L})cở sở(?!\p{L})/giu, 'Cơ sở'],
  [/(?<!\p{L})kộ(?= kinh doanh| sản xuất)/giu, 'Hộ'],
  [/(kinh doanh)(?: kinh doanh)+/giu, '$1'],
];

/** Abbreviations inside names, by tone key. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  sx: 'sản xuất',
  kd: 'kinh doanh',
  sxkd: 'sản xuất kinh doanh',
  dv: 'dịch vụ',
  tm: 'thương mại',
  tmdv: 'thương mại dịch vụ',
  sxtm: 'sản xuất thương mại',
  sxtmdv: 'sản xuất thương mại dịch vụ',
  dvtm: 'dịch vụ thương mại',
  nn: 'nông nghiệp',
  dvnn: 'dịch vụ nông nghiệp',
  xnk: 'xuất nhập khẩu',
  cb: 'chế biến',
  xd: 'xây dựng',
  cnc: 'công nghệ cao',
  ntts: 'nuôi trồng thủy sản',
  vlxd: 'vật liệu xây dựng',
  mtv: '',
  và: '',
};

/** Family names: with one of them first, a few capitalised words may be a person. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương lâm đoàn mai trịnh đào cao tạ tô tăng hà châu
  quách thái lưu phùng vương từ kiều la thạch sơn kim chu tống triệu lò lường quàng vàng giàng nông bế ma vi sầm lộc lục diệp văn
  chương tiêu mạc khổng doãn nghiêm thân lại giáp ninh phó bạch âu ông trà đàm đồng hứa lương lữ mạch nhan phí quan sử tôn trang ung
  viên y hầu thào sùng vừ lầu mùa cư hạng chảo tẩn phàn chẻo lù cứ thạc danh neáng kha khúc cù cung cấn chử`.split(
    /\s+/,
  ),
);
