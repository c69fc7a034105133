import { z } from 'zod';
import { amount, choice, instant, json, text } from './field.ts';
import { ledgerNoun, type Stored } from './noun.ts';

/** Where a proposed change stands. */
export const PROPOSAL_STATES = {
  waiting: 'Chờ duyệt',
  approved: 'Đã duyệt',
  refused: 'Trả lại, cần sửa',
  withdrawn: 'Người gửi đã rút lại',
} as const;

const values = z.record(z.string(), z.unknown());

/**
 * A change of an approved record that waits for an approver: the record, and what the public sees, stay as they are. Routes alone write
 * it (pb_hooks/proposals.js). A new record has no proposal: it waits under its own state.
 */
export const proposals = ledgerNoun(
  'proposals',
  { label: { one: 'Đề nghị sửa', many: 'Đề nghị sửa' }, title: 'title', indexed: ['record', 'state', 'author'] },
  {
    collection: text('Loại bản ghi', { required: true, max: 40 }),
    record: text('Mã bản ghi', { required: true, max: 40 }),
    /** The record's name when the change was proposed. */
    title: text('Tên bản ghi'),
    state: choice('Trạng thái', PROPOSAL_STATES, { required: true }),
    /** Of the fields to be changed, what the record said. */
    before: json('Trước', values, { max: 2_000_000 }),
    after: json('Sau', values, { max: 2_000_000 }),
    base_version: amount('Phiên bản', { integer: true }),
    comment: text('Lời nhắn', { long: true, max: 2_000 }),
    author: text('Mã người gửi', { max: 40 }),
    author_name: text('Người gửi'),
    decided_by: text('Mã người duyệt', { max: 40 }),
    decided_by_name: text('Người duyệt'),
    decided_at: instant('Duyệt lúc'),
    decision_note: text('Lý do', { long: true, max: 2_000 }),
  },
);
export type Proposal = Stored<z.infer<typeof proposals.schema>>;
