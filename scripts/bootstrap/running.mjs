import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIdentity } from './processes.mjs';

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
 * Records the running server, for `npm stop` and for a second `npm start`.
 * @param {Running} running
 */
export function writeRunning({ pid, port, data }) {
  const file = runFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ pid, port, data, identity: processIdentity(pid) }, null, 2)}\n`, {
    mode: 0o600,
  });
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
