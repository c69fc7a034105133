/** Properties of dry runs over generated lists of every kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportReport } from '#scripts/import/plan/report.ts';
import type { Existing } from '#scripts/import/plan/workingSet.ts';
import type { Cell, Sheet } from '#scripts/import/read/sheet.ts';
import { TARGETS, type TargetName } from '#scripts/import/targets/fields.ts';
import { cases, HEADINGS, sheetOf, TIMEOUT } from './generated.ts';
import { communes, otherwiseAgain, planned } from './planned.ts';

/** Each name is another firm's and another product's. */
const NAMES = [
  'Hoa Ban',
  'Suối Mơ',
  'Đồng Tâm',
  'Phú Quý',
  'Tân Lập',
  'Minh Khai',
  'Kim Liên',
  'Bảo Ngọc',
  'Thanh Hà',
  'Quyết Tiến',
  'Hồng Phong',
  'Ao Vua',
];
const existing: Existing = {
  producers: [
    { id: 'p0', name: 'HTX Hảo Đạt', kind: 'cooperative', commune: '' },
    ...NAMES.map((name, index) => ({ id: `q${index}`, name: `HTX ${name}`, kind: 'cooperative', commune: '' })),
  ],
  products: [
    { id: 'm0', name: 'Mật ong rừng', slug: 'mat-ong', producer: 'p0', state: 'approved' },
    ...NAMES.map((name, index) => ({
      id: `m${index + 1}`,
      name: `Trà ${name}`,
      slug: `tra-${index}`,
      producer: `q${index}`,
      state: 'draft',
    })),
  ],
  pack_variants: [{ id: 'v0', product: 'm0', net_contents: '500g', gtin: '' }],
  lots: [{ id: 'l0', variant: 'v0', lot_number: 'A-01', state: 'draft', trace_code: '', areas: [] }],
  growing_areas: [{ id: 'g0', code: 'VN-DTOR-0017', kind: 'export', producers: [] }],
  platforms: [{ id: 'f0', name: 'Voso', website: 'https://voso.vn' }],
  addresses: [{ id: 'a0', path: '/t/CU-0001', collection: 'products', record: 'm0', redirect: '' }],
};
const atHome = new Set(communes.filter((each) => each.province_code === '24').map(({ id }) => id));
/** What no import may write, and signs that no record may hold. */
const FORBIDDEN = /_public$|^consent_|^(?:trace_code|stamps_printed|recalled_at|revoked_on|id|version)$/;
const HIDDEN = /[\u200b\u202e\ufffd]|\\u000[0-8]/u;
const OTHER_PROVINCE = /Quảng Ninh|Nghệ An/;

function checkCounts({ counts, rows, skipped }: ImportReport, sheet: Sheet): void {
  const { created, changed, same, refused } = counts;
  expect(created + changed + same + refused).toBe(counts.rows);
  expect(counts.rows + skipped.length).toBeLessThanOrEqual(sheet.rows.length - 1);
  for (const row of rows) {
    expect(row.problems.length > 0).toBe(row.outcome === 'refused');
    if (row.outcome === 'refused' || row.outcome === 'same') expect(row.records).toEqual([]);
  }
}

function checkWritten({ rows }: ImportReport): void {
  for (const { collection, action, fields } of rows.flatMap((row) => row.records))
    for (const { field, new: value } of fields) {
      expect(field).not.toMatch(FORBIDDEN);
      expect(JSON.stringify(value)).not.toMatch(HIDDEN);
      if (field === 'commune') expect(atHome.has(String(value))).toBe(true);
      if (field === 'state') expect([collection, action, value]).toEqual([collection, 'create', 'draft']);
    }
}

/** A row that names another province is never taken. Fairs are: the office goes there. */
function checkProvince({ rows, mapping }: ImportReport, sheet: Sheet): void {
  const column = mapping.columns.find(({ field }) => field === 'province')?.index ?? -1;
  const stated = new Map(sheet.rows.map(({ number, cells }) => [number, String(cells[column] ?? '')]));
  for (const row of rows) if (OTHER_PROVINCE.test(stated.get(row.number) ?? '')) expect(row.outcome).toBe('refused');
}

/** What a report says of its rows, wherever their columns stand. */
const said = ({ rows }: ImportReport) =>
  rows.map(({ number, outcome, records, problems }) => [
    number,
    outcome,
    records,
    problems.map(({ question, status, why, offers }) => [question, status, why, offers]),
  ]);

function withColumns(sheet: Sheet, order: readonly number[]): Sheet {
  return {
    ...sheet,
    rows: sheet.rows.map(({ number, cells }) => ({ number, cells: order.map((index) => cells[index] ?? '') })),
  };
}

describe.each(Object.keys(TARGETS) as TargetName[])('dry run into %s', (target) => {
  const columns = HEADINGS[target].map((_, index) => index);
  const order = fc.shuffledSubarray(columns, { minLength: columns.length });

  test('one outcome a row, nothing public, no other province, and the same again wherever the columns stand', {
    timeout: TIMEOUT,
  }, () => {
    fc.assert(
      fc.property(sheetOf(target), order, (sheet, moved) => {
        const report = planned(sheet, target, existing);
        checkCounts(report, sheet);
        checkWritten(report);
        if (target !== 'fairs') checkProvince(report, sheet);
        expect(otherwiseAgain(report, sheet, target, existing)).toEqual([]);
        expect(said(planned(withColumns(sheet, moved), target, existing))).toEqual(said(report));
      }),
      cases(0.0005),
    );
  });
});

/** What tells a row's record from those of all other rows. */
const OWN: Readonly<Record<string, (name: string, index: number) => Cell>> = {
  'Tên sản phẩm': (name) => `Trà ${name}`,
  'Chủ thể': (name) => `HTX ${name}`,
  'Tên doanh nghiệp': (name) => `HTX ${name}`,
  'Tên điểm bán': (name) => `Cửa hàng ${name}`,
  'Tên hội chợ': (name) => `Hội chợ ${name}`,
  'Số lô': (_, index) => `L-${index}`,
  'Mã tem': (_, index) => `TEM-${index}`,
  'Số giấy': (_, index) => `G-${index}`,
  'Mã số vùng trồng': (_, index) => `VN-BGOR-${1000 + index}`,
  Sàn: () => 'Voso',
  Link: (_, index) => `https://voso.vn/${index}`,
  'Số QĐ': (_, index) => `${index + 1}/QĐ-UBND`,
};

describe.each((Object.keys(TARGETS) as TargetName[]).filter((target) => target !== 'evaluations'))(
  'rows of %s',
  (target) => {
    /** Rows about records of their own: namesakes are asked about by whoever comes later. */
    const apart = sheetOf(target).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ number, cells }, at) => ({
        number,
        cells: cells.map((each, index) =>
          at === 0 ? each : (OWN[HEADINGS[target][index] ?? '']?.(NAMES[at - 1] ?? '', at) ?? each),
        ),
      })),
    }));
    const bySameRow = (report: ImportReport, sheet: Sheet) => {
      const text = new Map(sheet.rows.map(({ number, cells }) => [number, JSON.stringify(cells)]));
      const plain = (records: unknown) => JSON.stringify(records).replace(/"\+\d+"/g, '"new"');
      return report.rows
        .map((row) =>
          [text.get(row.number), row.outcome, plain(row.records), row.problems.map(({ why }) => why).join()].join('\n'),
        )
        .toSorted();
    };

    test('come to the same in any order', { timeout: TIMEOUT }, () => {
      fc.assert(
        fc.property(apart, fc.infiniteStream(fc.nat()), (sheet, luck) => {
          const [heading, ...rest] = sheet.rows;
          if (heading === undefined) return;
          const shuffled = rest
            .map((row) => ({ row, at: luck.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ row }, index) => ({ number: index + 2, cells: row.cells }));
          const other = { ...sheet, rows: [heading, ...shuffled] };
          expect(bySameRow(planned(other, target, existing), other)).toEqual(
            bySameRow(planned(sheet, target, existing), sheet),
          );
        }),
        cases(0.0003),
      );
    });
  },
);
