import type { z } from 'zod';
import { choice, text } from './field.ts';
import { innerNoun, type Stored } from './noun.ts';

/** How the words of a line stand to each other. */
export const SYNONYM_KINDS = {
  same: 'Cùng nghĩa',
  abbreviation: 'Viết tắt',
  narrower: 'Gọi chung',
} as const;
export type SynonymKind = keyof typeof SYNONYM_KINDS;

/** Words that people use for one thing: the search finds one by another. Marks count: `lạc` is the peanut, `Lắc` is not. */
export const synonyms = innerNoun(
  'synonyms',
  { label: { one: 'Từ tìm kiếm', many: 'Từ tìm kiếm' }, title: 'words', indexed: ['kind'] },
  {
    kind: choice('Loại', SYNONYM_KINDS, {
      required: true,
      hint: 'Cùng nghĩa: mỗi cách gọi tìm ra mọi cách gọi khác. Gọi chung: từ chung tìm ra các từ riêng, không ngược lại.',
    }),
    general: text('Từ chung', { max: 80, hint: 'Chỉ cho loại “gọi chung”: hải sản.' }),
    words: text('Các cách gọi', {
      required: true,
      max: 2_000,
      hint: 'Cách nhau bằng dấu phẩy, viết đủ dấu: lạc, đậu phộng, đậu phụng.',
    }),
  },
);
export type Synonym = Stored<z.infer<typeof synonyms.schema>>;

/** The names of a line, each once; of a `narrower` line the general word is the first. */
export function namesOf({ kind, general, words }: Pick<Synonym, 'kind' | 'general' | 'words'>): string[] {
  const names = (kind === 'narrower' ? [general, ...words.split(',')] : words.split(',')).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}
