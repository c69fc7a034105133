import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startIn } from './freshProject.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-ci-'));
  cpSync(fileURLToPath(new URL('../../.ci', import.meta.url)), join(folder, '.ci'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs .ci/run in a folder where npm is a script that gives each command's outcome. */
async function run(outcomes: string) {
  mkdirSync(join(folder, 'bin'));
  const npm = `#!/bin/sh\nreport() { echo "{ $2 }" > .cache/test-report/$1.json; }\ncase "$*" in\n${outcomes}\nesac\n`;
  writeFileSync(join(folder, 'bin/npm'), npm, { mode: 0o755 });
  const path = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const started = startIn(folder, 'bash', ['.ci/run'], { PATH: path });
  return { code: await started.end, lines: started.output().trim().split('\n') };
}

const tests = `test) report 1 '"numPassedTests": 40, "numFailedTests": 0, "success": true' ;;`;

test('all passed: the sum of tests and budgets closes the run', async () => {
  const budgets = `"run budgets") report 2 '"numPassedTests": 2, "numFailedTests": 0, "success": true' ;;`;
  const { code, lines } = await run(`${tests}\n${budgets}`);
  expect(lines.at(-1)).toBe('42 passed, 0 failed');
  expect(lines.at(-2)).toMatch(/^== all passed in \d+ s$/);
  expect(code).toBe(0);
  for (const name of ['test', 'lint', 'types', 'unused', 'budgets', 'scale'])
    expect(lines.join('\n')).toMatch(new RegExp(`== ${name}: passed in \\d+ s`));
});

test('one failure fails the run, after all the others have run', async () => {
  const { code, lines } = await run(`${tests}\n"run lint") exit 1 ;;`);
  expect(lines.at(-1)).toBe('40 passed, 0 failed');
  expect(lines.at(-2)).toBe('== failed: lint');
  expect(lines.join('\n')).toMatch(/== budgets: passed/);
  expect(code).toBe(1);
});

test('what failed is named at the end, where it is seen', async () => {
  const failed = `{"status": "failed", "fullName": "two and two", "failureMessages": ["Error: 5 is not 4"]}`;
  const results = `"testResults": [{"name": "tests/sum.test.ts", "status": "failed", "message": "", "assertionResults": [${failed}]}]`;
  const { lines } = await run(
    `test) report 1 '"numPassedTests": 5, "numFailedTests": 1, "success": false, ${results}'; exit 1 ;;`,
  );
  expect(lines.slice(-4)).toEqual([
    'FAILED tests/sum.test.ts ',
    'two and two',
    '  Error: 5 is not 4',
    '5 passed, 1 failed',
  ]);
});

test('a test file that could not be loaded counts as failed', async () => {
  const broken = `test) report 1 '"numPassedTests": 5, "numFailedTests": 0, "success": false'; exit 1 ;;`;
  const { code, lines } = await run(broken);
  expect(lines.at(-1)).toBe('5 passed, 1 failed');
  expect(code).toBe(1);
});

test('where not even the packages install, the run fails and still closes', async () => {
  const { code, lines } = await run('*) exit 1 ;;');
  expect(lines.at(-1)).toBe('0 passed, 0 failed');
  expect(lines.at(-2)).toBe('== failed: test lint types unused budgets scale');
  expect(code).toBe(1);
});
