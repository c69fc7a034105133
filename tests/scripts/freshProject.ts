import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url));

/**
 * A project as small as can be, as after `git clone`: the real bootstrap, one package that npm takes from a folder
 * (so that nothing is asked of the network), and the `scripts/start.ts` the test gives.
 */
export function freshProject(start: string): string {
  const root = mkdtempSync(join(tmpdir(), 'ocop-fresh-'));
  mkdirSync(join(root, 'scripts'));
  for (const name of ['bootstrap.mjs', 'bootstrap'])
    cpSync(join(scripts, name), join(root, 'scripts', name), { recursive: true });
  writeFileSync(join(root, 'scripts/start.ts'), start);
  mkdirSync(join(root, 'local'));
  writeFileSync(join(root, 'local/package.json'), JSON.stringify({ name: 'local', version: '1.0.0' }));
  const manifest = {
    name: 'fresh',
    version: '1.0.0',
    type: 'module',
    scripts: { start: 'node scripts/bootstrap.mjs start', stop: 'node scripts/bootstrap.mjs stop' },
    dependencies: { local: 'file:local' },
  };
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  const { name, version, dependencies } = manifest;
  const packages = {
    '': { name, version, dependencies },
    local: { version: '1.0.0' },
    'node_modules/local': { resolved: 'local', link: true },
  };
  const lock = { name, version, lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
  return root;
}

/** A started command: its process, what it printed so far, and its end. */
export interface Started {
  pid: number;
  kill(signal: NodeJS.Signals): void;
  output(): string;
  /** Waits until the output holds the text. */
  says(text: string): Promise<void>;
  /** The exit code, or the signal that ended it. */
  end: Promise<number | NodeJS.Signals | null>;
}

/** Starts a program in the project's folder. */
export function startIn(
  root: string,
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Started {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  const gather = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(text) && resolve();
      listeners.add(look);
      child.on('close', () => reject(new Error(`ended without saying "${text}": ${output}`)));
      look();
    });
  const end = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  return { pid: child.pid ?? 0, kill: (signal) => void child.kill(signal), output: () => output, says, end };
}
