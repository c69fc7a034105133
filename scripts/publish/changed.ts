/** What a release changes against the one before: the two snapshots, compared record by record. */
import { DatabaseSync } from 'node:sqlite';
import { nouns } from '#domain/nouns.ts';
import type { Release } from '#domain/release.ts';
import type { SnapshotCollection } from '#domain/snapshot.ts';
import { isWholeDatabase } from './releaseFaults.ts';

/** More are not read by anybody. */
const MOST = 2_000;

type Changed = NonNullable<Release['changed']>;

const TITLES: Readonly<Record<SnapshotCollection, string>> = {
  ...Object.fromEntries(Object.entries(nouns).map(([name, noun]) => [name, noun.title])),
  settings: nouns.site_settings.title,
  moved: 'path',
} as Record<SnapshotCollection, string>;

// The day of publishing changes every day and is nobody's edit; a record saved again as it was has not changed.
const DIFFERENT = `
  SELECT fresh.collection, fresh.id, fresh.json FROM record AS fresh LEFT JOIN old.record AS former USING (collection, id)
    WHERE former.json IS NULL OR json_remove(former.json, '$.as_of', '$.changed_on') <> json_remove(fresh.json, '$.as_of', '$.changed_on')
  UNION ALL
  SELECT former.collection, former.id, former.json FROM old.record AS former LEFT JOIN record AS fresh USING (collection, id)
    WHERE fresh.json IS NULL
  LIMIT ${MOST}`;

/** New, different and gone records; empty when there is no former snapshot that can be read. */
export async function changedRecords(snapshot: string, former: string | undefined): Promise<Changed> {
  if (former === undefined || !(await isWholeDatabase(former))) return [];
  const database = new DatabaseSync(snapshot, { readOnly: true });
  try {
    database.prepare('ATTACH ? AS old').run(former);
    return database
      .prepare(DIFFERENT)
      .all()
      .map((row) => {
        const collection = String(row['collection']) as SnapshotCollection;
        const record = JSON.parse(String(row['json'])) as Record<string, unknown>;
        const title = String(record[TITLES[collection]] ?? '');
        return { collection, record: String(row['id']), title };
      });
  } finally {
    database.close();
  }
}
