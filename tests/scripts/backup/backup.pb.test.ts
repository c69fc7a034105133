/** Backing up while people write; how many backups stay. What is done with one: restore.pb.test.ts. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpackArchive } from '#scripts/backup/archive.ts';
import { faultsOf } from '#scripts/backup/database.ts';
import { backUp } from '#scripts/backup.ts';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { demonstrated } from '#tests/support/demonstrated.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { photo, uploadPicture } from '#tests/support/photo.ts';
import { runCommand } from '#tests/support/runCommand.ts';
import { startPairWriters } from './drill.ts';

const WRITERS = 4;

let root = '';
let pocketbase: FreshPocketBase;
let data: DataFolder;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ocop-backup-'));
  pocketbase = await freshPocketBase({ folder: join(root, 'office'), beginning: demonstrated('nghe-an') });
  data = pocketbase.data;
}, 600_000);
afterAll(async () => {
  await pocketbase.stop();
  rmSync(root, { recursive: true, force: true });
});

const shelf = () => readdirSync(data.backups).sort();
const command = (name: string, args: string[]) =>
  runCommand(`scripts/${name}/command.ts`, args, { OCOP_DATA: data.root });

describe('while people write', () => {
  test('no write fails or waits for the end, and each backup holds both halves of every pair', {
    timeout: 120_000,
  }, async () => {
    const { superuser } = pocketbase;
    await superuser.settings.update({ batch: { enabled: true, maxRequests: 50, timeout: 10 } });
    const [fairs, points] = [
      await superuser.collection('fairs').getFullList(),
      await superuser.collection('sales_points').getFullList(),
    ];
    const pairs = fairs.slice(0, WRITERS).map((fair, at): [string, string] => [fair.id, points[at]?.id ?? '']);
    expect(pairs).toHaveLength(WRITERS);
    const writers = await startPairWriters(superuser, pairs);
    const seen: string[][] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = writers.written();
      const { file } = await backUp({ data, kind: 'manual', keep: 9, to: join(root, `while-${round}.tar.gz`) });
      expect(writers.written()).toBeGreaterThan(before);
      const folder = join(root, `while-${round}`);
      await unpackArchive(file, folder);
      expect(faultsOf(join(folder, 'pb_data'))).toEqual([]);
      const copy = new DatabaseSync(join(folder, 'pb_data', 'data.db'));
      const note = (table: string, id: string) =>
        copy.prepare(`SELECT note FROM ${table} WHERE id = ?`).get(id)?.['note'];
      seen.push(pairs.map(([fair]) => String(note('fairs', fair))));
      for (const [fair, point] of pairs) expect(note('fairs', fair)).toBe(note('sales_points', point));
      copy.close();
    }
    const { errors, written } = await writers.stop();
    expect(errors).toEqual([]);
    expect(written).toBeGreaterThan(WRITERS);
    // Not one instant thrice.
    expect(new Set(seen.map((notes) => notes.join())).size).toBe(3);
  });

  test('the command makes one that only its owner may read, and leaves nothing else behind', async () => {
    const made = command('backup', []);
    expect(await made.ended, made.output()).toBe(0);
    expect(made.output()).toMatch(
      /^Backed up \d+ records and \d+ files of Nghệ An, as of .*-manual\.tar\.gz \(.* MB, read back and compared\)\.$/m,
    );
    const [name = ''] = shelf();
    expect((statSync(join(data.backups, name)).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(data.root).filter((each) => each.endsWith('.part'))).toEqual([]);
    rmSync(data.backups, { recursive: true });
  });
});

test('a file that a record names and that is gone is told; all the rest is in the backup', async () => {
  const { superuser } = pocketbase;
  const media = await uploadPicture(superuser, await photo('#2a7'), 'mat.jpg', 'image/jpeg');
  const path = join('storage', media.collectionId, media.id, media.file);
  rmSync(join(data.database, path));
  const made = command('backup', ['--to', join(root, 'without.tar.gz')]);
  expect(await made.ended, made.output()).toBe(0);
  expect(made.output()).toContain(`Not there, though records name them; give each record its file again: ${path}.`);
  await superuser.collection('media').delete(media.id);
});

describe('the shelf', () => {
  test('keeps as many of each kind as it is told, and nothing that is not its own goes', async () => {
    const none = dataFolder(join(root, 'none'));
    await expect(backUp({ data: none, kind: 'manual', keep: 2 })).rejects.toThrow('There are no records in');
    await backUp({ data, kind: 'upgrade', keep: 2 });
    writeFileSync(join(data.backups, 'ghi-chu.txt'), '');
    const removed: string[][] = [];
    for (const hour of [1, 2, 3]) {
      process.env['OCOP_CLOCK_SHIFT'] = String(hour * 3_600_000);
      removed.push((await backUp({ data, kind: 'manual', keep: 2 })).removed);
    }
    delete process.env['OCOP_CLOCK_SHIFT'];
    // Those have names of later hours: the newest stays all the same.
    const now = await backUp({ data, kind: 'manual', keep: 2 });
    expect(existsSync(now.file)).toBe(true);
    expect(removed.map((names) => names.length)).toEqual([0, 0, 1]);
    expect(shelf().filter((name) => name.endsWith('-manual.tar.gz'))).toHaveLength(2);
    expect(shelf()).toContain('ghi-chu.txt');
    expect(shelf().filter((name) => name.endsWith('-upgrade.tar.gz'))).toHaveLength(1);
  });

  test('never writes over a file', async () => {
    const taken = join(root, 'taken.tar.gz');
    writeFileSync(taken, 'mine');
    const refused = command('backup', ['--to', taken]);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(`\n${taken} exists already. Nothing was overwritten; choose another name.\n`);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });
});
