/**
 * What may become of a lot that has left its draft: its facts are corrected, with a reason and a line that stays on its page, and a lot
 * that reached nobody is withdrawn. One rule for the API, the import, restoring and the admin's dialogs.
 */
import { type Day, dayBounds, isWholeDay } from './day.ts';
import { TEXT_PROBLEM_WORDS, textProblem } from './plainText.ts';

/** What a lot's page tells of the lot itself. While it is a draft they are typed; afterwards they are corrected. */
export const LOT_FACTS = [
  'variant',
  'lot_number',
  'produced_on',
  'packed_on',
  'use_by',
  'quantity',
  'quantity_unit',
  'areas',
  'growing_area',
] as const;

/** What can be told as corrected: the facts, the words of a withdrawal, and that a withdrawal was taken back (`state`). */
export const CORRECTABLE = [...LOT_FACTS, 'withdrawn_on', 'withdrawal_reason', 'state'] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** One correction as the office keeps it, in the order in which they were made; the public is told day and fields. */
export interface LotCorrection {
  day: Day;
  fields: readonly Correctable[];
  reason: string;
}

/** As the public is told it: one a day. */
export type ToldCorrection = Pick<LotCorrection, 'day' | 'fields'>;

/** Letters of a reason: long enough to say something. */
export const REASON_LENGTH = { min: 10, max: 500 } as const;

export const LOT_WORDS = {
  needsReason: `Cần ghi lý do, ít nhất ${REASON_LENGTH.min} chữ cái.`,
  longReason: `Lý do dài quá ${REASON_LENGTH.max} ký tự.`,
  facts: 'Lô đã ra lưu hành nên thông tin chỉ sửa được kèm lý do, bằng nút “Sửa thông tin lô” ở trang của lô.',
  kept: 'Các dòng “Đã sửa” do hệ thống ghi và không ai gỡ được.',
  draft: 'Lô còn là bản nháp, chưa ra lưu hành nên không cần ngừng lưu hành.',
  recalledFirst: 'Lô đang bị thu hồi. Hãy gỡ thông báo thu hồi trước.',
  staysWithdrawn: 'Lô đã ngừng lưu hành trước khi bị thu hồi: gỡ thông báo thì lô trở lại ngừng lưu hành.',
  day: 'Cần ngày đầy đủ (ngày/tháng/năm), không sau hôm nay.',
  productNotPublic:
    'Sản phẩm của lô chưa được duyệt hoặc chưa đến ngày hiện, nên mã trên tem sẽ không mở được trang nào. Hãy duyệt sản phẩm trước.',
  notWithdrawn: 'Chỉ ghi mục này khi lô ngừng lưu hành.',
} as const;

/** A field and what is wrong with it. */
export interface LotProblem {
  field: string;
  message: string;
}

type Values = Readonly<Record<string, unknown>>;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** What is wrong with a reason, or nothing. Signs and spaces alone say nothing. */
export function reasonProblem(reason: string): string | null {
  const problem = textProblem(reason);
  if (problem !== null) return TEXT_PROBLEM_WORDS[problem];
  const said = reason.replace(/[\s.,;:!?_*\-/\\()'"]+/g, '');
  if (said.length < REASON_LENGTH.min) return LOT_WORDS.needsReason;
  return reason.length > REASON_LENGTH.max ? LOT_WORDS.longReason : null;
}

/** Which of the fields that a save changes make it a correction. `changed`: names of all changed fields. */
export function correctedFields(before: Values, after: Values, changed: readonly string[]): Correctable[] {
  if (textOf(before['state']) === 'draft') return [];
  const isBack = before['state'] === 'withdrawn' && after['state'] === 'active';
  const wasWithdrawn = textOf(before['withdrawn_on']) !== '';
  return CORRECTABLE.filter((name) => {
    if (name === 'state') return isBack;
    if (changed.indexOf(name) < 0) return false;
    // The words of a withdrawal come with it and go with it.
    return name === 'withdrawn_on' || name === 'withdrawal_reason' ? wasWithdrawn && !isBack : true;
  });
}

function withdrawalProblem(lot: Values, today: Day): LotProblem | null {
  const reason = reasonProblem(textOf(lot['withdrawal_reason']));
  if (reason !== null) return { field: 'withdrawal_reason', message: reason };
  const day = textOf(lot['withdrawn_on']);
  const isPast = isWholeDay(day) && dayBounds(day) !== null && day <= today;
  return isPast ? null : { field: 'withdrawn_on', message: LOT_WORDS.day };
}

/** What stands against a lot's state as it would become, or nothing. `before`: null for a lot that comes into being. */
export function lotStateProblem(before: Values | null, after: Values, today: Day): LotProblem | null {
  const [was, is] = [textOf(before?.['state']), textOf(after['state'])];
  const wasWithdrawn = textOf(before?.['withdrawn_on']) !== '';
  if (is === 'withdrawn') {
    if (was === 'draft') return { field: 'state', message: LOT_WORDS.draft };
    if (was === 'recalled' && !wasWithdrawn) return { field: 'state', message: LOT_WORDS.recalledFirst };
    return withdrawalProblem(after, today);
  }
  if (is === 'active' && was === 'recalled' && wasWithdrawn)
    return { field: 'state', message: LOT_WORDS.staysWithdrawn };
  if (is === 'recalled' && wasWithdrawn) return withdrawalProblem(after, today);
  if (textOf(after['withdrawn_on']) !== '') return { field: 'withdrawn_on', message: LOT_WORDS.notWithdrawn };
  if (textOf(after['withdrawal_reason']) !== '') return { field: 'withdrawal_reason', message: LOT_WORDS.notWithdrawn };
  return null;
}

/** What stands against a lot's code going out into the world for this product: the code could not answer. A product that has left answers for ever. */
export function lotProductProblem(product: Values, today: Day): LotProblem | null {
  const state = textOf(product['state']);
  const isToCome = textOf(product['visible_from']) > today;
  if (state === 'withdrawn' || (state === 'approved' && !isToCome)) return null;
  return { field: 'variant', message: LOT_WORDS.productNotPublic };
}

/** Whether a save sends a lot's code out, or ties a code that is out to another pack. `before`: null for a lot that comes into being. */
export function goesOut(before: Values | null, after: Values): boolean {
  if (textOf(after['state']) === 'draft') return false;
  return before === null || textOf(before['state']) === 'draft' || before['variant'] !== after['variant'];
}

/** Whether a value is a list of corrections as programs may bring it with a new lot. */
export function areCorrections(value: unknown): value is LotCorrection[] {
  if (!Array.isArray(value)) return false;
  return value.every((each: Partial<LotCorrection> | null) => {
    const { day, fields, reason } = each ?? {};
    const areKnown = Array.isArray(fields) && fields.every((name) => CORRECTABLE.indexOf(name) >= 0);
    return isWholeDay(textOf(day)) && areKnown && fields.length > 0 && reasonProblem(textOf(reason)) === null;
  });
}

/** Corrections as the public is told them, in the order of their days: those of one day are one, each field once. */
export function toldCorrections(corrections: readonly LotCorrection[] | null): ToldCorrection[] {
  const told: { day: Day; fields: Correctable[] }[] = [];
  for (const { day, fields } of corrections || []) {
    const same = told.filter((each) => each.day === day)[0];
    const line = same ?? { day, fields: [] };
    if (same === undefined) told.push(line);
    for (const field of fields) if (line.fields.indexOf(field) < 0) line.fields.push(field);
  }
  return told.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
