import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers } from './answers.ts';
import { memoryLimit, type PocketbaseFolders, serveFlags } from './flags.ts';
import { pocketbaseProgram } from './program.ts';

const startLimitMs = 120_000;
const stopGraceMs = 10_000;
const logLimit = 500_000;

/** What a PocketBase server needs to know. */
export interface PocketbaseOptions extends PocketbaseFolders {
  /** Address to listen on; 127.0.0.1 unless told. */
  host?: string;
  port: number;
  /** Added to this process's environment; hooks read it with `$os.getenv`. */
  env?: Record<string, string>;
  /** Further flags, for example `--encryptionEnv=…`. */
  flags?: readonly string[];
  /** Told each piece of output as it comes. */
  onOutput?: (text: string) => void;
}

/** A running PocketBase. */
export interface PocketbaseServer {
  /** Where this machine reaches it, without a trailing slash. */
  url: string;
  pid: number;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
  /** What it printed so far (the last half megabyte). */
  log(): string;
  /** Resolves when it has ended, whoever ended it. */
  exited: Promise<void>;
}

// A server must not outlive the process that started it, even when that one ends without stopping it.
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

const hasEnded = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

/** Waits for the server's own word that it listens first: another program on the port could answer for it. */
async function waitUntilReady(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const until = Date.now() + startLimitMs;
  while (!(log().includes('Server started') && (await answers(url)))) {
    if (hasEnded(child)) throw new Error(`PocketBase ended while starting at ${url}`);
    if (Date.now() > until) throw new Error(`PocketBase did not answer at ${url} within ${startLimitMs / 1000} s`);
    await sleep(50);
  }
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (!hasEnded(child)) child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), stopGraceMs);
  await exited;
  clearTimeout(kill);
}

/** Starts `pocketbase serve` and waits until it answers; throws with its output when it ends before that. */
export async function startPocketbase(options: PocketbaseOptions): Promise<PocketbaseServer> {
  const program = await pocketbaseProgram();
  await mkdir(join(options.dataDir, 'public'), { recursive: true });
  const host = options.host ?? '127.0.0.1';
  const args = ['serve', `--http=${host}:${options.port}`, ...serveFlags(options), ...(options.flags ?? [])];
  const env = { ...process.env, ...memoryLimit(), ...options.env };
  const child = spawn(program.path, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const gather = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-logLimit);
    options.onOutput?.(chunk.toString());
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  running.add(child);
  const ended = () => void running.delete(child);
  const exited = once(child, 'close').then(ended, ended);
  const stop = () => stopChild(child, exited);
  const log = () => text;
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${options.port}`;
  try {
    await waitUntilReady(child, url, log);
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}:\n${text.trim()}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, stop, log, exited };
}
