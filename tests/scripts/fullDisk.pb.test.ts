/** Publishing, backing up and the other commands on a disk that is really full: one sentence, nothing half, and on again when there is room. */
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Release } from '#domain/release.ts';
import { now } from '#scripts/clock.ts';
import { freePort } from '#scripts/pocketbase.ts';
import { followRelease } from '#scripts/publish/follow.ts';
import { ask } from '#scripts/publish/queue.ts';
import { keepReserve } from '#scripts/reserve.ts';
import { freeBytes, newestBackup, roomOf } from '#scripts/room.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { type RunningCommand, runCommand } from '#tests/support/runCommand.ts';
import { mayMount, type SmallDisk, smallDisk } from '#tests/support/smallDisk.ts';
import { addSmallOffice } from './worker/smallOffice.ts';

/** What neither a person nor a log should read. */
const STACK = /\n\s+at |node:internal|ClientResponseError/;

describe.runIf(mayMount)('on a full disk', () => {
  let disk: SmallDisk;
  let base: FreshPocketBase;
  let folder = '';
  let elsewhere = '';
  beforeAll(async () => {
    elsewhere = mkdtempSync(join(tmpdir(), 'ocop-elsewhere-'));
    disk = smallDisk(160);
    folder = join(disk.folder, 'data');
    base = await freshPocketBase({ folder });
    await addSmallOffice(base.superuser);
  });
  afterAll(async () => {
    await base?.stop();
    disk?.remove();
    rmSync(elsewhere, { recursive: true, force: true });
  });
  beforeEach(() => disk.empty());

  const unfinished = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.part$/.test(name));

  describe('the worker', () => {
    let worker: RunningCommand;
    let first = '';
    const record = (id: string) => base.superuser.collection<Release>('releases').getOne(id);
    const newest = async () =>
      (await base.superuser.collection<Release>('releases').getList(1, 1, { sort: '-@rowid' })).items[0];
    beforeAll(async () => {
      worker = runCommand('scripts/worker.ts', [], { OCOP_DATA: folder, OCOP_POCKETBASE_URL: base.url });
      const asked = await ask(base.superuser, { reason: 'first' });
      await worker.says(`publish ${(await followRelease(base.superuser, asked.id, () => undefined)).name}: live`);
      first = readlinkSync(base.data.live);
    });
    afterAll(async () => {
      worker?.kill('SIGTERM');
      await worker?.ended;
    });

    test('puts a reserve aside, and tells how much room there is', async () => {
      await expect.poll(() => existsSync(base.data.reserve)).toBe(true);
      const data = async () => (await (await fetch(`${base.url}/api/health`)).json()).data;
      await expect.poll(data).toMatchObject({ worker: { state: 'fine' }, disk: { state: 'low' } });
    });

    test('does not begin a publish that would leave no room for saves, and says so in its record', async () => {
      disk.fill(20_000_000);
      const asked = await ask(base.superuser, { reason: 'command' });
      await expect.poll(async () => (await record(asked.id)).state).toBe('failed');
      expect((await record(asked.id)).log).toMatch(/Không đăng được: Chưa đăng vì ổ đĩa gần đầy: còn dưới 0,1 GB, cần/);
      expect(readlinkSync(base.data.live)).toBe(first);
    });

    test('whose disk fills while it publishes leaves the live pages as they were, and publishes when there is room', async () => {
      const asked = await ask(base.superuser, { reason: 'command' });
      await expect.poll(async () => (await record(asked.id)).log).toContain('Dựng trang');
      disk.fill();
      await worker.says('Ổ đĩa đã hết chỗ');
      expect(readlinkSync(base.data.live)).toBe(first);
      disk.empty();
      await expect.poll(async () => (await newest())?.state).toBe('live');
      expect((await record(asked.id)).state).toBe('failed');
      expect((await record(asked.id)).log).toContain('Ổ đĩa đã hết chỗ');
      expect(readlinkSync(base.data.live)).not.toBe(first);
      expect(readdirSync(base.data.releases)).toHaveLength(2);
      expect(unfinished()).toEqual([]);
      expect(worker.output()).not.toMatch(STACK);
    });
  });

  describe('a command', () => {
    const FULL_EN = /^The disk is full, so this could not be done/m;
    const FULL_VI = /^Ổ đĩa đã hết chỗ, nên chưa làm được/m;
    const sheet = () => join(disk.folder, 'list.csv');
    beforeAll(async () => {
      disk.empty();
      await base.stop();
      writeFileSync(sheet(), 'Tên sản phẩm,Chủ thể,Xã\nChè,HTX Một,Xã Yên Thế\n');
    });

    const COMMANDS: [string, string, string[], RegExp][] = [
      ['npm run publish', 'scripts/publish/command.ts', [], FULL_VI],
      ['npm run import', 'scripts/import.ts', ['LIST', '--into', 'products'], FULL_VI],
      ['npm run report', 'scripts/report.ts', ['--period', '2026-H1'], FULL_VI],
      ['npm run user', 'scripts/user.ts', ['add', 'a@ocop.example', '--role', 'editor'], FULL_EN],
      ['npm run backup', 'scripts/backup/command.ts', [], /^The disk of .* is nearly full: 0 MB are free/m],
      ['npm start', 'scripts/start.ts', ['--port', 'PORT'], FULL_EN],
    ];
    test.each(COMMANDS)('%s tells it in one sentence and fails', async (_, script, args, words) => {
      rmSync(base.data.reserve, { force: true });
      disk.fill();
      const port = String(await freePort());
      const given = args.map((each) => ({ LIST: sheet(), PORT: port })[each] ?? each);
      const command = runCommand(script, given, { OCOP_DATA: folder });
      expect(await command.ended).toBe(1);
      expect(command.output()).toMatch(words);
      expect(command.output()).not.toMatch(STACK);
    });

    test('npm run restore tells it in one sentence, and what was there is as it was', async () => {
      const file = join(elsewhere, 'whole.tar.gz');
      const made = runCommand('scripts/backup/command.ts', ['--to', file], { OCOP_DATA: folder });
      expect(await made.ended, made.output()).toBe(0);
      rmSync(base.data.reserve, { force: true });
      disk.fill();
      const before = readdirSync(folder).sort();
      const command = runCommand('scripts/restore/command.ts', [file], { OCOP_DATA: folder });
      expect(await command.ended).toBe(1);
      expect(command.output()).toMatch(FULL_EN);
      expect(command.output()).not.toMatch(STACK);
      expect(readdirSync(folder).sort()).toEqual(before);
    });

    test('npm start with the reserve starts, so that recalls and their pages are served', async () => {
      await keepReserve(base.data);
      disk.fill();
      const command = runCommand('scripts/start.ts', ['--port', String(await freePort())], { OCOP_DATA: folder });
      await command.says('Worker ready.');
      command.kill('SIGINT');
      expect(await command.ended).toBe(0);
    });

    test('npm run backup on a disk with just enough room leaves nothing beside the backup', async () => {
      disk.fill(40_000_000);
      const command = runCommand('scripts/backup/command.ts', [], { OCOP_DATA: folder });
      expect(await command.ended).toBe(0);
      const { bytes, madeAt } = await newestBackup(base.data.backups);
      expect(bytes).toBeGreaterThan(0);
      expect(madeAt).toBeLessThanOrEqual(now());
      expect(unfinished()).toEqual([]);
    });
  });

  test('room is that of the disk with the least to spare', async () => {
    const room = await roomOf(base.data, base.data.backups);
    expect(room.free).toBe(await freeBytes(folder));
    expect(room.wanted).toBe(1e9);
    // Another disk has more to spare than this one.
    expect((await roomOf(base.data, '/')).free).toBe(await freeBytes(folder));
  });
});
