import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function fuzz(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const { OCOP_SEED: _, OCOP_CASES: __, ...env } = process.env;
  const options = { cwd: root, env: { ...env, ...more }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/fuzz.ts', ...args], options);
  return { status, said: `${stdout}${stderr}` };
}
const seedOf = (said: string) => /^Seed (\d+), 200 cases, 1 files\.$/m.exec(said)?.[1];

describe('npm run fuzz', () => {
  test('draws another seed each time, and tells it', () => {
    const [one, other] = [1, 2].map(() => fuzz(['tests/domain/slug'], { OCOP_CASES: '200' }));
    expect([one?.status, other?.status]).toEqual([0, 0]);
    expect(seedOf(one?.said ?? '')).toMatch(/^\d+$/);
    expect(seedOf(one?.said ?? '')).not.toBe(seedOf(other?.said ?? ''));
  });

  test('says how to repeat what failed and where to keep it', () => {
    const { status, said } = fuzz(['tests/domain/slug', '--no-such-option'], { OCOP_CASES: '200', OCOP_SEED: '7' });
    expect(status).not.toBe(0);
    expect(said).toContain('Again: OCOP_SEED=7 OCOP_CASES=200 npm run fuzz -- FILE.');
    expect(said).toContain('tests/scripts/import/importedAgain.test.ts');
  });

  test('names what holds no properties', () => {
    expect(fuzz(['tests/nowhere'])).toEqual({ status: 2, said: 'No properties in tests/nowhere.\n' });
  });
});
