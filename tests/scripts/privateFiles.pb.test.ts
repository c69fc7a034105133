/** Whose files are whose: what the web server's account can read of a data folder, asked as that account. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { freePort } from '#scripts/pocketbase.ts';
import { keepSettingsPrivate } from '#scripts/privateFiles.ts';
import { loginText } from '#scripts/start/firstLogin.ts';
import { runCommand } from '#tests/support/runCommand.ts';

/** Debian's account without rights, in the group to which the files belong, as Caddy's is. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log('Skipped: only root can ask as another account what it can read.');

let root = '';
let data: DataFolder;
beforeAll(() => {
  process.umask(0o022);
  root = mkdtempSync(join(tmpdir(), 'ocop-private-'));
  chmodSync(root, 0o755);
  data = dataFolder(join(root, 'data'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Every file of the data folder, and of the folders beside it, that the web server's account can open; without links. */
function readable(): string[] {
  const { stdout, error } = spawnSync('find', [root, '-type', 'f', '-readable', '-print'], {
    uid: NOBODY,
    gid: process.getgid?.() ?? 0,
    encoding: 'utf8',
  });
  if (error) throw error;
  return stdout
    .trim()
    .split('\n')
    .map((file) => relative(data.root, file));
}

const SERVED =
  /^(releases\/[^/]+\/(pages|standing)\/|shared\/(_astro|anh)\/|admin\/[^/]+\/|status\/(tinh-trang\.json|chua-dang\.html)$)/;
const notServed = (files: readonly string[]) => files.filter((file) => !SERVED.test(file));

async function start(work: () => Promise<void> | void): Promise<string> {
  const args = ['--port', String(await freePort()), '--demo', 'nghe-an'];
  const command = runCommand('scripts/start.ts', args, { OCOP_DATA: data.root });
  try {
    await command.says('or "npm stop"');
    await work();
  } finally {
    command.kill('SIGTERM');
    await command.ended;
  }
  return command.output();
}

describe.runIf(isRoot)('under the usual umask', () => {
  test('a started, published and backed-up folder shows the web server what is served, and nothing else', {
    timeout: 240_000,
  }, async () => {
    const output = await start(async () => {
      // On another disk, in a folder that everybody may look into.
      const shelf = join(root, 'shelf');
      mkdirSync(shelf);
      const backup = runCommand('scripts/backup/command.ts', [], { OCOP_DATA: data.root, OCOP_BACKUP_FOLDER: shelf });
      let code: unknown;
      void backup.ended.then((ended) => {
        code = ended;
      });
      // Looked at again and again: it must not be readable while it is packed either.
      let looks = 0;
      for (; code === undefined; looks += 1) {
        expect(notServed(readable())).toEqual([]);
        await sleep(5);
      }
      expect([code, readdirSync(shelf).length], backup.output()).toEqual([0, 1]);
      expect(looks).toBeGreaterThan(10);
      expect(notServed(readable())).toEqual([]);
    });
    const files = readable();
    for (const kind of [/pages\/index\.html$/, /_astro\//, /^admin\//, /tinh-trang\.json$/])
      expect(
        files.some((file) => kind.test(file)),
        String(kind),
      ).toBe(true);
    expect(notServed(files)).toEqual([]);
    const password = /\S+$/.exec(readFileSync(data.firstLogin, 'utf8').trim())?.[0] ?? '';
    expect(password).not.toBe('');
    // Nobody watches here: a service's output ends in a journal that others read.
    expect(output).not.toContain(password);
    expect(output).toContain(`(password in ${data.firstLogin} until it is changed)`);
  });

  test('what somebody made readable, or an earlier version kept where it is served, is private after the next start', {
    timeout: 240_000,
  }, async () => {
    const release = join(data.releases, readdirSync(data.releases)[0] ?? '');
    for (const file of [
      data.worker,
      data.firstLogin,
      data.shown,
      join(data.database, 'data.db'),
      join(release, 'release.json'),
    ])
      chmodSync(file, 0o644);
    chmodSync(data.database, 0o755);
    mkdirSync(data.backups, { mode: 0o755 });
    writeFileSync(join(data.backups, 'copied-by-hand.tar.gz'), 'records');
    renameSync(data.shown, join(data.status, 'shown.json'));
    writeFileSync(join(data.root, 'notes.txt'), 'kept by hand');
    expect(notServed(readable()).length).toBeGreaterThan(5);
    await start(() => undefined);
    expect(notServed(readable())).toEqual([]);
    expect([existsSync(data.shown), existsSync(join(data.status, 'shown.json'))]).toEqual([true, false]);
    expect(statSync(data.database).mode & 0o777).toBe(0o700);
    expect(statSync(join(data.database, 'data.db')).mode & 0o777).toBe(0o600);
  });
});

test('a terminal is told the first password, once', () => {
  const login = { email: 'quantri@ocop.local', password: 'abcd-efgh' };
  expect(loginText(login, data, true)).toBe('quantri@ocop.local   abcd-efgh   (change it after signing in)');
  expect(loginText({ email: login.email }, data, true)).not.toContain('undefined');
  expect(loginText(login, data, false)).not.toContain('abcd');
});

describe('settings', () => {
  test('that others could read are taken back, and that is said once', async () => {
    const file = join(root, '.env');
    writeFileSync(file, 'OCOP_SMTP_PASSWORD=x\n', { mode: 0o644 });
    expect(await keepSettingsPrivate(file)).toContain('is yours alone now');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await keepSettingsPrivate(file)).toBe('');
    expect(await keepSettingsPrivate(join(root, 'none'))).toBe('');
  });
});
