import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensurePrograms, missingPrograms, tryPrograms } from '#scripts/bootstrap/debian.mjs';

let path = '';
const machine = (more: { isDebian: boolean; isRoot?: boolean }) => ({ path, isRoot: false, ...more });
const fail = (line: string): never => {
  throw new Error(`nothing should be said, but: ${line}`);
};

beforeAll(() => {
  path = mkdtempSync(join(tmpdir(), 'ocop-programs-'));
  writeFileSync(join(path, 'chromium'), '');
});
afterAll(() => rmSync(path, { recursive: true }));

test('what is on PATH is not missing', () => {
  expect(missingPrograms(['chromium', 'caddy'], machine({ isDebian: true }))).toEqual(['caddy']);
});

test('where all is there, nothing is asked or said', () => {
  ensurePrograms(['chromium'], fail, machine({ isDebian: true }));
  ensurePrograms([], fail, machine({ isDebian: false }));
});

test('who is not root gets the exact command', () => {
  expect(() => ensurePrograms(['chromium', 'caddy'], fail, machine({ isDebian: true }))).toThrow(
    'sudo apt-get install -y --no-install-recommends caddy\n',
  );
});

test('elsewhere than on Debian the programs are named, and no font is asked for', () => {
  const wanted = ['caddy', 'fonts-noto-core'];
  expect(() => ensurePrograms(wanted, fail, machine({ isDebian: false, isRoot: true }))).toThrow(
    'Not installed: caddy. Put them on PATH',
  );
});

test('what a command can do without is named when it cannot be installed, and the command goes on', () => {
  const said: string[] = [];
  const wanted = { caddy: 'one server fewer is asked', chromium: 'nothing is seen' };
  for (const isDebian of [true, false]) tryPrograms(wanted, (line) => said.push(line), machine({ isDebian }));
  const line = 'Without caddy, a Debian package: one server fewer is asked.';
  expect(said).toEqual([line, line]);
});
