/** Who has to write an import, where the one at the screen may not: told beforehand in the words in which it would be refused. */
import type { CollectionName } from '#domain/nouns.ts';
import { LIMIT_WORDS } from '#domain/rules/limitWords.ts';
import { isApprover } from '#domain/rules/review.ts';
import { may } from '../access.ts';
import type { Person } from '../api/heldSession.ts';
import { labelOf } from '../record/schema.ts';
import type { Run } from './queries.ts';

const WITHOUT = 'Hoặc mở “Tệp và cột”, không nhập các cột ấy, rồi xem trước lại.';
const number = new Intl.NumberFormat('vi-VN');

/** Sentences that say what is not this person's to write; none where all of it is. Communes the route asks of each record. */
export function whoWrites(
  { deeds, preparer }: Pick<Run, 'deeds' | 'preparer'>,
  person: Person,
  mustDiffer: boolean,
): string[] {
  const { collections = {}, approved = 0 } = deeds ?? {};
  const words: string[] = [];
  const names = Object.keys(collections) as CollectionName[];
  const closed = names.filter((name) => !may(person, 'create', name) || !may(person, 'update', name));
  const listed = closed.map((name) => `${number.format(collections[name] ?? 0)} ${labelOf(name).one.toLowerCase()}`);
  const whose = isApprover(person.role) ? 'cần người được giao loại ấy ghi' : LIMIT_WORDS.needsApprover;
  if (closed.length > 0) words.push(`Tệp này ghi ${listed.join(', ')} nên ${whose}. ${WITHOUT}`);
  const isMine = mustDiffer && preparer === person.id;
  if (approved === 0 || (isApprover(person.role) && !isMine)) return words;
  const who = isMine && isApprover(person.role) ? LIMIT_WORDS.needsAnother : LIMIT_WORDS.needsApprover;
  return [...words, `Tệp này đổi ${number.format(approved)} bản ghi đã duyệt nên ${who}.`];
}
