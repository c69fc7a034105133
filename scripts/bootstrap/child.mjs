import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ancestors, groupRuns, signalGroup } from './processes.mjs';

/** How long a command may take to end in order before it is killed, in milliseconds. */
export const graceMs = 20_000;
const leftoverGraceMs = 3000;

/**
 * Ends what a finished command left running: asks, then kills.
 * @param {number} group
 */
async function endLeftovers(group) {
  signalGroup(group, 'SIGTERM');
  for (let waited = 0; waited < leftoverGraceMs && groupRuns(group); waited += 50) await sleep(50);
  signalGroup(group, 'SIGKILL');
}

/**
 * Passes the signals that reach this process on to the command, and kills its group when it does not end. npm does
 * not always pass on what it gets: a parent that vanished counts as SIGTERM.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} group
 * @returns {() => void} ends the watch
 */
function watchForEnd(child, group) {
  /** @type {NodeJS.Timeout | undefined} */
  let killer;
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    if (killer) return signalGroup(group, 'SIGKILL');
    killer = setTimeout(() => signalGroup(group, 'SIGKILL'), graceMs);
    return child.kill(signal);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end);
  // Only below npm: a shell that starts this and ends is somebody's wish.
  const above = process.env['npm_execpath'] ? ancestors() : undefined;
  const orphaned = setInterval(() => {
    if (above && ancestors() !== above && !killer) end('SIGTERM');
  }, 1000);
  return () => {
    clearTimeout(killer);
    clearInterval(orphaned);
  };
}

/**
 * Runs a program in a process group of its own, with this one's terminal, and leaves nothing of it behind.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code; 128 + the signal's number when a signal ended it
 */
export function runToEnd(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit', detached: process.platform !== 'win32' });
    child.on('error', reject);
    const group = child.pid;
    if (group === undefined) return;
    const endWatch = watchForEnd(child, group);
    child.on('exit', async (code, signal) => {
      await endLeftovers(group);
      endWatch();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
