/** Properties over generated cells and sheets. IMPORT_CASES raises the number of cases. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPartialDay } from '#domain/rules/day.ts';
import { readDay, readSpan } from '#scripts/import/cells/readDay.ts';
import { readDecision } from '#scripts/import/cells/readDecision.ts';
import type { Reading } from '#scripts/import/cells/reading.ts';
import { readPhone } from '#scripts/import/cells/readPhone.ts';
import { readProducer } from '#scripts/import/cells/readProducer.ts';
import { readProductName } from '#scripts/import/cells/readProductName.ts';
import { readAmount, readQuantities } from '#scripts/import/cells/readQuantities.ts';
import { readScore } from '#scripts/import/cells/readScore.ts';
import { readStars } from '#scripts/import/cells/readStars.ts';
import { readYesNo } from '#scripts/import/cells/readYesNo.ts';
import { readLine } from '#scripts/import/cells/text.ts';
import { dryRun } from '#scripts/import/dryRun.ts';
import { mapSheet } from '#scripts/import/heading/mapSheet.ts';
import { parsePlace } from '#scripts/import/places/parsePlace.ts';
import { placeTable } from '#scripts/import/places/placeTable.ts';
import { readPlace } from '#scripts/import/places/readPlace.ts';
import { readSheets } from '#scripts/import/read/readSheets.ts';
import type { Cell, Sheet } from '#scripts/import/read/sheet.ts';
import { TARGETS, type TargetName } from '#scripts/import/targets/fields.ts';
import { applied } from './applied.ts';
import { communesOfSet } from './communes.ts';
import { inlineRows, rawWorkbook } from './workbook.ts';

const CASES = Number(process.env['IMPORT_CASES'] ?? 1_000);
const cases = (share = 1) => ({ numRuns: Math.max(20, Math.round(CASES * share)) });
/** Raised together with the cases. */
const TIMEOUT = 20_000 + CASES * 30;

const communes = communesOfSet('bac-ninh');
const table = placeTable(communes, '24');
const placeOf = (cell: Cell) => readPlace(parsePlace(String(cell)), table);

const READERS: Readonly<Record<string, (cell: Cell) => Reading<unknown>>> = {
  readLine,
  readStars,
  readScore,
  readAmount,
  readQuantities,
  readDay,
  readSpan,
  readDecision,
  readProducer,
  readProductName,
  readPhone,
  readYesNo,
  placeOf,
};

/** Pieces of which real cells are made, and what breaks programs. */
const PIECES =
  `3|sao|*|4,5|1.500|17,4 tỷ|12/QĐ-UBND|ngày|19/8/2020|6 - 11/2|tháng Chạp|2021|HTX|Công ty TNHH|Hộ|Nguyễn Thị Hoa|xã|huyện|TP.|
Vân Hà|Lục Ngạn|Quảng Ninh|Mật ong|(2019) 62|_|500g|-|–|,|;|/|.|(|)|0912345678|+84|có|x|gần|hơn|S¶n phÈm|saûn phaåm|Ð|\u00ad|\u200b|\u202e|\ufffd|
\u0000|<script>|=1+1|'; DROP TABLE|../../etc|%|😀|ﷺ|${'9'.repeat(400)}|${'.'.repeat(50)}|${'1,'.repeat(30)}`.split('|');
const pieces = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
  .chain((parts) => fc.constantFrom(' ', '', '  ', '\n').map((joint) => parts.join(joint)));
const text = fc.oneof(pieces, fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.oneof(fc.integer(), fc.double()) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>({ error: '#REF!' }, { day: '2021-01-27' }, { day: 'x' }, '') },
);

describe.each(Object.entries(READERS))('%s', (_, read) => {
  test('answers every cell, and says why when it asks or refuses', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(cell, (each) => {
        const reading = read(each);
        if (reading.status !== 'right') expect(reading.why).toMatch(/\p{L}{3}/u);
        if (reading.status === 'ask') for (const { label } of reading.candidates) expect(label).not.toBe('');
      }),
      cases(),
    );
  });

  test('reads composed and decomposed text alike', { timeout: TIMEOUT }, () => {
    const shown = (reading: Reading<unknown>) => JSON.stringify(reading).normalize('NFC');
    fc.assert(
      fc.property(pieces, (each) => {
        expect(shown(read(each.normalize('NFD')))).toBe(shown(read(each.normalize('NFC'))));
      }),
      cases(0.5),
    );
  });
});

test('a day that is read exists', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(cell, (each) => {
      const reading = readDay(each);
      if (reading.status === 'right') expect(isPartialDay(reading.value)).toBe(true);
    }),
    cases(),
  );
});

test('every day comes back from every way of writing it', { timeout: TIMEOUT }, () => {
  const written = fc.constantFrom<(day: string, month: string, year: string) => string>(
    (day, month, year) => `${day}/${month}/${year}`,
    (day, month, year) => `ngày ${Number(day)} tháng ${Number(month)} năm ${year}`,
    (day, month, year) => `${day}-${month}-${year}`,
    (day, month, year) => `${day}.${Number(month)}.${year}`,
    (day, month, year) => `Thứ hai, ${day}/${month}/${year} | 4:09:09 PM`,
    (day, month, year) => `${year}-${month}-${day}`,
  );
  const day = fc.date({ min: new Date('2013-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, written, (date, write) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', ofMonth = ''] = iso.split('-');
      expect(readDay(write(ofMonth, month, year))).toMatchObject({ status: 'right', value: iso });
    }),
    cases(),
  );
});

test('a number written the Vietnamese way comes back', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
      const written = hundredths === 0 ? grouped : `${grouped},${String(hundredths).padStart(2, '0')}`;
      expect(readAmount(written)).toMatchObject({
        status: 'right',
        value: Number(`${whole}.${String(hundredths).padStart(2, '0')}`),
      });
    }),
    cases(),
  );
});

const HEADINGS: Readonly<Record<TargetName, readonly string[]>> = {
  products: [
    'TT',
    'Tên sản phẩm',
    'Chủ thể',
    'Xã',
    'Địa chỉ',
    'Sao',
    'Điểm',
    'Số QĐ',
    'Ngày quyết định',
    'Năm',
    'Điện thoại',
    'Ghi chú',
  ],
  producers: ['TT', 'Tên doanh nghiệp', 'Loại hình', 'Xã', 'Điện thoại', 'Email', 'Kinh độ', 'Vĩ độ'],
  sales_points: ['TT', 'Tên điểm bán', 'Địa chỉ', 'Xã', 'Điện thoại', 'Biển hiệu', 'Ngày khai trương'],
  fairs: ['TT', 'Tên hội chợ', 'Thời gian', 'Địa điểm', 'Số gian hàng', 'Doanh thu'],
  lots: ['TT', 'Tên sản phẩm', 'Chủ thể', 'Quy cách', 'Số lô', 'NSX', 'HSD', 'Số lượng', 'Vùng trồng', 'Mã tem'],
  listings: ['TT', 'Tên sản phẩm', 'Chủ thể', 'Sàn', 'Link', 'Chủ gian hàng', 'Lên sàn từ', 'Mã tem'],
  certificates: [
    'TT',
    'Chủ thể',
    'Xã',
    'Tên sản phẩm',
    'Loại chứng nhận',
    'Số giấy',
    'Diện tích',
    'Ngày cấp',
    'Hết hạn',
  ],
  growing_areas: ['TT', 'Mã số vùng trồng', 'Loại', 'Thị trường', 'Diện tích (ha)', 'Xã', 'Chủ thể', 'Ngày cấp'],
  evaluations: ['TT', 'Đợt', 'Tên sản phẩm', 'Chủ thể', 'Bộ', '1.1', '1.2', '6', 'Tổng điểm', 'Xếp hạng'],
};

/** Likely cells, so that many rows get past their first reader. */
const SOUND: Readonly<Record<string, fc.Arbitrary<Cell>>> = {
  'Tên sản phẩm': fc.constantFrom('Chè Bát Tiên', 'Mật ong rừng', 'MẬT ONG RỪNG', 'Mỳ gạo 500g'),
  'Chủ thể': fc.constantFrom(
    'HTX Hảo Đạt',
    'Hợp tác xã Hảo Đạt',
    'Công ty TNHH An Bình',
    'Hộ Trần Thị Bình',
    'Cty CP An Bình',
  ),
  'Tên doanh nghiệp': fc.constantFrom('HTX Hảo Đạt', 'Công ty TNHH An Bình', 'Hộ Trần Thị Bình'),
  Xã: fc.constantFrom('Vân Hà', 'xã Liên Chung', '', 'Lục Ngạn'),
  Sao: fc.constantFrom<Cell>('3 sao', 4, '', 'tiềm năng 5 sao', '2'),
  'Số QĐ': fc.constantFrom('', '12/QĐ-UBND', '12/QĐ-UBND ngày 1/2/2022', '15/QĐ-BNN'),
  'Ngày quyết định': fc.constantFrom<Cell>('', '1/2/2022', { day: '2023-05-01' }, '2021', 44_223),
};

const sheetOf = (target: TargetName): fc.Arbitrary<Sheet> => {
  const row = fc.tuple(
    ...HEADINGS[target].map((heading) =>
      fc.oneof({ weight: 3, arbitrary: SOUND[heading] ?? fc.constant<Cell>('') }, { weight: 1, arbitrary: cell }),
    ),
  );
  return fc.array(row, { maxLength: 12 }).map((rows) => ({
    name: '',
    hidden: false,
    merges: [],
    rows: [[...HEADINGS[target]], ...rows].map((cells, index) => ({ number: index + 1, cells })),
  }));
};

describe.each(Object.keys(TARGETS) as TargetName[])('dry run into %s', (target) => {
  const input = { existing: {}, communes, provinceCode: '24', today: '2026-11-22' };

  test('every row has one outcome, and the same file again creates and changes nothing', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(sheetOf(target), (sheet) => {
        const mapped = mapSheet(sheet, target);
        if (mapped === null) return;
        const report = dryRun(mapped, input);
        const { rows, created, changed, same, refused } = report.counts;
        expect(created + changed + same + refused).toBe(rows);
        expect(rows + report.skipped.length).toBeLessThanOrEqual(sheet.rows.length - 1);
        for (const row of report.rows) {
          expect(row.problems.length > 0).toBe(row.outcome === 'refused');
          if (row.outcome === 'refused' || row.outcome === 'same') expect(row.records).toEqual([]);
        }
        const again = dryRun(mapped, { ...input, existing: applied({}, report) });
        const took = new Set(report.rows.filter((row) => row.outcome !== 'refused').map((row) => row.number));
        for (const row of again.rows)
          if (took.has(row.number)) expect([row.number, row.outcome, row.records]).toEqual([row.number, 'same', []]);
      }),
      cases(0.05),
    );
  });
});

describe('files', () => {
  const answered = async (bytes: Uint8Array) => {
    const result = await readSheets(bytes);
    if (!result.ok) expect(result.why).toMatch(/\p{L}{3}/u);
  };

  test('any bytes are read or refused in words', { timeout: TIMEOUT }, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), answered), cases(0.3));
  });

  test('a workbook with any bytes changed is read or refused in words', { timeout: TIMEOUT }, async () => {
    const sound = rawWorkbook({
      sheet: inlineRows([
        ['Tên sản phẩm', 'Chủ thể'],
        ['Chè', 'HTX A'],
      ]),
      strings: ['x'],
    });
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        await answered(bytes);
      }),
      cases(0.3),
    );
  });

  test('a workbook cut off anywhere is refused', { timeout: TIMEOUT }, async () => {
    const sound = rawWorkbook({
      sheet: inlineRows([
        ['Tên sản phẩm', 'Chủ thể'],
        ['Chè', 'HTX A'],
      ]),
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: sound.length - 23 }), async (length) => {
        expect((await readSheets(sound.subarray(0, length))).ok).toBe(false);
      }),
      cases(0.2),
    );
  });
});
