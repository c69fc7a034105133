/** What tests try does not depend on luck: the same cases each run, others only where somebody asks. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { USUAL_SEED } from './seed.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SHOW =
  "import '#tests/support/seed.ts'; import fc from 'fast-check'; console.log(String(fc.sample(fc.string(), 20)));";

/** Cases that a run of its own makes. */
function casesOf(seed: string | undefined): string {
  const { OCOP_SEED: _, ...rest } = process.env;
  const env = seed === undefined ? rest : { ...rest, OCOP_SEED: seed };
  const options = { cwd: root, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', SHOW], options);
  return status === 0 ? stdout : stderr;
}

test('two runs make the same cases, another seed makes others', () => {
  expect(casesOf(undefined)).toBe(casesOf(undefined));
  expect(casesOf('7')).toBe(casesOf('7'));
  expect(casesOf('7')).not.toBe(casesOf(undefined));
});

test('a property that says nothing of seeds goes by that of the run', () => {
  const said = Number(process.env['OCOP_SEED'] ?? USUAL_SEED);
  expect(fc.check(fc.property(fc.nat(), () => true)).seed).toBe(said);
});

test('a seed that is no number is refused', () => {
  expect(casesOf('new')).toContain('OCOP_SEED is a whole number.');
});

test('no test draws lots beside it', () => {
  const luck = /Math\.random|randomBytes|randomInt|randomFill|getRandomValues|\bseed: /;
  const files = globSync('tests/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('support/seed'));
  expect(files.filter((file) => luck.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
