import type { Problem } from '#domain/release.ts';
import { SNAPSHOT_KEYS, type SnapshotCollection } from '#domain/snapshot.ts';
import { type CheckContext, problemAt } from './context.ts';

const TAKEN =
  'Bản đang hiển thị của mục này trùng với một bản ghi khác, nên không giữ lại được. Hãy sửa lỗi trước khi đăng.';

/** No two public rows answer to one key: of a record that is held back the former row does, and another may have taken its place. */
export function checkKeys({ office, content }: Pick<CheckContext, 'office' | 'content'>): Problem[] {
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(SNAPSHOT_KEYS)) {
    const collection = name as Exclude<SnapshotCollection, 'settings' | 'moved'>;
    if (name === 'moved') continue;
    const seen = new Set<unknown>();
    for (const row of content[collection] as unknown as ({ id: string } & Record<string, unknown>)[]) {
      const key = row[field];
      if (key === '') continue;
      if (seen.has(key)) problems.push(problemAt(office, 'error', collection, row, field, TAKEN));
      seen.add(key);
    }
  }
  return problems;
}
