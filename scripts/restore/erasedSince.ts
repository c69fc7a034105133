/** People who asked to be forgotten after a backup was made are in it still: whoever restores it must forget them again. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Reads the replaced database for erasures after an instant (ISO 8601); says so when it is too damaged to be read. */
export function erasedSince(replaced: string, made: string): string[] {
  try {
    const database = new DatabaseSync(join(replaced, 'pb_data', 'data.db'), { readOnly: true });
    try {
      // The first released schema had none.
      if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'revisions'").get() === undefined) return [];
      const rows = database
        .prepare(
          "SELECT collection, record, note FROM revisions WHERE action = 'erase' AND created > ? ORDER BY created",
        )
        .all(made.replace('T', ' '));
      return rows.map(
        ({ collection, record, note }) =>
          `Personal data were erased after the backup and are back with it: ${collection} ${record} (${note}). Clear the record and erase its history again.`,
      );
    } finally {
      database.close();
    }
  } catch {
    return [
      'The replaced database could not be read: whether somebody asked to be forgotten since the backup must be looked up elsewhere.',
    ];
  }
}
