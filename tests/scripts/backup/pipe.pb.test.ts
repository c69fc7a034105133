/** Off-site and encrypted, as .docs/deploy.md has it: a backup through a pipe into a locked file, and back into another data folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appliedMigrations } from '#scripts/schemaVersion.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const hasAge = spawnSync('age', ['--version']).status === 0;
if (!hasAge) console.warn('SKIPPED: without age, a Debian package, the backup is locked by openssl only.');

let root = '';
let pocketbase: FreshPocketBase;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'ocop-pipe-'));
  pocketbase = await freshPocketBase({ folder: join(root, 'office') });
  await pocketbase.superuser
    .collection('site_settings')
    .create({ kind: 'real', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' });
});
afterAll(async () => {
  await pocketbase.stop();
  rmSync(root, { recursive: true, force: true });
});

/** One line of a shell, as a person types it; `backup` and `restore` stand for the two commands. */
function shell(line: string, data = pocketbase.data.root): { status: number | null; said: string } {
  const command = (name: string) => `${name}() { '${process.execPath}' scripts/${name}/command.ts "$@"; }`;
  const script = `set -o pipefail; ${command('backup')}; ${command('restore')}; ${line}`;
  const env = { ...process.env, OCOP_DATA: data, FOLDER: root, PHRASE: 'only-for-this-test' };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: ROOT, env, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}
const leftovers = () => readdirSync(pocketbase.data.root).filter((name) => name.startsWith('backup'));

const LOCKS: [name: string, there: boolean, lock: string, unlock: string][] = [
  ['age', hasAge, 'age -r "$(age-keygen -y "$FOLDER/key.txt")"', 'age -d -i "$FOLDER/key.txt"'],
  [
    'openssl',
    true,
    'openssl enc -aes-256-cbc -pbkdf2 -iter 600000 -pass env:PHRASE',
    'openssl enc -d -aes-256-cbc -pbkdf2 -iter 600000 -pass env:PHRASE',
  ],
];

describe.each(LOCKS.filter(([, there]) => there))('locked by %s', (name, _, lock, unlock) => {
  test('it can be restored elsewhere, and says nothing of itself before', { timeout: 120_000 }, () => {
    if (name === 'age') expect(shell('age-keygen -o "$FOLDER/key.txt"').status).toBe(0);
    const made = shell(`backup --to - | (sleep 1; ${lock}) > "$FOLDER/${name}.locked"`);
    expect(made.status, made.said).toBe(0);
    expect(made.said).toMatch(
      /^Backed up \d+ records and 0 files of Bắc Ninh, as of .*: written to the pipe, none kept here\.$/m,
    );
    expect(leftovers()).toEqual([]);
    const locked = readFileSync(join(root, `${name}.locked`));
    expect([locked.indexOf(Buffer.from([0x1f, 0x8b, 8])), locked.includes('pb_data')]).not.toEqual([0, true]);
    const target = join(root, `restored-${name}`);
    const back = shell(
      `${unlock} < "$FOLDER/${name}.locked" > "$FOLDER/${name}.tar.gz" && restore "$FOLDER/${name}.tar.gz"`,
      target,
    );
    expect(back.status, back.said).toBe(0);
    expect(appliedMigrations(join(target, 'pb_data', 'data.db')).length).toBeGreaterThan(0);
  });
});

test('a pipe that breaks is told in words and leaves nothing; the pipe as a whole has failed', () => {
  const broken = shell('backup --to - | head -c 10 > /dev/null');
  expect(broken.status, broken.said).not.toBe(0);
  expect(broken.said).toContain('Whoever was to take the backup ended before it was whole');
  expect(leftovers()).toEqual([]);
});

test('what a killed one left goes with the next, and nobody else may read it meanwhile', () => {
  const forgotten = join(pocketbase.data.root, 'backup-999999999.out');
  writeFileSync(forgotten, 'records', { mode: 0o600 });
  expect(shell('umask 000; backup --to - > "$FOLDER/plain.tar.gz"').status).toBe(0);
  expect(leftovers()).toEqual([]);
  expect(statSync(join(root, 'plain.tar.gz')).size).toBeGreaterThan(1000);
});
