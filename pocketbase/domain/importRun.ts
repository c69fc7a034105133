import { z } from 'zod';
import { choice, file, instant, json, text } from './field.ts';
import { importAnswers } from './importAnswers.ts';
import { ledgerNoun, type Stored } from './noun.ts';

/** What a spreadsheet may be about. */
export const IMPORT_TARGETS = {
  products: 'Sản phẩm, quyết định, công nhận',
  producers: 'Chủ thể',
  sales_points: 'Điểm bán',
  fairs: 'Hội chợ, sự kiện',
  lots: 'Lô hàng',
  listings: 'Gian hàng trên sàn, mã tem cũ',
  certificates: 'Chứng nhận',
  growing_areas: 'Vùng trồng, cơ sở đóng gói',
  evaluations: 'Kết quả đánh giá',
} as const;

/** Where an import stands. One that failed changed nothing and may be asked for again. */
export const IMPORT_STATES = {
  queued: 'Đang chờ xem trước',
  reading: 'Đang xem trước…',
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

/** Largest file that is taken. */
export const IMPORT_BYTES = 50_000_000;

/** A plan is read by pieces of so many bytes, none of which ends within a line. */
export const PLAN_PIECE = 1_048_576;

/** What a person settles before the dry run; anything left out is found in the file. */
export const importChoices = z.strictObject({
  sheet: z.string().max(300).optional(),
  encoding: z.string().max(40).optional(),
  separator: z.string().max(4).optional(),
  /** First and last row number of the heading. */
  heading: z.tuple([z.number().int().min(1), z.number().int().min(1)]).optional(),
  /** Columns by which the data stand right (or, negative, left) of their headings. */
  shift: z.number().int().min(-50).max(50).optional(),
  /** Column from 0 → field; empty: the column is left out. */
  columns: z.record(z.string().max(4), z.string().max(100)).optional(),
});
export type ImportChoices = z.infer<typeof importChoices>;

const foundColumn = importColumn.extend({
  index: z.number().int(),
  label: z.string(),
  /** The first different cells. */
  samples: z.array(z.string()),
});

/** What was found in the file, so that a person can look at it and say otherwise. */
export const importFound = z.object({
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string(),
  /** How sure the encoding is, 0–1. */
  confidence: z.number(),
  /** Code → name of the encodings that can be chosen. */
  encodings: z.record(z.string(), z.string()),
  separator: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number() })),
  sheet: z.string(),
  /** First and last row of the heading; 0 where none was found. */
  heading: z.tuple([z.number(), z.number()]),
  shift: z.number(),
  /** A shift that was noticed and waits for a person's word. */
  suspectedShift: z.number(),
  columns: z.array(foundColumn),
  /** Field → label of all that a column of this target can be. */
  fields: z.record(z.string(), z.string()),
  /** The first rows of the sheet. */
  preview: z.array(z.object({ number: z.number(), cells: z.array(z.string()) })),
});
export type ImportFound = z.infer<typeof importFound>;

/**
 * Groups of the report's lines, in their order in the file: questions that several rows ask alike, rows by what becomes of them, then those
 * that are no records.
 */
export const REPORT_GROUPS = ['questions', 'refused', 'changed', 'created', 'same', 'skipped'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];
/** Rows of a page. */
export const REPORT_PAGE = 50;

/** What an import would write, so that it can be told beforehand who may write it. */
export const importDeeds = z.object({
  /** Collection → how many records of it are made or changed. */
  collections: z.record(z.string(), z.number()),
  /** How many of them the public sees or has seen, so that an approver has to write them. */
  approved: z.number(),
});
export type ImportDeeds = z.infer<typeof importDeeds>;

/** Where the pages of each group begin in the report, in bytes, and where the last one ends; of an older report some are not known. */
export const importPages = z.partialRecord(z.enum(REPORT_GROUPS), z.array(z.number()));
export type ImportPages = z.infer<typeof importPages>;

/** Every import of a spreadsheet: prepared by a program, applied and undone by a hook route in one transaction each. */
export const imports = ledgerNoun(
  'imports',
  { label: { one: 'Lần nhập', many: 'Nhập từ tệp' }, title: 'file_name', indexed: ['signature', 'state'] },
  {
    file_name: text('Tên tệp', { required: true }),
    /** The file as it was uploaded; none where a command read it. */
    source: file('Tệp', { max: IMPORT_BYTES, secret: true }),
    sha256: text('Dấu băm', { max: 64 }),
    target: choice('Nhập vào', IMPORT_TARGETS, { required: true }),
    sheet: text('Trang tính'),
    heading: text('Dòng tiêu đề', { max: 20 }),
    columns: json('Cột', z.array(importColumn)),
    choices: json('Đã chọn', importChoices),
    answers: json('Trả lời', importAnswers, { max: 5_000_000 }),
    found: json('Đọc được', importFound, { max: 1_000_000 }),
    /** What the worker is at. */
    progress: text('Đang làm'),
    /** The headings of a file as they count for recognising the next one like it. */
    signature: text('Dấu tiêu đề', { max: 64 }),
    state: choice('Trạng thái', IMPORT_STATES, { required: true }),
    counts: json('Số dòng', importCounts),
    /** What is to be written, one step a line (scripts/import/apply/plan.ts); goes when it is written. */
    plan: file('Việc sẽ ghi', { max: 200_000_000, secret: true }),
    /** A row's report on each line, by groups (see REPORT_GROUPS), so that a screen reads page by page. */
    report: file('Báo cáo', { max: 200_000_000, secret: true }),
    deeds: json('Việc cần quyền', importDeeds, { max: 20_000 }),
    pages: json('Trang báo cáo', importPages, { max: 1_000_000 }),
    /** The refused rows as a workbook that can be mended. */
    refused: file('Dòng bị từ chối', { max: 200_000_000, secret: true }),
    problem: text('Vì sao không ghi được', { long: true, max: 5_000 }),
    prepared_by: text('Người xem trước'),
    /** Id of the account that asked for the dry run; empty where a command did. */
    preparer: text('Mã người xem trước', { max: 40 }),
    applied_by: text('Người ghi'),
    applied_at: instant('Ghi lúc'),
    undone_by: text('Người hoàn tác'),
    undone_at: instant('Hoàn tác lúc'),
  },
);
export type ImportRun = Stored<z.infer<typeof imports.schema>>;
