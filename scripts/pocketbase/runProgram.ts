import { spawn } from 'node:child_process';

/** How a finished program ended and everything it printed. */
export interface Finished {
  /** Exit code, or null when a signal ended it. */
  code: number | null;
  output: string;
}

/** Runs a program to its end without a shell and gathers its output; rejects only when it cannot be started. */
export function runProgram(
  path: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const gather = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
