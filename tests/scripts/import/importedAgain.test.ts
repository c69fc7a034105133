/** A file that is imported again comes to nothing: what `npm run fuzz` has found against it, and close lists made up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '#scripts/import/plan/report.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import type { Cell } from '#scripts/import/read/sheet.ts';
import type { TargetName } from '#scripts/import/targets/fields.ts';
import { seededCriteria } from '#scripts/seed/criteria.ts';
import { CLOSE, closeSheetOf, sheetOfCells } from './closeSheets.ts';
import { cases, TIMEOUT } from './generated.ts';
import { otherwiseAgain, planned } from './planned.ts';

const existing: Existing = {
  producers: [
    { id: 'p0', name: 'HTX Hảo Đạt', kind: 'cooperative', commune: '' },
    { id: 'p1', name: 'HTX Hoa Ban', kind: 'cooperative', commune: '' },
  ],
  products: [
    { id: 'm0', name: 'Mật ong rừng', slug: 'mat-ong', producer: 'p0', state: 'approved', criteria_set: 1 },
    { id: 'm1', name: 'Trà Hoa Ban', slug: 'tra', producer: 'p1', state: 'draft' },
  ],
  pack_variants: [{ id: 'v0', product: 'm0', net_contents: '500g', gtin: '' }],
  lots: [{ id: 'l0', variant: 'v0', lot_number: 'A-01', state: 'draft', trace_code: '', areas: [] }],
  growing_areas: [{ id: 'g0', code: 'VN-DTOR-0017', kind: 'export', producers: [] }],
  platforms: [{ id: 'f0', name: 'Voso', website: 'https://voso.vn' }],
  addresses: [{ id: 'a0', path: '/t/CU-0001', collection: 'products', record: 'm0', redirect: '' }],
  rounds: [
    { id: 'r1', name: 'Đợt 1', state: 'closed' },
    { id: 'r2', name: 'Đợt 2', state: 'open' },
  ],
  criteria: seededCriteria().filter(({ criteria_set }) => Number(criteria_set) < 3) as unknown as NonNullable<
    Existing['criteria']
  >,
  evaluations: [],
};

type Find = readonly [name: string, target: TargetName, heading: readonly string[], rows: Cell[][], comesTo: Outcome[]];

const PAPER = ['Chủ thể', 'Tên sản phẩm', 'Loại chứng nhận', 'Số giấy'];
const LOT = ['Tên sản phẩm', 'Chủ thể', 'Quy cách', 'Số lô'];
const honey = ['Mật ong rừng', 'HTX Hảo Đạt'];

const FINDS: readonly Find[] = [
  [
    'a paper without a number, then one of the same kind with the number 0',
    'certificates',
    PAPER,
    [
      ['HTX Hảo Đạt', 'Mật ong rừng', 'HACCP', ''],
      ['HTX Hảo Đạt', 'Mật ong rừng', 'HACCP', 0],
    ],
    ['created', 'created'],
  ],
  [
    'a paper without a number between two with theirs: which of them is asked',
    'certificates',
    PAPER,
    [
      ['HTX Hảo Đạt', '', 'HACCP', 'H-1'],
      ['HTX Hảo Đạt', '', 'HACCP', ''],
      ['HTX Hảo Đạt', '', 'HACCP', 'H-2'],
    ],
    ['created', 'refused', 'created'],
  ],
  [
    'two papers of no known kind, by their names alone',
    'certificates',
    PAPER,
    [
      ['HTX Hảo Đạt', '', 'Halal', ''],
      ['HTX Hảo Đạt', '', 'Kosher', ''],
    ],
    ['created', 'created'],
  ],
  [
    'the paper of a person of whom the list tells no place',
    'certificates',
    PAPER,
    [['Hộ Trần Thị Bình', '', 'VietGAP', 'V-1']],
    ['created'],
  ],
  [
    'a person whose commune is but a comma',
    'producers',
    ['Tên doanh nghiệp', 'Xã'],
    [['Hộ Trần Thị Bình', ',']],
    ['created'],
  ],
  [
    'a person by name, then one with a phone: whether they are one is asked',
    'producers',
    ['Tên doanh nghiệp', 'Điện thoại'],
    [
      ['Hộ Trần Thị Bình', ''],
      ['Hộ Trần Thị Bình', '0912345678'],
    ],
    ['refused', 'created'],
  ],
  [
    'a lot without its pack, then one of a new pack',
    'lots',
    LOT,
    [
      [...honey, '', 'C-03'],
      [...honey, 'Chai 1 lít', 'D-04'],
    ],
    ['created', 'created'],
  ],
  [
    'a lot without its pack, then its number in another pack: which of them is asked',
    'lots',
    [...LOT, 'HSD'],
    [
      [...honey, '', 'C-03', '2027'],
      [...honey, 'Chai 1 lít', 'C-03', '2027'],
    ],
    ['refused', 'created'],
  ],
  [
    'a fair without a day, then two of its name: which of them is asked',
    'fairs',
    ['Tên hội chợ', 'Từ ngày'],
    [
      ['Tuần hàng', ''],
      ['Tuần hàng', '3/2024'],
      ['Tuần hàng', '1/2/2025'],
    ],
    ['refused', 'created', 'created'],
  ],
  [
    'a growing area whose market says its kind, then another kind in words',
    'growing_areas',
    ['Mã số vùng trồng', 'Loại', 'Thị trường'],
    [
      ['VN-BGOR-0201', '', 'trong nước'],
      ['VN-BGOR-0201', 'xuất khẩu', ''],
    ],
    ['created', 'refused'],
  ],
  [
    'a result without its set of criteria, then with it',
    'evaluations',
    ['Tên sản phẩm', 'Bộ', '1.1'],
    [
      ['Trà Hoa Ban', '', ''],
      ['Trà Hoa Ban', 2, ''],
    ],
    ['refused', 'refused'],
  ],
  [
    'a recognition by its year, then by its day',
    'products',
    ['Tên sản phẩm', 'Chủ thể', 'Sao', 'Ngày quyết định'],
    [
      [...honey, 4, '2024'],
      [...honey, 4, '6/3/2024'],
    ],
    ['changed', 'same'],
  ],
];

describe('a find', () => {
  test.each(FINDS)('%s', (_, target, heading, rows, comesTo) => {
    const sheet = sheetOfCells([heading, ...rows]);
    const report = planned(sheet, target, existing);
    expect(report.rows.map((row) => row.outcome)).toEqual(comesTo);
    expect(otherwiseAgain(report, sheet, target, existing)).toEqual([]);
  });
});

describe('a row that only a later row makes unclear', () => {
  const sheet = sheetOfCells([PAPER, ...['H-1', '', 'H-2'].map((number) => ['HTX Hảo Đạt', '', 'HACCP', number])]);
  const unclear = (answers = {}) => planned(sheet, 'certificates', existing, answers);

  test('is asked about in the words of the next import', () => {
    expect(unclear().rows[1]?.problems).toMatchObject([
      { question: 'certificate_match', status: 'ask', offers: ['Số H-1', 'Số H-2', 'Chứng nhận mới'] },
    ]);
  });

  test('is settled by the answer', () => {
    const report = unclear({ '3:certificate_match': { choose: 0, offer: 'Số H-1' } });
    expect(report.rows.map((row) => row.outcome)).toEqual(['created', 'same', 'created']);
    expect(report.unusedAnswers).toEqual([]);
  });

  test('has to say more where the answer is one that nothing would tell from the others', () => {
    const [, row] = unclear({ '3:certificate_match': { choose: 2, offer: 'Chứng nhận mới' } }).rows;
    expect(row?.problems.map(({ question, why }) => [question, why])).toEqual([
      ['again', 'Nhập lại tệp này sẽ tạo thêm một bản ghi nữa: hãy ghi rõ hơn (số, ngày hoặc nơi).'],
    ]);
  });
});

describe.each(Object.keys(CLOSE) as TargetName[])('close rows of %s', (target) => {
  test('are the same when they are imported again', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(closeSheetOf(target), (sheet) => {
        const report = planned(sheet, target, existing);
        expect(otherwiseAgain(report, sheet, target, existing)).toEqual([]);
      }),
      cases(0.003),
    );
  });
});
