/** Drill: a data folder of the first released schema becomes one of the present version, or stays as it was. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '#scripts/backup.ts';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { freePort } from '#scripts/pocketbase.ts';
import { appliedMigrations, migrationsFolder } from '#scripts/schemaVersion.ts';
import { upgrade } from '#scripts/upgrade.ts';
import { dumpFiles, dumpRecords } from '#tests/scripts/backup/drill.ts';
import { runCommand } from '#tests/support/runCommand.ts';
import { copyMigrations, firstReleaseFolder } from './firstRelease.ts';

let root = '';
let first: DataFolder;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ocop-upgrade-'));
  first = await firstReleaseFolder(join(root, 'first'));
}, 600_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function copyOfFirst(name: string): DataFolder {
  cpSync(first.root, join(root, name), { recursive: true });
  return dataFolder(join(root, name));
}
const migrationsOf = (data: DataFolder) => appliedMigrations(join(data.database, 'data.db'));
const known = () => readdirSync(migrationsFolder).sort();
const shelf = (data: DataFolder) => readdirSync(data.backups);
const command = (script: string, args: string[], data: DataFolder) =>
  runCommand(`scripts/${script}.ts`, args, { OCOP_DATA: data.root });

/** Every value of the first release's records, by collection and id. */
function valuesOf(data: DataFolder): Map<string, Record<string, unknown>> {
  const sqlite = new DatabaseSync(join(data.database, 'data.db'));
  const names = sqlite.prepare("SELECT name FROM _collections WHERE name NOT LIKE '\\_%' ESCAPE '\\'").all();
  const values = new Map<string, Record<string, unknown>>();
  for (const { name } of names)
    for (const row of sqlite.prepare(`SELECT * FROM "${name}"`).all()) {
      const { updated, ...rest } = row;
      // Publishing notes beside a picture how its smaller copies fared.
      values.set(`${name}/${row['id']}`, name === 'media' ? rest : { ...rest, updated });
    }
  sqlite.close();
  return values;
}

function expectKept(before: Map<string, Record<string, unknown>>, data: DataFolder): void {
  const after = valuesOf(data);
  expect(before.size).toBe(20);
  for (const [key, values] of before) expect(after.get(key), key).toMatchObject(values);
}

describe('from the first released schema', () => {
  test('upgrade backs up, migrates, checks; every value is still there, and the backup is what was before', {
    timeout: 120_000,
  }, async () => {
    const data = copyOfFirst('upgraded');
    const [before, records, files] = [valuesOf(data), dumpRecords(data.database), dumpFiles(data.database)];
    expect(migrationsOf(data)).toHaveLength(22);
    const done = command('upgrade/command', [], data);
    expect(await done.ended, done.output()).toBe(0);
    expect(done.output()).toMatch(/^Upgrading the data folder from an earlier version to \d+\.\d+\.\d+: \d+ changes/m);
    expect(done.output()).toMatch(/^Backed up 20 records and 1 files of Bắc Ninh, as of .*-upgrade\.tar\.gz$/m);
    expect(done.output()).toContain(`Upgraded: ${known().length - 22} changes made`);
    expect(migrationsOf(data)).toEqual(known());
    expectKept(before, data);
    expect(dumpFiles(data.database)).toEqual(files);
    expect(readdirSync(data.root).filter((name) => /\.part$|\.lock$|^replaced|^failed|^server/.test(name))).toEqual([]);
    const again = command('upgrade/command', [], data);
    expect(await again.ended).toBe(0);
    expect(again.output()).toContain('Nothing to upgrade');
    // The backup of before goes into the present version too: it is upgraded on the way in.
    const restored = command('restore/command', [join(data.backups, shelf(data)[0] ?? '')], data);
    expect(await restored.ended, restored.output()).toBe(0);
    expectKept(before, data);
    const old = /What was there before lies in (\S+);/.exec(restored.output())?.[1] ?? '';
    expect(valuesOf(dataFolder(old)).size).toBeGreaterThanOrEqual(before.size);
    expect(records['products']).toHaveLength(1);
  });

  test('commands that would open it say that it must be upgraded first', async () => {
    const before = dumpRecords(first.database);
    for (const script of ['user', 'publish/command']) {
      const refused = command(script, script === 'user' ? ['reset', 'a@ocop.example'] : [], first);
      expect(await refused.ended, script).toBe(1);
      expect(refused.output()).toContain('was made by an earlier version of this program. "npm run upgrade"');
    }
    expect(dumpRecords(first.database)).toEqual(before);
  });

  test('npm start upgrades by itself', { timeout: 120_000 }, async () => {
    const data = copyOfFirst('started');
    const before = valuesOf(data);
    const started = command('start', ['--port', String(await freePort())], data);
    await started.says('Worker ready.');
    started.kill('SIGTERM');
    await started.ended;
    expect(started.output()).toMatch(/Backing up first …[\s\S]*Upgraded: \d+ changes made/);
    expect(shelf(data)).toHaveLength(1);
    expectKept(before, data);
  });
});

describe('goes back', () => {
  /** The present migrations and one more. */
  function withMigration(name: string, body: string): string {
    const folder = copyMigrations(join(root, `${name}-migrations`));
    writeFileSync(join(folder, '1899999999_later.js'), `migrate((app) => { ${body} }, () => {});`);
    return folder;
  }

  test.each([
    ['fails half-way', 'app.db().newQuery("DELETE FROM lots").execute(); throw new Error(\'boom\');', 'boom'],
    ['loses records', "app.db().newQuery('DELETE FROM fairs').execute();", 'Records are missing. fairs: 0 of 1.'],
    ['loses a collection', "app.delete(app.findCollectionByNameOrId('listings'));", 'listings: none can be read'],
    [
      'leaves what publishing cannot read',
      "const c = app.findCollectionByNameOrId('site_settings'); c.fields.removeByName('province'); app.save(c); app.db().newQuery('DROP TABLE communes').execute();",
      'communes',
    ],
  ])('when a migration %s', { timeout: 120_000 }, async (name, body, why) => {
    const data = copyOfFirst(name.replaceAll(' ', '-'));
    const [records, files] = [dumpRecords(data.database), dumpFiles(data.database)];
    const said: string[] = [];
    const options = { data, keep: 3, migrationsDir: withMigration(name.replaceAll(' ', '-'), body) };
    const failed = upgrade({ ...options, say: (line) => said.push(line) });
    await expect(failed).rejects.toThrow(/^The upgrade failed: [\s\S]*The data folder is as it was before/);
    await expect(failed).rejects.toThrow(why);
    expect(dumpRecords(data.database)).toEqual(records);
    expect(dumpFiles(data.database)).toEqual(files);
    expect(migrationsOf(data)).toHaveLength(22);
    expect(shelf(data)).toHaveLength(1);
    expect(said.join('\n')).not.toContain('Upgraded');
    // It can still be worked with: by the former version, and backed up.
    await backUp({ data, kind: 'manual', keep: 1 });
  });
});
