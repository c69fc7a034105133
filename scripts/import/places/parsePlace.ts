import { tidyLine } from '../cells/text.ts';
import { provinceOf } from './provinces.ts';

/** An address taken apart. Texts are without their kind ("xã"); empty where the address does not say. */
export interface PlaceParts {
  province: string;
  district: string;
  commune: string;
  /** The kind before the commune's name: xã, phường, thị trấn, đặc khu. */
  communeKind: string;
  /** Names without any kind, from small to large: `Liên Chung, Tân Yên`. */
  bare: string[];
  /** Whether columns for places say this, not an address that may hold anything. */
  fromColumns: boolean;
}

type Level = 'commune' | 'district' | 'province' | 'rest';

/** What may stand before a name, with its level; house, road and hamlet are `rest`. Longer ones first; a dot or a capital may follow directly (`TP.Pleiku`, `xãBình`). */
const KINDS: readonly { words: readonly string[]; level: Level; kind: string }[] = [
  { words: ['thị trấn', 'tt'], level: 'commune', kind: 'thị trấn' },
  { words: ['đặc khu'], level: 'commune', kind: 'đặc khu' },
  { words: ['xã', 'x'], level: 'commune', kind: 'xã' },
  { words: ['phường', 'p'], level: 'commune', kind: 'phường' },
  { words: ['thị xã', 'tx'], level: 'district', kind: 'thị xã' },
  { words: ['thành phố', 'tp'], level: 'district', kind: 'thành phố' },
  { words: ['huyện', 'h'], level: 'district', kind: 'huyện' },
  { words: ['quận', 'q'], level: 'district', kind: 'quận' },
  { words: ['tỉnh', 't'], level: 'province', kind: 'tỉnh' },
  {
    words: [
      'thôn',
      'ấp',
      'khóm',
      'tổ',
      'bản',
      'buôn',
      'làng',
      'khu',
      'khu phố',
      'kp',
      'tiểu khu',
      'xóm',
      'số',
      'đường',
      'phố',
      'ngõ',
    ],
    level: 'rest',
    kind: '',
  },
];

const PREFIXES = KINDS.flatMap(({ words, level, kind }) => words.map((word) => ({ word, level, kind }))).sort(
  (a, b) => b.word.length - a.word.length,
);

interface Segment {
  level: Level | 'bare';
  kind: string;
  name: string;
}

/** Whether the word is really a prefix here: a space, dot, digit or capital follows; one letter needs its dot. */
function nameAfter(segment: string, word: string): string | null {
  if (segment.slice(0, word.length).toLowerCase() !== word) return null;
  const rest = segment.slice(word.length);
  if (word.length === 1 ? !/^\s*\./.test(rest) : !/^(?:[\s.]|\d|\p{Lu})/u.test(rest)) return null;
  return rest.replace(/^[\s.]+/, '');
}

function segmentOf(text: string): Segment {
  const segment = text
    .replace(/^(?:nay là|thuộc|tại|ở)\s+/i, '')
    .replace(/\s*\(cũ\)\s*/gi, ' ')
    .trim();
  for (const { word, level, kind } of PREFIXES) {
    const name = nameAfter(segment, word);
    if (name === null || name === '') continue;
    const asProvince = level === 'district' && kind === 'thành phố' && provinceOf(name) !== undefined && isCity(name);
    return { level: asProvince ? 'province' : level, kind, name };
  }
  return { level: 'bare', kind: '', name: segment };
}

/** Cities that are provinces: only they have no province after them. */
function isCity(name: string): boolean {
  return (
    /^(?:01|31|48|79|92|75|46)$/.test(provinceOf(name)?.code ?? '') &&
    /^(?:hà nội|hải phòng|đà nẵng|hồ chí minh|hcm|cần thơ|huế|đồng nai)$/i.test(name)
  );
}

/** Commas part an address; without any, dashes with a space on one side do (a hamlet may be called `Bao La - Đức Nhuận`). */
function split(text: string): string[] {
  const parts = /[,;]/.test(text) ? text.split(/[,;]/) : text.split(/\s+[-–—]\s*|\s*[-–—]\s+/);
  return parts.map((part) => part.trim().replace(/[.\s]+$/, '')).filter((part) => part !== '');
}

/** Takes an address apart by the kinds written in it; names without a kind are left for the table of places. */
export function parsePlace(text: string): PlaceParts {
  const parts: PlaceParts = { province: '', district: '', commune: '', communeKind: '', bare: [], fromColumns: false };
  const segments = split(tidyLine(text)).map(segmentOf);
  const last = segments.at(-1);
  // "Tân Yên, Bắc Giang": what ends an address with a province's name is that province, unless it stands alone.
  if (last?.level === 'bare' && segments.length > 1 && provinceOf(last.name) !== undefined) last.level = 'province';
  for (const { level, kind, name } of segments) {
    if (level === 'bare') parts.bare.push(name);
    else if (level === 'commune' && parts.commune === '') Object.assign(parts, { commune: name, communeKind: kind });
    else if (level === 'district' && parts.district === '') parts.district = name;
    else if (level === 'province') parts.province = name;
  }
  return parts;
}

/** The cells of a row that say where it is; a column's own meaning goes before what its text looks like. */
export function placeOfCells(cells: {
  commune: string;
  district: string;
  province: string;
  address: string;
}): PlaceParts {
  const commune = parsePlace(cells.commune);
  const district = parsePlace(cells.district);
  const address = parsePlace(cells.address);
  const bareCommune = commune.bare.length === 1 && commune.district === '' ? commune.bare : [];
  const [communeName = ''] = [commune.commune, ...bareCommune, address.commune].filter((name) => name !== '');
  const [districtName = ''] = [district.district, ...district.bare, commune.district, address.district].filter(
    (name) => name !== '',
  );
  const province =
    cells.province.trim() === '' ? district.province || commune.province || address.province : cells.province;
  const fromColumns = cells.commune.trim() !== '' || cells.district.trim() !== '';
  return {
    province: tidyLine(province).replace(/^(?:tỉnh|thành phố|tp\.?)\s+/i, ''),
    district: districtName,
    commune: communeName,
    communeKind: commune.communeKind || (commune.commune === '' && bareCommune.length === 0 ? address.communeKind : ''),
    bare: bareCommune.length > 0 ? [] : [...commune.bare, ...(fromColumns ? [] : address.bare)],
    fromColumns,
  };
}
