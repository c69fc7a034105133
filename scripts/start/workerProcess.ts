/** The worker as a child process: started again when it ends by itself, ended with us. */
import { type ChildProcess, spawn } from 'node:child_process';
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
    const args = ['--import', './scripts/publish/endWithParent.ts', 'scripts/worker.ts'];
    // Its standard input is the thread by which it hangs on this process.
    const started = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ['pipe', 'inherit', 'inherit'] });
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
