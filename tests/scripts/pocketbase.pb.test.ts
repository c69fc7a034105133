import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processIdentity } from '#scripts/bootstrap/processes.mjs';
import { findGo } from '#scripts/pocketbase/build.ts';
import { memoryLimit } from '#scripts/pocketbase/flags.ts';
import { pinnedVersion } from '#scripts/pocketbase/pinned.ts';
import { freePort, pocketbaseProgram, runPocketbase, startPocketbase } from '#scripts/pocketbase.ts';
import { startIn } from './freshProject.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-pocketbase-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function folders() {
  const [dataDir, migrationsDir, hooksDir] = [join(folder, 'data'), join(folder, 'migrations'), join(folder, 'hooks')];
  mkdirSync(migrationsDir, { recursive: true });
  mkdirSync(hooksDir, { recursive: true });
  return { dataDir, migrationsDir, hooksDir };
}

test('the program is the pinned PocketBase', async () => {
  const program = await pocketbaseProgram();
  const { stdout } = await promisify(execFile)(program.path, ['--version']);
  expect(stdout).toContain(program.version);
  if (program.way !== 'env') expect(program.version).toBe(pinnedVersion());
});

const go = await findGo().catch(() => undefined);
/** What Go has compiled before: the machine's first program was built from nothing, this asks who builds, not how. */
const compiled = async () => (await promisify(execFile)(go?.path ?? 'go', ['env', 'GOCACHE'])).stdout.trim();
test.runIf(go)('two processes that find no program build it once', { timeout: 600_000 }, async () => {
  const code = `import { pocketbaseProgram } from ${JSON.stringify(import.meta.resolve('#scripts/pocketbase.ts'))};
    const { POCKETBASE_BIN, ...env } = process.env;
    console.log((await pocketbaseProgram({ env })).way);`;
  const env = { XDG_CACHE_HOME: folder, GOCACHE: await compiled() };
  const both = [0, 1].map(() => startIn(folder, process.execPath, ['--input-type=module', '-e', code], env));
  const ends = await Promise.all(both.map((started) => started.end));
  const outputs = both.map((started) => started.output());
  expect(ends, outputs.join('\n')).toEqual([0, 0]);
  expect(outputs.map((output) => output.trim().split('\n').at(-1)).sort()).toEqual(['built', 'cache']);
  expect(outputs.join('').match(/Building PocketBase/g)).toHaveLength(1);
  // Neither a lock nor a half-built program stays.
  expect(readdirSync(join(folder, 'ocop-catalogue'))).toHaveLength(1);
});

describe('the server', () => {
  test.runIf(existsSync('/proc/self/environ'))('bounds its memory, and keeps so many engines ready', async () => {
    const server = await startPocketbase({ ...folders(), port: await freePort() });
    const told = (file: string) => readFileSync(`/proc/${server.pid}/${file}`, 'utf8').split('\0');
    expect(told('environ')).toContain('GOMEMLIMIT=512MiB');
    expect(told('cmdline')).toContain('--hooksPool=64');
    await server.stop();
    expect(memoryLimit({ GOMEMLIMIT: '1GiB' })).toEqual({ GOMEMLIMIT: '1GiB' });
    // As .env.example has it.
    expect(memoryLimit({ GOMEMLIMIT: '' })).toEqual({ GOMEMLIMIT: '512MiB' });
  });

  test('answers, runs migrations and hooks, serves no folder of its own, and stops', async () => {
    const options = folders();
    writeFileSync(
      join(options.hooksDir, 'hello.pb.js'),
      "routerAdd('GET', '/hello', (e) => e.string(200, $os.getenv('GREETING')));",
    );
    writeFileSync(
      join(options.migrationsDir, '1_things.js'),
      "migrate((app) => app.save(new Collection({ name: 'things', type: 'base', listRule: '' })));",
    );
    const port = await freePort();
    const pocketbase = await startPocketbase({ ...options, port, env: { GREETING: 'xin chào' } });
    expect(pocketbase.url).toBe(`http://127.0.0.1:${port}`);
    expect(await (await fetch(`${pocketbase.url}/hello`)).text()).toBe('xin chào');
    expect((await fetch(`${pocketbase.url}/api/collections/things/records`)).status).toBe(200);
    expect((await fetch(`${pocketbase.url}/anything`)).status).toBe(404);
    expect(pocketbase.log()).toContain('Server started');
    await pocketbase.stop();
    await pocketbase.exited;
    await pocketbase.stop();
    expect(processIdentity(pocketbase.pid)).toBeUndefined();
    // What it knows is in the data folder, and no migration was written by itself.
    expect(existsSync(join(options.dataDir, 'data.db'))).toBe(true);
    expect(readdirSync(options.migrationsDir)).toEqual(['1_things.js']);
  });

  test('that cannot start tells why', async () => {
    const options = folders();
    writeFileSync(join(options.migrationsDir, '1_boom.js'), "migrate(() => { throw new Error('boom'); });");
    await expect(startPocketbase({ ...options, port: await freePort() })).rejects.toThrow(
      /PocketBase ended while starting[\s\S]*1_boom\.js: Error: boom/,
    );
  });

  test('whose port is taken by another server is not mistaken for it', async () => {
    const other = createServer((_, response) => response.end('{"code":200}'));
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(startPocketbase({ ...folders(), port })).rejects.toThrow(/address already in use/);
    other.close();
  });

  test('does not outlive the process that started it', async () => {
    const code = `import { startPocketbase } from ${JSON.stringify(import.meta.resolve('#scripts/pocketbase.ts'))};
      const server = await startPocketbase(${JSON.stringify({ ...folders(), port: await freePort() })});
      console.log('pid', server.pid, 'end'); process.exit(3);`;
    const started = startIn(folder, process.execPath, ['--input-type=module', '-e', code]);
    expect(await started.end, started.output()).toBe(3);
    const pid = Number(/pid (\d+) end/.exec(started.output())?.[1]);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => processIdentity(pid)).toBeUndefined();
  });
});

describe('a command', () => {
  test('gives what it printed', async () => {
    const said = await runPocketbase(['superuser', 'upsert', 'quantri@example.vn', 'mat-khau-dai'], folders());
    expect(said).toContain('Successfully saved superuser "quantri@example.vn"');
  });

  test('that fails is an error', async () => {
    await expect(runPocketbase(['superuser', 'upsert', 'nobody', 'x'], folders())).rejects.toThrow(
      /^pocketbase superuser upsert failed: .*missing or invalid email address$/,
    );
  });
});
