/** Drill: load, back up, damage, restore, compare every record and file; what is damaged or newer is refused. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { create } from 'tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unpackArchive, verifyArchive } from '#scripts/backup/archive.ts';
import { faultsOf } from '#scripts/backup/database.ts';
import { type Backup, backUp } from '#scripts/backup.ts';
import { processIdentity } from '#scripts/bootstrap/processes.mjs';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { demonstrated } from '#tests/support/demonstrated.ts';
import { freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { runCommand } from '#tests/support/runCommand.ts';
import { dumpFiles, dumpRecords } from './drill.ts';

let root = '';
let data: DataFolder;
let backup: Backup;
let records: ReturnType<typeof dumpRecords>;
let files: string[];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ocop-restore-'));
  const pocketbase = await freshPocketBase({ folder: join(root, 'office'), beginning: demonstrated('nghe-an') });
  data = pocketbase.data;
  await pocketbase.stop();
  records = dumpRecords(data.database);
  files = dumpFiles(data.database);
  backup = await backUp({ data, kind: 'manual', keep: 9, to: join(root, 'good.tar.gz') });
  expect(Object.values(records).flat().length).toBeGreaterThan(500);
  expect(files.length).toBeGreaterThan(10);
}, 600_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder as a new machine has it: nothing but what a test puts there. */
const emptyFolder = (name: string) => dataFolder(join(root, name));
const command = (name: string, args: string[], folder = data.root) =>
  runCommand(`scripts/${name}/command.ts`, args, { OCOP_DATA: folder });

describe('restoring', () => {
  test('a new machine gets every record and every file', { timeout: 120_000 }, async () => {
    const fresh = emptyFolder('new-machine');
    const done = command('restore', [backup.file], fresh.root);
    expect(await done.ended, done.output()).toBe(0);
    expect(done.output()).not.toContain('What was there before');
    expect(dumpRecords(fresh.database)).toEqual(records);
    expect(dumpFiles(fresh.database)).toEqual(files);
  });

  test('what was damaged comes back, what was there is kept beside', { timeout: 120_000 }, async () => {
    const hurt = emptyFolder('hurt');
    cpSync(data.root, hurt.root, { recursive: true });
    rmSync(join(hurt.database, 'storage'), { recursive: true });
    const whole = readFileSync(join(hurt.database, 'data.db'));
    writeFileSync(join(hurt.database, 'data.db'), whole.fill(0x58, 4_096, 80_000));
    expect(faultsOf(hurt.database)).not.toEqual([]);
    const bytes = readFileSync(join(hurt.database, 'data.db'));
    const done = command('restore', [backup.file], hurt.root);
    expect(await done.ended, done.output()).toBe(0);
    expect(dumpRecords(hurt.database)).toEqual(records);
    expect(dumpFiles(hurt.database)).toEqual(files);
    const [, beside = ''] = /What was there before lies in (\S+);/.exec(done.output()) ?? [];
    expect(readFileSync(join(beside, 'pb_data', 'data.db')).equals(bytes)).toBe(true);
    expect(readdirSync(hurt.root).filter((name) => name.endsWith('.part') || name.endsWith('.lock'))).toEqual([]);
  });

  test('is refused while a server runs on the folder', async () => {
    const before = statSync(join(data.database, 'data.db')).mtimeMs;
    writeFileSync(data.startLock, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }));
    for (const [name, args] of [
      ['restore', [backup.file]],
      ['upgrade', []],
    ] as const) {
      const refused = command(name, [...args]);
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toContain(`A server runs on the data folder ${data.root}. End it first: "npm stop"`);
    }
    rmSync(data.startLock);
    expect(statSync(join(data.database, 'data.db')).mtimeMs).toBe(before);
  });

  test('what the public was warned of or a person took back after the backup stays, or is told', {
    timeout: 120_000,
  }, async () => {
    const later = emptyFolder('later');
    cpSync(data.root, later.root, { recursive: true });
    const sqlite = new DatabaseSync(join(later.database, 'data.db'));
    const [lot, other] = sqlite.prepare("SELECT id, lot_number FROM lots WHERE state = 'active' LIMIT 2").all();
    const contact = sqlite.prepare('SELECT producer FROM producer_contacts WHERE phone_public LIMIT 1').get();
    sqlite.close();
    const erased = new DatabaseSync(join(later.database, 'data.db'));
    erased.exec(
      "INSERT INTO revisions (id, collection, record, action, why, note, created) VALUES ('rerased12345678', 'producers', 'p1', 'erase', 'erase', 'Đơn ngày 21/11', '2099-01-01 00:00:00.000Z')",
    );
    erased.close();
    const [id, lotNumber, producer] = [String(lot?.['id']), String(lot?.['lot_number']), String(contact?.['producer'])];
    const notice = { lot: lotNumber, at: Date.parse('2026-11-21T01:00:00Z'), reason: 'Vỡ nắp', phone: '0222' };
    cpSync(data.status, later.status, { recursive: true });
    writeFileSync(
      later.standing,
      JSON.stringify({
        recalled: { [id]: notice, gone00000000000: { ...notice, lot: 'L-mới' } },
        withdrawn: { [producer]: ['phone'] },
        lotsWithdrawn: {
          [String(other?.['id'])]: { lot: 'L-2', day: '2026-11-21', reason: 'Còn trong kho, chưa giao' },
        },
      }),
    );
    const done = command('restore', [backup.file], later.root);
    expect(await done.ended, done.output()).toBe(0);
    expect(done.output()).toContain(`Lot ${lotNumber} was recalled after the backup: it is recalled here too.`);
    expect(done.output()).toContain('Lot L-mới was recalled, and is newer than the backup: enter and recall it again.');
    expect(done.output()).toContain('Lot L-2 was withdrawn after the backup: it is withdrawn here too.');
    expect(done.output()).toContain('are back with it: producers p1 (Đơn ngày 21/11).');
    const after = new DatabaseSync(join(later.database, 'data.db'));
    expect(after.prepare('SELECT state, recall_reason FROM lots WHERE id = ?').get(id)).toEqual({
      state: 'recalled',
      recall_reason: 'Vỡ nắp',
    });
    expect(after.prepare('SELECT phone_public FROM producer_contacts WHERE producer = ?').get(producer)).toEqual({
      phone_public: 0,
    });
    after.close();
    expect(JSON.parse(readFileSync(later.standing, 'utf8'))).toMatchObject({
      recalled: { [id]: { reason: 'Vỡ nắp' } },
      lotsWithdrawn: { [String(other?.['id'])]: { day: '2026-11-21' } },
    });
  });
});

describe('what is damaged', () => {
  const FLIPS = 40;
  const CUTS = 15;

  test('is refused wherever a byte was turned or the end is missing', { timeout: 180_000 }, async () => {
    const good = readFileSync(backup.file);
    const bad = join(root, 'bad.tar.gz');
    // The first ten bytes are gzip's head: a time and a system that nobody reads.
    const at = (part: number, of: number) => 10 + Math.floor(((good.length - 11) * part) / (of - 1));
    for (let part = 0; part < FLIPS; part += 1) {
      const turned = Buffer.from(good);
      turned[at(part, FLIPS)] = (turned[at(part, FLIPS)] ?? 0) ^ 0xff;
      writeFileSync(bad, turned);
      await expect(verifyArchive(bad), `byte ${at(part, FLIPS)}`).rejects.toThrow('is damaged or no backup');
    }
    for (let part = 0; part < CUTS; part += 1) {
      writeFileSync(bad, good.subarray(0, at(part, CUTS)));
      await expect(verifyArchive(bad), `cut at ${at(part, CUTS)}`).rejects.toThrow('is damaged or no backup');
    }
  });

  test('and one packed well of other files than its manifest tells', async () => {
    const folder = join(root, 'repacked');
    await unpackArchive(backup.file, folder);
    const paths = [...backup.manifest.files.map(({ path }) => path), 'manifest.json'];
    const picture = paths.find((path) => path.endsWith('.webp')) ?? '';
    const repacked = async (names: string[]) => {
      const file = join(root, 'repacked.tar.gz');
      await create({ cwd: folder, file, gzip: true }, names);
      return file;
    };
    await expect(verifyArchive(await repacked(paths))).resolves.toEqual(backup.manifest);
    await expect(verifyArchive(await repacked(paths.filter((path) => path !== picture)))).rejects.toThrow(
      `${picture} is missing`,
    );
    await expect(verifyArchive(await repacked(paths.slice(0, -1)))).rejects.toThrow('it holds no manifest.json');
    const bytes = readFileSync(join(folder, picture));
    writeFileSync(join(folder, picture), bytes.fill(0, 100, 101));
    await expect(verifyArchive(await repacked(paths))).rejects.toThrow(`${picture} has changed`);
    writeFileSync(join(folder, picture), readFileSync(join(data.database, picture.slice('pb_data/'.length))));
    writeFileSync(join(folder, 'pb_data', 'more'), '');
    await expect(verifyArchive(await repacked(['pb_data/more', ...paths]))).rejects.toThrow(
      'pb_data/more does not belong to it',
    );
  });

  test.each<[string, string[]]>([
    ['a link', ['ln', '-s', '/etc/passwd', 'odd']],
    ['a link that leads nowhere', ['ln', '-s', 'nowhere', 'odd']],
    ['a second name of a file', ['ln', 'manifest.json', 'odd']],
    ['a folder', ['mkdir', 'odd']],
    ['a pipe', ['mkfifo', 'odd']],
    ['a file twice', ['true']],
  ])('and one that holds %s, in words', async (_, [make = '', ...args]) => {
    const folder = mkdtempSync(join(root, 'odd-'));
    await unpackArchive(backup.file, folder);
    execFileSync(make, args, { cwd: folder });
    const file = `${folder}.tar.gz`;
    const names = [...backup.manifest.files.map(({ path }) => path), 'manifest.json'];
    const odd = make === 'true' ? ['--hard-dereference', 'manifest.json'] : ['odd'];
    execFileSync('tar', ['-czf', file, ...names, ...odd], { cwd: folder });
    const refused = command('restore', [file]);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(
      /^\S+ is damaged or no backup of this program: (odd\/?|manifest\.json) is [^\n]+\.\n$/,
    );
  });

  test('and anything that is no backup, in words; nothing is touched', async () => {
    const before = dumpRecords(data.database);
    const odd = join(root, 'odd.tar.gz');
    for (const content of [Buffer.alloc(0), Buffer.from('xin chào'), readFileSync(join(data.database, 'data.db'))]) {
      writeFileSync(odd, content);
      const refused = command('restore', [odd]);
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toMatch(
        /^\S+odd\.tar\.gz is damaged or no backup of this program: .*Nothing was changed; take an earlier backup\.\n$/,
      );
    }
    const missing = command('restore', [join(root, 'nowhere.tar.gz')]);
    expect(await missing.ended).toBe(1);
    expect(missing.output()).toContain('There is no file');
    expect(dumpRecords(data.database)).toEqual(before);
    expect(existsSync(data.database)).toBe(true);
  });
});

describe('what a newer version made', () => {
  test('is refused in words, as a backup and as a folder, by restore and by start', async () => {
    const newer = emptyFolder('newer');
    cpSync(data.root, newer.root, { recursive: true });
    const sqlite = new DatabaseSync(join(newer.database, 'data.db'));
    sqlite.exec("INSERT INTO _migrations (file, applied) VALUES ('1999000001_future.js', 1)");
    sqlite.close();
    const { file } = await backUp({ data: newer, kind: 'manual', keep: 2 });
    const restored = command('restore', [file]);
    expect(await restored.ended).toBe(1);
    expect(restored.output()).toContain(`The backup ${file} was made by a newer version of this program`);
    const records = dumpRecords(newer.database);
    for (const script of ['start', 'user', 'upgrade/command']) {
      const args = script === 'user' ? ['reset', 'a@b.vn'] : [];
      const refused = runCommand(`scripts/${script}.ts`, args, { OCOP_DATA: newer.root });
      expect(await refused.ended, script).toBe(1);
      expect(refused.output()).toMatch(
        /was made by a newer version of this program: it holds the changes 1999000001_future\.js/,
      );
    }
    expect(dumpRecords(newer.database)).toEqual(records);
  });

  test('also when only its PocketBase is newer', async () => {
    const newer = emptyFolder('newer-pocketbase');
    cpSync(data.root, newer.root, { recursive: true });
    writeFileSync(newer.program, JSON.stringify({ pocketbase: '99.1.0' }));
    const refused = runCommand('scripts/start.ts', [], { OCOP_DATA: newer.root });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('it was served by PocketBase 99.1.0');
  });
});
