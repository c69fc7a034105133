/**
 * `npm run fuzz`: every property test on ten times the cases of `npm test`, from a seed that was not tried before. OCOP_SEED repeats a run,
 * OCOP_CASES says how many cases. `-- tests/domain`: only those files; options go on to vitest (`-- tests/domain -t name`).
 */
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './bootstrap/child.mjs';
import { commands } from './bootstrap/commands.mjs';

const CASES = 1_000_000;
const HIGHEST_SEED = 2 ** 31 - 1;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Test files that make up cases. */
function propertyFiles(): string[] {
  const files = globSync('tests/**/*.test.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return files.filter((file) => readFileSync(join(root, file), 'utf8').includes("from 'fast-check'")).toSorted();
}

const args = process.argv.slice(2);
const end = args.findIndex((each) => each.startsWith('-'));
const [paths, options] = end < 0 ? [args, []] : [args.slice(0, end), args.slice(end)];
const files = propertyFiles().filter((file) => paths.length === 0 || paths.some((path) => file.includes(path)));
const seed = process.env['OCOP_SEED'] || String(randomInt(1, HIGHEST_SEED));
const cases = process.env['OCOP_CASES'] || String(CASES);

async function fuzz(): Promise<number> {
  console.error(`Seed ${seed}, ${cases} cases, ${files.length} files.`);
  const run = [...(commands['test']?.args ?? []), ...files, ...options];
  const env = { ...process.env, OCOP_SEED: seed, OCOP_CASES: cases };
  const code = await runToEnd(process.execPath, run, { cwd: root, env });
  if (code !== 0)
    console.error(
      `\nAgain: OCOP_SEED=${seed} OCOP_CASES=${cases} npm run fuzz -- FILE. What was found is mended, and its shrunk counterexample kept as a\n` +
        'named example beside the property, as tests/scripts/import/importedAgain.test.ts does: no other run tries it again.',
    );
  return code;
}

if (files.length === 0) {
  console.error(`No properties in ${paths.join(', ')}.`);
  process.exitCode = 2;
} else process.exitCode = await fuzz();
