/** The product as `npm start` runs it: a fresh data folder, the demonstration loaded and published, one port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '#scripts/dataFolder.ts';
import { freePort } from '#scripts/pocketbase.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningProduct {
  /** Address without a trailing slash. */
  url: string;
  data: string;
  login: { email: string; password: string };
  /** Everything it printed. */
  output(): string;
  /** Ends it as Ctrl-C does and removes its folder. */
  stop(): Promise<void>;
}

function lineOf(output: string, label: string): string[] {
  const line = output.split('\n').find((each) => each.trim().startsWith(label));
  return line === undefined ? [] : line.trim().slice(label.length).trim().split(/\s+/);
}

async function untilTold(child: ChildProcess, output: () => string): Promise<void> {
  while (lineOf(output(), 'Stop').length === 0) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts the product and waits until it has printed its addresses. */
export async function runningProduct(args: readonly string[] = []): Promise<RunningProduct> {
  const data = mkdtempSync(join(tmpdir(), 'ocop-product-'));
  const command = ['scripts/start.ts', '--port', String(await freePort()), ...args];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, OCOP_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const gather = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const output = () => text;
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilTold(child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  // Not printed: the terminal of a test is none.
  const [email = '', password = ''] = readFileSync(dataFolder(data).firstLogin, 'utf8').trim().split(' ');
  return {
    url: (lineOf(text, 'Public site')[0] ?? '').replace(/\/$/, ''),
    data,
    login: { email, password },
    output,
    stop,
  };
}
