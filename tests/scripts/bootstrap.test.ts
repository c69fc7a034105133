import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { processIdentity } from '#scripts/bootstrap/processes.mjs';
import { freshProject, type Started, startIn } from './freshProject.ts';

const roots: string[] = [];
function fresh(start: string): string {
  const root = freshProject(start);
  roots.push(root);
  return root;
}
function bootstrap(root: string, ...args: string[]): Started {
  return startIn(root, process.execPath, ['scripts/bootstrap.mjs', ...args]);
}
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

// A server that starts a child of its own, tells both numbers, and ends in order when asked to.
const server = `
  import { spawn } from 'node:child_process';
  import { writeRunning, clearRunning } from './bootstrap/running.mjs';
  process.on('SIGTERM', () => { console.log('ended in order'); clearRunning(); process.exit(7); });
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeRunning({ pid: process.pid, port: 8090, data: '.data' });
  console.log(\`numbers \${process.pid} \${child.pid} end\`);
  const timer: NodeJS.Timeout = setInterval(() => {}, 1000);
`;
// One that does not end, and whose child does not either.
const deafServer = server
  .replace("'setInterval", '\'process.on("SIGTERM", () => {}); setInterval')
  .replace("console.log('ended in order'); clearRunning(); process.exit(7);", "console.log('no');");

async function numbers(started: Started): Promise<number[]> {
  await started.says(' end');
  const [, own, child] = /numbers (\d+) (\d+) end/.exec(started.output()) ?? [];
  return [Number(own), Number(child)];
}
const alive = (pids: readonly number[]) => pids.filter((pid) => processIdentity(pid) !== undefined);
async function allEnded(pids: readonly number[]): Promise<number[]> {
  for (let i = 0; i < 100 && alive(pids).length > 0; i++) await sleep(100);
  return alive(pids);
}

describe('packages', () => {
  test('a fresh clone installs, the second start asks nothing, a changed lock file installs again', async () => {
    const root = fresh("console.log('started with', process.argv.slice(2).join());");
    const first = bootstrap(root, 'start', '--demo', 'nghe-an');
    expect(await first.end, first.output()).toBe(0);
    expect(first.output()).toMatch(/Installing the npm packages[\s\S]*started with --demo,nghe-an/);
    expect(existsSync(join(root, 'node_modules/local/package.json'))).toBe(true);

    const second = bootstrap(root, 'start');
    expect(await second.end).toBe(0);
    expect(second.output()).toBe('started with \n');

    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    writeFileSync(join(root, 'package-lock.json'), lock.replace('"resolved":"local"', '"resolved": "local"'));
    const before = statSync(join(root, 'node_modules/.installed-from')).mtimeMs;
    const third = bootstrap(root, 'start');
    expect(await third.end).toBe(0);
    expect(statSync(join(root, 'node_modules/.installed-from')).mtimeMs).toBeGreaterThan(before);
  });

  test('a lock file npm cannot follow gives a message, not a stack', async () => {
    const root = fresh('');
    writeFileSync(join(root, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }');
    const started = bootstrap(root, 'start');
    expect(await started.end).toBe(1);
    expect(started.output()).toContain('npm could not install the packages');
    expect(started.output()).not.toMatch(/^ {4}at /m);
  });
});

describe('ending', () => {
  test("the command's exit code is the bootstrap's", async () => {
    const started = bootstrap(fresh('process.exit(5)'), 'start');
    expect(await started.end).toBe(5);
  });

  test.each(['SIGINT', 'SIGHUP'] as const)('%s reaches the command', async (signal) => {
    const root = fresh(
      `process.on('${signal}', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up');`,
    );
    const started = bootstrap(root, 'start');
    await started.says('up');
    started.kill(signal);
    expect(await started.end).toBe(9);
  });

  test('SIGTERM lets the command end in order and ends the child it left behind', async () => {
    const started = bootstrap(fresh(server), 'start');
    const pids = await numbers(started);
    started.kill('SIGTERM');
    expect(await started.end).toBe(7);
    expect(started.output()).toContain('ended in order');
    expect(alive(pids)).toEqual([]);
  });

  test('a second signal kills what does not end', async () => {
    const started = bootstrap(fresh(deafServer), 'start');
    const pids = await numbers(started);
    started.kill('SIGTERM');
    await started.says('no');
    started.kill('SIGTERM');
    expect(await started.end).toBe(128 + 9);
    expect(alive(pids)).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)('%s to npm leaves nothing running', async (signal) => {
    const started = startIn(fresh(server), 'npm', ['start']);
    const pids = await numbers(started);
    started.kill(signal);
    expect(await allEnded(pids)).toEqual([]);
  });
});

describe('npm stop', () => {
  test('ends the server of this folder', async () => {
    const root = fresh(server);
    const started = bootstrap(root, 'start');
    const pids = await numbers(started);
    const stop = bootstrap(root, 'stop');
    expect(await stop.end).toBe(0);
    expect(stop.output()).toBe(`Stopped the server on port 8090 (process ${pids[0]}).\n`);
    expect(await started.end).toBe(7);
    expect(await allEnded(pids)).toEqual([]);
    expect(existsSync(join(root, '.data/run.json'))).toBe(false);
  });

  test('finds it in the data folder that .env names', async () => {
    const root = fresh(`process.loadEnvFile('.env');\n${server}`);
    writeFileSync(join(root, '.env'), `OCOP_DATA=${join(root, 'kept')}\n`);
    const started = bootstrap(root, 'start');
    const pids = await numbers(started);
    expect(existsSync(join(root, 'kept/run.json'))).toBe(true);
    const stop = bootstrap(root, 'stop');
    expect(await stop.end).toBe(0);
    expect(stop.output()).toContain(`(process ${pids[0]})`);
    expect(await started.end).toBe(7);
  });

  test('needs nothing installed and says when nothing runs', async () => {
    const stop = bootstrap(fresh(''), 'stop');
    expect(await stop.end).toBe(0);
    expect(stop.output()).toContain('Nothing to stop');
    expect(stop.output()).not.toContain('npm packages');
  });
});

test('an unknown command names the known ones', async () => {
  const started = bootstrap(fresh(''), 'nonsense');
  expect(await started.end).toBe(1);
  expect(started.output()).toBe(
    'Commands: start, publish, user, backup, restore, upgrade, service, import, report, screenshots, snapshots, fuzz, test, stop.\n',
  );
});
