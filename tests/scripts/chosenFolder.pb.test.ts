/** Which data a command works on, in a checkout of its own: every command × no set, one of another name, two, a server, OCOP_DATA. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { processIdentity } from '#scripts/bootstrap/processes.mjs';
import { freshPocketBase } from '#tests/support/freshPocketBase.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let checkout = '';
/** Migrated, with the settings of a province; copied into each set. */
let sample = '';

const within = (...parts: string[]) => join(checkout, '.data', ...parts);
const list = () => join(folder, 'list.csv');

/** Name → its arguments; each asks for something harmless. */
const COMMANDS: Readonly<Record<string, () => string[]>> = {
  'import.ts': () => [list(), '--into', 'products', '--dry-run'],
  'report.ts': () => ['--period', '2026-H1', '--json'],
  'user.ts': () => ['codes', 'off'],
  'backup/command.ts': () => ['--to', join(folder, `${crypto.randomUUID()}.tar`)],
  'upgrade/command.ts': () => [],
  'publish/command.ts': () => [],
};
const names = Object.keys(COMMANDS);
/** Publishing takes a site's sources and half a minute: asked only where it is to be refused. */
const quick = names.filter((name) => name !== 'publish/command.ts');

function run(name: string, env: Record<string, string> = {}) {
  const { OCOP_DATA: _, ...inherited } = process.env;
  const args = [join('scripts', name), ...(COMMANDS[name]?.() ?? [])];
  return spawnSync(process.execPath, args, { cwd: checkout, env: { ...inherited, ...env }, encoding: 'utf8' });
}

function makeSet(root: string): string {
  cpSync(sample, root, { recursive: true });
  return root;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-sets-'));
  checkout = join(folder, 'checkout');
  mkdirSync(checkout);
  for (const part of ['scripts', 'pocketbase', 'package.json'])
    cpSync(join(project, part), join(checkout, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(checkout, 'node_modules'));
  writeFileSync(list(), 'Tên sản phẩm;Chủ thể;Sao\nChè Bát Tiên;HTX Minh Họa;4 sao\n');
  sample = join(folder, 'sample');
  const fresh = await freshPocketBase({ folder: sample });
  const settings = { kind: 'demonstration', set_name: 'quang-ninh', province_code: '22', province: 'Quảng Ninh' };
  await fresh.superuser.collection('site_settings').create({ ...settings, office: 'Văn phòng', expires_soon_days: 30 });
  await fresh.stop();
});
afterEach(() => rmSync(within(), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(names)('without records %s says so, and makes none', (name) => {
  const { status, stderr } = run(name);
  expect([status, stderr]).toEqual([1, expect.stringContaining('There are no records yet: "npm start" makes them')]);
  expect(existsSync(within())).toBe(false);
});

test.each(quick)('%s works on the only set there is, and says which', (name) => {
  makeSet(within('quang-ninh'));
  mkdirSync(within('half-made', 'pb_data'), { recursive: true });
  const { status, stderr } = run(name);
  expect(stderr).toMatch(/^On the data in \.data\/quang-ninh \(Quảng Ninh, demonstration\)\.\n/);
  expect(status, stderr).toBe(0);
  expect(readdirSync(within()).sort()).toEqual(['half-made', 'quang-ninh']);
});

describe('of two sets', () => {
  test.each(names)('%s asks for one, and touches neither', (name) => {
    makeSet(within('quang-ninh'));
    makeSet(within('office'));
    const { status, stderr } = run(name);
    expect(status, stderr).toBe(1);
    expect(stderr).toContain('1  .data/office (Quảng Ninh, demonstration)\n  2  .data/quang-ninh');
    expect(stderr).toContain('Name the one you mean: OCOP_DATA=FOLDER');
  });

  test.each(quick)('%s takes the one that is served', (name) => {
    makeSet(within('quang-ninh'));
    const served = makeSet(within('office'));
    // As `npm start` writes it; this process stands for the server.
    const running = { pid: process.pid, port: 1, data: served, identity: processIdentity(process.pid) };
    writeFileSync(within('run.json'), JSON.stringify(running));
    // Who upgrades must stop the server first: what is asked here is only which folder is meant.
    expect(run(name).stderr).toMatch(/^On the data in \.data\/office /);
  });

  test('a server with data elsewhere is found too, one that has ended is not', () => {
    makeSet(within('quang-ninh'));
    const elsewhere = makeSet(join(folder, 'elsewhere'));
    mkdirSync(within('running'));
    const record = { pid: process.pid, port: 1, data: elsewhere };
    const file = within('running', `${process.pid}.json`);
    writeFileSync(file, JSON.stringify({ ...record, identity: processIdentity(process.pid) }));
    expect(run('user.ts').stderr).toContain(`On the data in ${elsewhere} `);
    writeFileSync(file, JSON.stringify({ ...record, identity: 'another process of this number' }));
    expect(run('user.ts').stderr).toContain('On the data in .data/quang-ninh ');
    expect(existsSync(file)).toBe(false);
  });
});

describe('OCOP_DATA', () => {
  test.each(quick)('%s takes what it names', (name) => {
    makeSet(within('quang-ninh'));
    const named = makeSet(join(folder, `named-${name.replace('/', '-')}`));
    const { status, stderr } = run(name, { OCOP_DATA: named });
    expect(stderr).toContain(`On the data in ${named} (Quảng Ninh, demonstration).`);
    expect(status, stderr).toBe(0);
  });

  test.each(names)('%s makes nothing where it names nothing', (name) => {
    makeSet(within('quang-ninh'));
    const missing = join(folder, 'missing');
    const { status, stderr } = run(name, { OCOP_DATA: missing });
    expect(status, stderr).toBe(1);
    expect(stderr).toBe(
      `OCOP_DATA names ${missing}, which holds no records. Correct it, or make them with "npm start".\n`,
    );
    expect(existsSync(missing)).toBe(false);
  });
});

describe('npm start', () => {
  const address = { OCOP_ADDRESS: 'https://ocop.quangninh.gov.vn' };
  const HOW = 'Run "npm start -- --new" once';

  test.each([
    ['under a real address', address, 'There are no records yet, and the demonstration is not loaded under'],
    ['as a service', { OCOP_SERVICE: '1' }, 'There are no records yet, and a service does not load the demonstration.'],
  ])('loads no demonstration %s, and makes nothing', (_, env, words) => {
    const { status, stderr } = run('start.ts', env);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(stderr).toContain(HOW);
    expect(existsSync(within())).toBe(false);
  });

  test('serves the only set there is, and no demonstration under a real address', () => {
    makeSet(within('quang-ninh'));
    const { status, stderr } = run('start.ts', address);
    expect([status, stderr]).toEqual([2, expect.stringContaining('These records are a demonstration, which is not')]);
    expect(readdirSync(within())).toEqual(['quang-ninh']);
  });

  test('of several sets it serves none unasked', () => {
    for (const name of ['nghe-an', 'quang-ninh']) makeSet(within(name));
    const { status, stderr } = run('start.ts');
    expect([status, stderr]).toEqual([2, expect.stringContaining('There are several sets of data; name one with')]);
  });
});

test('what a command tells programs stays clean', () => {
  makeSet(within('quang-ninh'));
  expect(() => JSON.parse(run('report.ts').stdout)).not.toThrow();
  expect(() => JSON.parse(run('import.ts').stdout)).toThrow();
});

test.runIf(existsSync('/usr/bin/script'))('on a terminal it is asked which, and the answer counts', () => {
  makeSet(within('quang-ninh'));
  makeSet(within('office'));
  const command = `${process.execPath} scripts/user.ts codes off`;
  const { OCOP_DATA: _, ...env } = process.env;
  const asked = (input: string) =>
    spawnSync('/usr/bin/script', ['-qec', command, '/dev/null'], { cwd: checkout, env, input, encoding: 'utf8' })
      .stdout;
  expect(asked('2\n')).toContain('On the data in .data/quang-ninh ');
  expect(asked('3\n')).toContain('"3" is none of these; nothing was done.');
});
