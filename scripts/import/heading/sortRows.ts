import type { SkippedRow } from '#domain/importReport.ts';
import { fold } from '#domain/rules/fold.ts';
import { cellText, isBlank, type Merge, type Row } from '../read/sheet.ts';
import { type Heading, isNumbering } from './findHeading.ts';

/** A row of data, and the title under which it stands ("II. Huyện Ba Chẽ"). */
export interface DataRow extends Row {
  section: string;
}

export interface SortedRows {
  data: DataRow[];
  skipped: SkippedRow[];
}

const TOTAL = /^(?:tong(?: cong| so)?|cong)\b(?! ty)/;
const FOOTER = /^(?:nguoi lap|ghi chu|noi nhan|thu truong|ky ten|xac nhan|.{0,20},? ngay \d{0,2} ?thang)/;
/** With their marks: "Tinh dầu" and "Nấm" are goods, "Tỉnh" and "Năm" are titles, and "HTX" is no "H. TX". */
const SECTION =
  /^(?:(?:[ivx]+|[a-h]|\d+)[.)\s]+)?(?:(?:huyện|thị xã|thành phố|xã|phường|quận|nhóm|ngành|đợt|tỉnh|đặc khu)(?!\p{L})|(?:tp|tx)[.\s]|năm \d{4})/u;
/** The same words in a list without any marks, where an ordinal stands before them. */
const BARE_SECTION =
  /^(?:[ivx]+|[a-h]|\d+)[.)\s]+(?:huyen|thi xa|thanh pho|tp|tx|xa|phuong|quan|nhom|nganh|dot|tinh|dac khu)\b/;
const ORDINAL = /^\(?(?:[ivxlc]+|[a-h]|\d{1,4})[.)]*$/i;

function reasonToSkip(
  row: Row,
  heads: ReadonlySet<string>,
  merges: readonly Merge[],
): { why: string; section?: string } | null {
  const texts = row.cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim());
  const distinct = [...new Set(texts)];
  const same = texts.filter((text) => heads.has(text.toLowerCase())).length;
  if (heads.size >= 3 && same >= Math.max(3, texts.length * 0.8)) return { why: 'Dòng tiêu đề lặp lại.' };
  if (isNumbering(row)) return { why: 'Dòng đánh số cột.' };
  const words = distinct.filter((text) => !ORDINAL.test(text));
  const [only = ''] = words;
  const folded = fold(only);
  if (TOTAL.test(folded) && (words.length === 1 || distinct.slice(1).every((text) => /^[\d.,%\s]+$/.test(text))))
    return { why: 'Dòng tổng cộng.' };
  if (words.length !== 1) return null;
  if (FOOTER.test(folded)) return { why: 'Dòng cuối bảng.' };
  const merged = merges.some(
    (each) => each.top === row.number && each.bottom === row.number && each.right - each.left >= 2,
  );
  const isTitle = SECTION.test(only.normalize('NFC').toLowerCase()) || BARE_SECTION.test(only.toLowerCase());
  if (merged || isTitle) return { why: 'Dòng tiêu đề nhóm.', section: only };
  return null;
}

/** Parts the rows under a heading into records and the rest, each of the rest with its reason. */
export function sortRows(rows: readonly Row[], heading: Heading, merges: readonly Merge[]): SortedRows {
  const sorted: SortedRows = { data: [], skipped: [] };
  let section = '';
  // A heading that comes again is a copy of the first: exports repeat it page by page.
  const heads = new Set(heading.columns.flat().map((line) => line.toLowerCase()));
  for (const row of rows) {
    if (row.number <= heading.last || row.cells.every(isBlank)) continue;
    const skip = reasonToSkip(row, heads, merges);
    if (skip === null) {
      sorted.data.push({ ...row, section });
      continue;
    }
    section = skip.section ?? section;
    const text = row.cells
      .map(cellText)
      .filter((each) => each.trim() !== '')
      .join(' | ')
      .slice(0, 120);
    sorted.skipped.push({ number: row.number, text, why: skip.why });
  }
  return sorted;
}
