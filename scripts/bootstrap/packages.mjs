import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

const stampName = 'node_modules/.installed-from';

/**
 * The lock file's hash and the platform: packages hold programs for one platform only.
 * @param {string} root
 */
function wantedStamp(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${hash} ${process.platform}-${process.arch}`;
}

/** @param {string} file */
function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * Whether an optional package is one of this platform's programs. One that asks for a C library is left to npm's
 * judgement, since which one this machine has cannot be told cheaply.
 * @param {Entry} entry
 */
function isForThisPlatform(entry) {
  return Boolean(entry.os?.includes(process.platform) && entry.cpu?.includes(process.arch) && !entry.libc);
}

/**
 * Whether npm itself already installed exactly what the lock file says (somebody ran `npm ci` or `npm install`).
 * npm writes what it installed into node_modules/.package-lock.json.
 * @param {string} root
 */
function isInstalledByHand(root) {
  const text = readOrEmpty(join(root, 'node_modules/.package-lock.json'));
  if (!text) return false;
  /** @type {Record<string, Entry>} */
  const installed = JSON.parse(text).packages;
  /** @type {Record<string, Entry>} */
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    const found = installed[path];
    if (path === '') return true;
    if (!found) return entry.optional === true && !isForThisPlatform(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * Runs npm from outside node_modules, since `npm ci` deletes the Node that lies inside; no package needs a script of
 * its own to be installed.
 * @param {string} root
 */
function npmCi(root) {
  const outside = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: outside.join(delimiter) };
  // npm is a command file on Windows, which only a shell can start.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  return spawnSync('npm', args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/**
 * Installs the npm packages when they are missing or the lock file changed since they were installed.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function ensurePackages(root, say) {
  const stampFile = join(root, stampName);
  const stamp = wantedStamp(root);
  if (readOrEmpty(stampFile) === stamp) return;
  if (!isInstalledByHand(root)) {
    say('Installing the npm packages named in package-lock.json: about a minute …');
    const { status, error } = npmCi(root);
    if (error) throw new Problem(`npm cannot be started (${error.message}). Install Node with npm, then try again.`);
    if (status !== 0)
      throw new Problem(
        'npm could not install the packages (see above). Check the network, then try the same command again.',
      );
    say('The npm packages are installed.');
  }
  writeFileSync(stampFile, stamp);
}
