import type { z } from 'zod';
import { flag, text } from './field.ts';
import { ledgerNoun, type Stored } from './noun.ts';

/**
 * Every public address that was ever live, and the codes of earlier stamp systems. Rows are never removed, but for those of an import that is
 * undone; an old address points to the new one.
 */
export const addresses = ledgerNoun(
  'addresses',
  {
    label: { one: 'Địa chỉ công khai', many: 'Sổ địa chỉ công khai' },
    title: 'path',
    unique: [['path']],
    indexed: ['record'],
  },
  {
    path: text('Địa chỉ', { required: true, max: 300 }),
    collection: text('Loại bản ghi', { max: 40 }),
    record: text('Mã bản ghi', { max: 15 }),
    printed: flag('Đã in'),
    redirect: text('Chuyển đến', { max: 300 }),
    /** Of a code of an earlier stamp system: the import that brought it. */
    import: text('Lần nhập', { max: 15 }),
  },
);
export type Address = Stored<z.infer<typeof addresses.schema>>;
