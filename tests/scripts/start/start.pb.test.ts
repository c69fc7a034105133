/** `npm start` from an empty folder: what it prints, makes, serves and leaves behind. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '#scripts/pocketbase.ts';
import { lanAddress } from '#scripts/start/listen.ts';
import { client } from '#tests/support/freshPocketBase.ts';
import { type RunningCommand, runCommand } from '#tests/support/runCommand.ts';

const STARTED = 'or "npm stop"';

let root = '';
let port = 0;
let running: RunningCommand[] = [];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ocop-start-'));
  port = await freePort();
});
afterEach(async () => {
  for (const command of running) command.kill('SIGTERM');
  await Promise.all(running.map((command) => command.ended));
  running = [];
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function start(folder: string, args: readonly string[] = [], input = ''): RunningCommand {
  const command = runCommand('scripts/start.ts', args, { OCOP_DATA: join(root, folder) }, input);
  running.push(command);
  return command;
}

/** Processes that name the data folder in their arguments or environment. */
function processesOf(folder: string): string[] {
  const own = String(process.pid);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== own)
    .filter((pid) => {
      try {
        return ['cmdline', 'environ'].some((file) =>
          readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(join(root, folder)),
        );
      } catch {
        // Ended meanwhile, or another user's.
        return false;
      }
    });
}

const titleOf = async (url: string) => /<title>(.*?)<\/title>/.exec(await (await fetch(url)).text())?.[1];
const loginOf = (folder: string) =>
  readFileSync(join(root, folder, 'first-login.txt'), 'utf8')
    .trim()
    .split(' ');

describe('a demonstration', () => {
  test('is loaded, published and served; the first login opens', { timeout: 180_000 }, async () => {
    const command = start('demo', ['--port', String(port), '--demo', 'nghe-an']);
    await command.says(STARTED);
    const url = `http://127.0.0.1:${port}`;
    expect(command.output()).toContain(`Public site   ${url}/`);
    expect(command.output()).toContain(`Admin         ${url}/quan-tri`);
    expect(await titleOf(`${url}/`)).toContain('Nghệ An');
    expect(await titleOf(`${url}/quan-tri`)).toBe('Quản trị OCOP');
    const [email = '', password = ''] = loginOf('demo');
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const admin = client(url);
    const { record } = await admin.collection('users').authWithPassword(email, password);
    expect(record['role']).toBe('admin');
    const address = await admin.send<{ address: string }>('/api/ocop/trial-address', {});
    expect(address).toEqual({ address: url });
    await expect(client(url).send('/api/ocop/trial-address', {})).rejects.toMatchObject({ status: 401 });
    for (const file of ['worker.json', 'first-login.txt'])
      expect((statSync(join(root, 'demo', file)).mode & 0o777).toString(8), file).toBe('600');
  });

  test('ended by SIGTERM, it leaves no process and no lock', () => {
    // afterEach has ended it.
    expect(processesOf('demo')).toEqual([]);
    const left = readdirSync(join(root, 'demo'));
    for (const file of ['run.json', 'server.json', 'start.lock', 'worker.lock', 'publish.lock'])
      expect(left).not.toContain(file);
  });

  test('starts again, publishes nothing anew, prints no password again, ends by SIGINT', async () => {
    const releases = readdirSync(join(root, 'demo', 'releases'));
    const command = start('demo', ['--port', String(port), '--demo', 'nghe-an']);
    await command.says(STARTED);
    expect(command.output()).toMatch(/First login +quantri@ocop\.local +\(password in .*first-login\.txt/);
    expect(readdirSync(join(root, 'demo', 'releases'))).toEqual(releases);
    const second = start('demo', ['--demo', 'nghe-an']);
    expect(await second.ended).toBe(2);
    expect(second.output()).toMatch(/Already running on port \d+/);
    command.kill('SIGINT');
    expect(await command.ended).toBe(0);
    expect(processesOf('demo')).toEqual([]);
  });

  test('killed without warning, it can start again', { timeout: 120_000 }, async () => {
    const command = start('demo', ['--port', String(port)]);
    await command.says(STARTED);
    command.kill('SIGKILL');
    await command.ended;
    // The worker ends with it; the PocketBase it left is ended by the next start, so that no two serve one database.
    const again = start('demo', ['--port', String(port)]);
    await again.says(STARTED);
    expect(await titleOf(`http://127.0.0.1:${port}/`)).toContain('Nghệ An');
    again.kill('SIGTERM');
    await again.ended;
    expect(processesOf('demo')).toEqual([]);
  });

  test('killed in its first publish, the next start publishes', { timeout: 120_000 }, async () => {
    const command = start('cut', ['--port', String(port), '--demo', 'nghe-an']);
    await command.says('Dựng trang…');
    command.kill('SIGKILL');
    await command.ended;
    const again = start('cut', ['--port', String(port)]);
    await again.says(STARTED);
    expect(again.output()).toMatch(/Đã đăng .* trang\./);
    expect(again.output()).not.toContain('Không đăng được');
    expect(await titleOf(`http://127.0.0.1:${port}/`)).toContain('Nghệ An');
  });

  test('does not mix with that of another province', async () => {
    const command = start('demo', ['--demo', 'bac-ninh']);
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('Each set needs a folder of its own.');
    expect(command.output()).not.toMatch(/^ {4}at /m);
  });
});

describe('a real installation', () => {
  const ANSWERS = 'Atlantis\nbac ninh\nVăn phòng Điều phối OCOP\n\nocop.bacninh.gov.vn\nhttps://ocop.bacninh.gov.vn\n';

  test('asks until the answers fit, loads nothing, and stays what it is', { timeout: 180_000 }, async () => {
    const command = start('real', ['--new'], ANSWERS);
    await command.says(STARTED);
    expect(command.output()).toContain('Không có tỉnh này');
    expect(command.output()).toContain('không có dấu / ở cuối');
    expect(command.output()).not.toContain('Loaded the demonstration');
    const url = /Public site +(\S+)\//.exec(command.output())?.[1] ?? '';
    const admin = client(url);
    const [email = '', password = ''] = loginOf('real');
    await admin.collection('users').authWithPassword(email, password);
    const [settings] = await admin.collection('site_settings').getFullList();
    expect(settings).toMatchObject({
      kind: 'real',
      province: 'Bắc Ninh',
      province_code: '24',
      office: 'Văn phòng Điều phối OCOP',
      public_address: 'https://ocop.bacninh.gov.vn',
    });
    expect((await admin.collection('products').getList(1, 1)).totalItems).toBe(0);
    expect(await titleOf(`${url}/`)).toContain('Bắc Ninh');
    const reset = runCommand('scripts/user.ts', ['reset', email], { OCOP_DATA: join(root, 'real') });
    expect(await reset.ended, reset.output()).toBe(0);
    const fresh = /: (\S+)$/m.exec(reset.output())?.[1] ?? '';
    await expect(client(url).collection('users').authWithPassword(email, password)).rejects.toMatchObject({
      status: 400,
    });
    await client(url).collection('users').authWithPassword(email, fresh);
  });

  test('is not made over records', { timeout: 60_000 }, async () => {
    const command = start('real', ['--new'], ANSWERS);
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain('holds records already');
  });

  test('never gets a demonstration, and tells no first login once it was changed', async () => {
    const refused = start('real', ['--demo', 'bac-ninh']);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('A demonstration is loaded only into a folder of its own.');
    const command = start('real', []);
    await command.says(STARTED);
    expect(command.output()).not.toMatch(/First login|Loaded the demonstration/);
    expect(existsSync(join(root, 'real', 'first-login.txt'))).toBe(false);
  });

  test('is published from the command line while nothing runs', { timeout: 120_000 }, async () => {
    const releases = readdirSync(join(root, 'real', 'releases'));
    const command = runCommand('scripts/publish/command.ts', [], { OCOP_DATA: join(root, 'real') });
    expect(await command.ended, command.output()).toBe(0);
    expect(command.output()).toMatch(/Dựng trang…[\s\S]*Đã đăng .*: \d+ trang\./);
    expect(readdirSync(join(root, 'real', 'releases'))).toHaveLength(releases.length + 1);
    expect(processesOf('real')).toEqual([]);
  });

  test('people are added and given new passwords while nothing runs', async () => {
    const user = (...args: string[]) => runCommand('scripts/user.ts', args, { OCOP_DATA: join(root, 'real') });
    const added = user('add', 'bien-tap@ocop.example', '--role', 'editor');
    expect(await added.ended, added.output()).toBe(0);
    expect(added.output()).toMatch(
      /^Added bien-tap@ocop\.example as editor\. Password: ([a-z2-9]{4}-){3}[a-z2-9]{4}$/m,
    );
    const twice = user('add', 'bien-tap@ocop.example', '--role', 'editor');
    expect(await twice.ended).toBe(1);
    expect(twice.output()).toContain('email:');
    const nobody = user('reset', 'nobody@ocop.example');
    expect(await nobody.ended).toBe(1);
    expect(nobody.output()).toBe('There is no user nobody@ocop.example.\n');
    const withoutCodes = user('codes', 'off');
    expect(await withoutCodes.ended, withoutCodes.output()).toBe(0);
    for (const wrong of [[], ['add', 'a@b.vn'], ['add', 'a@b.vn', '--role', 'king'], ['reset'], ['codes', 'on']])
      expect(await user(...wrong).ended).toBe(2);
    expect(processesOf('real')).toEqual([]);
  });
});

test('--lan listens on the network and puts that address into trial stamps', { timeout: 60_000 }, async () => {
  const command = start('real', ['--lan', '--port', String(port)]);
  await command.says(STARTED);
  const host = lanAddress() ?? '127.0.0.1';
  expect(command.output()).toContain(`Public site   http://${host}:${port}/`);
  expect((await fetch(`http://${host}:${port}/`)).status).toBe(200);
});

test.each([
  [['--demo', 'atlantis'], 'There is no demonstration "atlantis". There are: bac-ninh, quang-ninh, nghe-an.'],
  [['--port', '0'], '--port needs a number'],
  [['--new', '--demo', 'bac-ninh'], '--new makes a real installation'],
  [['--colour'], "Unknown option '--colour'"],
  [['--scale', 'much'], ''],
])('%j is refused with a word', async (args, message) => {
  const command = start('none', args);
  expect(await command.ended).toBe(2);
  expect(command.output()).toContain(message);
  expect(existsSync(join(root, 'none'))).toBe(false);
});

test('a port that is taken is named, and nothing else is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const taken = (other.address() as AddressInfo).port;
  const command = start('taken', ['--port', String(taken)]);
  expect(await command.ended).toBe(1);
  expect(command.output()).toContain(`Port ${taken} is taken.`);
  expect(processesOf('taken')).toEqual([]);
  other.close();
});
