import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const home = fileURLToPath(new URL('../../.data', import.meta.url));
/** Servers whose data lie elsewhere, one file each: for commands that are not told where. */
const elsewhere = join(home, 'running');

/** Where it is written: in OCOP_DATA, else in this checkout's own .data. */
export function runFile() {
  return join(process.env['OCOP_DATA'] || home, 'run.json');
}

/** @param {string} file @param {Running} running */
function write(file, { pid, port, data }) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ pid, port, data, identity: processIdentity(pid) }, null, 2)}\n`, {
    mode: 0o600,
  });
}

/**
 * The server that a file tells of, when it runs; the file of one that no longer runs is removed, and so is one cut short by a crash.
 * @param {string} file
 * @returns {Running | undefined}
 */
function read(file) {
  try {
    const { pid, port, data, identity } = JSON.parse(readFileSync(file, 'utf8'));
    if (identity && identity === processIdentity(pid)) return { pid, port, data };
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOENT') return undefined;
    if (code === 'EACCES')
      throw new Error(`${file} is another user's. Run this as the user that runs the server (sudo -u USER …).`);
  }
  rmSync(file, { force: true });
  return undefined;
}

/** @param {number} pid */
const fileElsewhere = (pid) => join(elsewhere, `${pid}.json`);

/**
 * Records the running server, for `npm stop`, a second `npm start` and other commands.
 * @param {Running} running
 */
export function writeRunning(running) {
  write(runFile(), running);
  if (!process.env['OCOP_DATA']) return;
  try {
    write(fileElsewhere(running.pid), running);
  } catch {
    // A checkout that the server may not write to: then commands are told by OCOP_DATA.
  }
}

/**
 * The server on the data folder of OCOP_DATA, else on one of this checkout's own, that runs now.
 * @returns {Running | undefined}
 */
export function readRunning() {
  return read(runFile());
}

/**
 * All servers that run from this checkout, wherever their data lie.
 * @returns {Running[]}
 */
export function runningHere() {
  /** @type {string[]} */
  let names = [];
  try {
    names = readdirSync(elsewhere);
  } catch {
    // None ever ran with data elsewhere.
  }
  const files = [join(home, 'run.json'), ...names.map((name) => join(elsewhere, name))];
  const running = files.map(read).filter((found) => found !== undefined);
  return running.filter(({ data }, at) => running.findIndex((other) => other.data === data) === at);
}

/** Removes the record; harmless when there is none. */
export function clearRunning() {
  rmSync(runFile(), { force: true });
  rmSync(fileElsewhere(process.pid), { force: true });
}
