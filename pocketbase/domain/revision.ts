import { z } from 'zod';
import { amount, choice, json, text } from './field.ts';
import { ledgerNoun, type Stored } from './noun.ts';

export const REVISION_ACTIONS = {
  create: 'Tạo mới',
  update: 'Sửa',
  delete: 'Xóa',
  erase: 'Xóa dữ liệu cá nhân khỏi lịch sử',
} as const;

/** Through what a record was changed. */
export const REVISION_REASONS = {
  form: 'Biểu mẫu',
  review: 'Duyệt đề nghị',
  import: 'Nhập từ tệp',
  undo: 'Hoàn tác lần nhập',
  restore: 'Khôi phục',
  hook: 'Hệ thống',
  job: 'Chương trình',
  erase: 'Yêu cầu xóa dữ liệu cá nhân',
} as const;

const values = z.record(z.string(), z.unknown());

/**
 * Every change of every record, written by the database itself within the change (rules/revisionTriggers.ts) and never altered. Values
 * stand as PocketBase answers with them: of a new or deleted record all that are not empty, of a changed one those that differ.
 */
export const revisions = ledgerNoun(
  'revisions',
  { label: { one: 'Thay đổi', many: 'Lịch sử thay đổi' }, title: 'title', indexed: ['record', 'tx', 'import'] },
  {
    collection: text('Loại bản ghi', { max: 40 }),
    record: text('Mã bản ghi', { max: 40 }),
    /** The record's name then, where it has one of its own. */
    title: text('Tên bản ghi'),
    action: choice('Việc', REVISION_ACTIONS, { required: true }),
    before: json('Trước', values, { max: 10_000_000 }),
    after: json('Sau', values, { max: 10_000_000 }),
    record_version: amount('Phiên bản', { integer: true }),
    /** Id of the user or superuser; empty where a hook or a migration wrote. */
    actor: text('Mã người làm', { max: 40 }),
    actor_name: text('Người làm'),
    why: choice('Qua', REVISION_REASONS, { required: true }),
    /** A word of the one who changed, or the revision that was restored. */
    note: text('Ghi chú', { max: 500 }),
    import: text('Lần nhập', { max: 40 }),
    /** The same for all that was changed in one transaction. */
    tx: text('Giao dịch', { max: 40 }),
  },
);
export type Revision = Stored<z.infer<typeof revisions.schema>>;
