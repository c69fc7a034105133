import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { processIdentity } from '#scripts/bootstrap/processes.mjs';
import { clearRunning, readRunning, runFile, writeRunning } from '#scripts/bootstrap/running.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-running-'));
  vi.stubEnv('OCOP_DATA', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const own = { pid: process.pid, port: 8090, data: '/data' };

test('a running process is found again, in the folder OCOP_DATA names', () => {
  writeRunning(own);
  expect(runFile()).toBe(join(folder, 'run.json'));
  expect(readRunning()).toEqual(own);
  clearRunning();
  expect(readRunning()).toBeUndefined();
});

test('a process that has ended is not running, and its record is removed', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeRunning({ ...own, pid: child.pid ?? 0 });
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(readRunning()).toBeUndefined();
  expect(existsSync(runFile())).toBe(false);
});

test('another process that got the same number later is left alone', () => {
  writeRunning(own);
  const record = JSON.parse(readFileSync(runFile(), 'utf8'));
  writeFileSync(runFile(), JSON.stringify({ ...record, identity: `${record.identity}0` }));
  expect(readRunning()).toBeUndefined();
  expect(processIdentity(process.pid)).toBe(record.identity);
});

test.each(['', '{"pid": 1', '{}', 'null'])('a broken record (%j) counts as none and is removed', (text) => {
  writeFileSync(runFile(), text);
  expect(readRunning()).toBeUndefined();
  expect(existsSync(runFile())).toBe(false);
});
