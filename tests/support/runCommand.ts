/** A command of this project as a process of its own, which a test can watch and kill. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningCommand {
  pid: number;
  output(): string;
  /** Waits until the output holds the text; fails when the command ends before. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts `node <script> …` in the project's folder. `input` is what stands on its standard input. */
export function runCommand(
  script: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
  input = '',
): RunningCommand {
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
  child.stdin.end(input);
  let text = '';
  const watchers = new Set<() => void>();
  const gather = (chunk: Buffer) => {
    text += chunk.toString();
    for (const watcher of watchers) watcher();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
    // What it left running may hold its output open.
    child.on('exit', (code, signal) => setTimeout(() => resolve(code ?? signal), 500));
  });
  const says = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (text.includes(wanted)) resolve();
      };
      watchers.add(look);
      void ended.then(() => reject(new Error(`ended without saying "${wanted}":\n${text}`)));
      look();
    });
  return { pid: child.pid ?? 0, output: () => text, says, kill: (signal) => void child.kill(signal), ended };
}
