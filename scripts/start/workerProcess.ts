/** The worker as a child process: started again when it ends by itself, ended with us. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from '../dataFolder.ts';
import { projectRoot } from '../environment.ts';

const RESTART_MS = 2_000;
const GRACE_MS = 5_000;

/** A worker that is kept running. */
export interface WorkerProcess {
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts the worker for a data folder whose PocketBase answers at `url`. */
export function startWorker(data: DataFolder, url: string, say: (line: string) => void): WorkerProcess {
  let child: ChildProcess | undefined;
  let stopped = false;
  const start = () => {
    const env = { ...process.env, OCOP_DATA: data.root, OCOP_POCKETBASE_URL: url };
    const started = spawn(process.execPath, [join(projectRoot, 'scripts', 'worker.ts')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child = started;
    started.on('close', async (code) => {
      if (stopped) return;
      say(`The worker ended (${code}); starting it again.`);
      await sleep(RESTART_MS);
      if (!stopped) start();
    });
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      const running = child;
      if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => running.once('close', () => resolve()));
      running.kill('SIGTERM');
      const timer = setTimeout(() => running.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
