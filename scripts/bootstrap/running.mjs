import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a running `npm start` says about itself.
 * @typedef {object} Running
 * @property {number} pid
 * @property {number} port
 * @property {string} data The data folder it serves.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where it is written: in OCOP_DATA, else in this checkout's own .data. */
export function runFile() {
  return join(process.env['OCOP_DATA'] || join(root, '.data'), 'run.json');
}

/**
 * Tells one process from a later one with the same number, by when it started; undefined when none runs.
 * @param {number} pid
 */
export function processIdentity(pid) {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'running' : undefined;
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    // The name in parentheses may hold spaces; after it, state is the first field and the start time the twentieth.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A finished process that nobody has collected yet is not running.
    if (fields[0] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

/**
 * Records the running server, for `npm stop` and for a second `npm start`.
 * @param {Running} running
 */
export function writeRunning({ pid, port, data }) {
  const file = runFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ pid, port, data, identity: processIdentity(pid) }, null, 2)}\n`);
}

/**
 * The server of this checkout that runs now; a record of one that no longer runs is removed.
 * @returns {Running | undefined}
 */
export function readRunning() {
  try {
    const { pid, port, data, identity } = JSON.parse(readFileSync(runFile(), 'utf8'));
    if (identity && identity === processIdentity(pid)) return { pid, port, data };
    clearRunning();
  } catch (error) {
    // A record cut short by a crash is removed; none at all is the usual case.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') clearRunning();
  }
  return undefined;
}

/** Removes the record; harmless when there is none. */
export function clearRunning() {
  rmSync(runFile(), { force: true });
}
