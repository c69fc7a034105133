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

/** What is to become of the record. Only records under the review of others are made and removed by a proposal (`reviewedWith` in access.ts). */
export const PROPOSED_DEEDS = { change: 'Sửa', create: 'Thêm', remove: 'Xóa' } as const;

const values = z.record(z.string(), z.unknown());

/** A record to which an inner one belongs, and its state when the proposal was sent. */
const owner = z.object({ collection: z.string(), id: z.string(), state: z.string() });

/**
 * A change of what is approved that waits for an approver: the record, and what the public sees, stay as they are. Routes alone write
 * it (pb_hooks/proposals.js). A new record of those that are reviewed themselves has no proposal: it waits under its own state.
 */
export const proposals = ledgerNoun(
  'proposals',
  { label: { one: 'Đề nghị sửa', many: 'Đề nghị sửa' }, title: 'title', indexed: ['record', 'state', 'author'] },
  {
    collection: text('Loại bản ghi', { required: true, max: 40 }),
    /** Of one to be made, the id that it will have. */
    record: text('Mã bản ghi', { required: true, max: 40 }),
    deed: choice('Việc', PROPOSED_DEEDS, { required: true }),
    /** To which records an inner one belongs, before and after. */
    owners: json('Thuộc', z.array(owner)),
    /** The record's name when the change was proposed. */
    title: text('Tên bản ghi'),
    state: choice('Trạng thái', PROPOSAL_STATES, { required: true }),
    /** Of the fields to be changed, what the record said; all of one to be removed. */
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
