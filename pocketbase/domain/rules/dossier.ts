/**
 * The dossier of one product in one round (Decision 26/2026/QĐ-TTg Art. 6 and Annex III; domain facts 1.10): what the producer files, what
 * the commune adds, and what the province adds when it asks for five stars. Which evidence a set or case can do without is inference from
 * the criteria of the sets; the office may settle any line otherwise.
 */

/** Where a line of the checklist stands. */
export type DossierState = 'present' | 'missing' | 'not_needed';
/** Who brings it. */
export type DossierPart = 'producer' | 'evidence' | 'commune' | 'province';
type Case = '' | 'first' | 'upgrade' | 're_evaluation';

interface Paper {
  item: string;
  part: DossierPart;
  label: string;
}

/** A line of the checklist, and whether this case and set need it unless the office says otherwise. */
export interface DossierLine extends Paper {
  isNeeded: boolean;
}

/** A line as it is kept: only what the office said of it. */
export interface KeptLine {
  item: string;
  state: DossierState;
  note: string;
}

/** The set of tourism: no samples, nothing that is packed or labelled. */
const TOURISM_SET = 26;

/** In the order of the decision. */
const PAPERS: readonly Paper[] = [
  { item: 'form01', part: 'producer', label: 'Phiếu đăng ký (mẫu số 01)' },
  { item: 'form02', part: 'producer', label: 'Bản tự đánh giá (mẫu số 02)' },
  { item: 'licence', part: 'evidence', label: 'Giấy đăng ký kinh doanh hoặc giấy tờ tương đương' },
  { item: 'facility', part: 'evidence', label: 'Giấy chứng nhận cơ sở đủ điều kiện, an toàn thực phẩm' },
  { item: 'origin', part: 'evidence', label: 'Nguồn gốc nguyên liệu, hợp đồng liên kết' },
  { item: 'environment', part: 'evidence', label: 'Bảo vệ môi trường' },
  { item: 'labour', part: 'evidence', label: 'Danh sách lao động' },
  { item: 'growth', part: 'evidence', label: 'Tăng trưởng sản xuất, kinh doanh' },
  { item: 'property', part: 'evidence', label: 'Sở hữu trí tuệ' },
  { item: 'market', part: 'evidence', label: 'Hợp đồng tiêu thụ, phân phối' },
  { item: 'promotion', part: 'evidence', label: 'Quảng bá, xúc tiến thương mại' },
  { item: 'story', part: 'evidence', label: 'Câu chuyện sản phẩm' },
  { item: 'declaration', part: 'evidence', label: 'Công bố chất lượng' },
  { item: 'test_report', part: 'evidence', label: 'Phiếu kết quả kiểm nghiệm' },
  { item: 'barcode', part: 'evidence', label: 'Mã vạch, tem truy xuất' },
  { item: 'quality_system', part: 'evidence', label: 'Chứng nhận hệ thống quản lý chất lượng' },
  { item: 'awards', part: 'evidence', label: 'Giải thưởng, giấy khen' },
  { item: 'former', part: 'evidence', label: 'Giấy chứng nhận OCOP đang có' },
  { item: 'proposal', part: 'commune', label: 'Văn bản đề nghị của xã' },
  { item: 'form03', part: 'commune', label: 'Báo cáo kiểm tra của xã (mẫu số 03)' },
  { item: 'samples', part: 'commune', label: '5 mẫu sản phẩm' },
  { item: 'central_proposal', part: 'province', label: 'Văn bản đề nghị Trung ương' },
  { item: 'advisory_report', part: 'province', label: 'Báo cáo của Tổ tư vấn' },
  { item: 'council_report', part: 'province', label: 'Báo cáo của Hội đồng cấp tỉnh' },
  { item: 'chair_decision', part: 'province', label: 'Quyết định phê duyệt kết quả của Chủ tịch UBND tỉnh' },
  { item: 'more_tests', part: 'province', label: 'Kết quả kiểm nghiệm bổ sung' },
];

const NOT_FOR_TOURISM = ['samples', 'declaration', 'test_report', 'barcode'];
/** What a producer may have, and need not. */
const OPTIONAL = ['awards', 'quality_system'];

function isNeeded({ item, part }: Paper, kase: Case, set: number, band: number): boolean {
  if (part === 'province') return band === 5;
  if (OPTIONAL.indexOf(item) >= 0) return false;
  if (item === 'former') return kase === 'upgrade' || kase === 're_evaluation';
  return set !== TOURISM_SET || NOT_FOR_TOURISM.indexOf(item) < 0;
}

/** The checklist of a case and set; `band` is the star by points alone, 0 while it is not known. */
export function dossierLines(kase: Case, set: number, band: number): DossierLine[] {
  return PAPERS.map((paper) => ({ ...paper, isNeeded: isNeeded(paper, kase, set, band) }));
}

/** What stands at a line: the office's word, else missing where it is needed. */
export function dossierStateOf(line: DossierLine, kept: readonly KeptLine[]): DossierState {
  for (const each of kept) if (each.item === line.item) return each.state;
  return line.isNeeded ? 'missing' : 'not_needed';
}

/** Lines that are needed and not there. */
export function missingPapers(lines: readonly DossierLine[], kept: readonly KeptLine[]): DossierLine[] {
  return lines.filter((line) => dossierStateOf(line, kept) === 'missing');
}
