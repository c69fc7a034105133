import { z } from 'zod';
import { choice, file, instant, json, text } from './field.ts';
import { ledgerNoun, type Stored } from './noun.ts';

/** What a spreadsheet may be about. */
export const IMPORT_TARGETS = {
  products: 'Sản phẩm, quyết định, công nhận',
  producers: 'Chủ thể',
  sales_points: 'Điểm bán',
  fairs: 'Hội chợ, sự kiện',
} as const;

/** Where an import stands. One that failed changed nothing and may be asked for again. */
export const IMPORT_STATES = {
  dry: 'Xem trước (chưa ghi)',
  applied: 'Đã ghi',
  undone: 'Đã hoàn tác',
  failed: 'Không ghi được – xem lý do',
} as const;

const rowCount = z.number().int().min(0);

/** Every row of the file is in one of the four. */
export const importCounts = z
  .object({ rows: rowCount, created: rowCount, changed: rowCount, same: rowCount, refused: rowCount })
  .refine(({ rows, created, changed, same, refused }) => created + changed + same + refused === rows);

/** What a column was taken for, so that the next file of the same headings begins with it. */
export const importColumn = z.object({ letter: z.string(), heading: z.string(), field: z.string(), how: z.string() });

/** Every import of a spreadsheet: prepared by a program, applied and undone by a hook route in one transaction each. */
export const imports = ledgerNoun(
  'imports',
  { label: { one: 'Lần nhập', many: 'Nhập từ tệp' }, title: 'file_name', indexed: ['signature'] },
  {
    file_name: text('Tên tệp', { required: true }),
    sha256: text('Dấu băm', { max: 64 }),
    target: choice('Nhập vào', IMPORT_TARGETS, { required: true }),
    sheet: text('Trang tính'),
    heading: text('Dòng tiêu đề', { max: 20 }),
    columns: json('Cột', z.array(importColumn)),
    /** The headings of a file as they count for recognising the next one like it. */
    signature: text('Dấu tiêu đề', { max: 64 }),
    state: choice('Trạng thái', IMPORT_STATES, { required: true }),
    counts: json('Số dòng', importCounts),
    /** What is to be written, one step a line (scripts/import/apply/plan.ts); goes when it is written. */
    plan: file('Việc sẽ ghi', { max: 200_000_000, secret: true }),
    report: file('Báo cáo', { max: 200_000_000, secret: true }),
    problem: text('Vì sao không ghi được', { long: true, max: 5_000 }),
    prepared_by: text('Người xem trước'),
    applied_by: text('Người ghi'),
    applied_at: instant('Ghi lúc'),
    undone_by: text('Người hoàn tác'),
    undone_at: instant('Hoàn tác lúc'),
  },
);
export type ImportRun = Stored<z.infer<typeof imports.schema>>;
