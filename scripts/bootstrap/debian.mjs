import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';

/**
 * What proves that a Debian package, or the same program from elsewhere, is there.
 * @type {Readonly<Record<string, { program: string } | { file: string }>>}
 */
const proofs = {
  chromium: { program: 'chromium' },
  caddy: { program: 'caddy' },
  systemd: { program: 'systemd-analyze' },
  age: { program: 'age' },
  'python3-pyqt5.qtwebengine': { file: '/usr/lib/python3/dist-packages/PyQt5/QtWebEngineWidgets.abi3.so' },
  // Only pictures look different without it, so it is asked for only where it is a package.
  'fonts-noto-core': { file: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf' },
};

/** @param {string} program @param {string} path */
function isOnPath(program, path) {
  const name = process.platform === 'win32' ? `${program}.exe` : program;
  return path.split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));
}

/** @typedef {{ path: string, isDebian: boolean, isRoot: boolean }} Machine */

/** @returns {Machine} */
function thisMachine() {
  const path = process.env['PATH'] ?? '';
  return { path, isDebian: isOnPath('dpkg', path) && isOnPath('apt-get', path), isRoot: process.getuid?.() === 0 };
}

/**
 * Which of the wanted packages are not there.
 * @param {readonly string[]} wanted
 * @param {Machine} machine
 */
export function missingPrograms(wanted, machine) {
  return wanted.filter((name) => {
    const proof = proofs[name];
    if (!proof) return true;
    if ('program' in proof) return !isOnPath(proof.program, machine.path);
    return machine.isDebian && !existsSync(proof.file);
  });
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/**
 * Installs Debian packages that only widen what a command does; where that is not possible, says what is left out and goes on.
 * @param {Readonly<Record<string, string>>} wanted package → what is left out without it
 * @param {(line: string) => void} say
 * @param {Machine} machine
 */
export function tryPrograms(wanted, say, machine = thisMachine()) {
  const missing = missingPrograms(Object.keys(wanted), { ...machine, isDebian: true });
  if (missing.length === 0) return;
  if (machine.isDebian && machine.isRoot) {
    say(`Installing ${missing.join(', ')} with apt-get …`);
    if (aptGet(['update']) && aptGet(['install', '-y', '--no-install-recommends', ...missing])) return;
  }
  for (const name of missing) say(`Without ${name}, a Debian package: ${wanted[name]}.`);
}

/** Debian starts Caddy as a service on port 80 as soon as it is installed; the tests start their own. */
function stopFreshCaddyService() {
  if (existsSync('/run/systemd/system')) spawnSync('systemctl', ['disable', '--now', 'caddy'], { stdio: 'ignore' });
}

/**
 * Sees to the Debian packages a command needs: installs them as root on Debian and its like, else says how.
 * @param {readonly string[]} wanted
 * @param {(line: string) => void} say
 * @param {Machine} machine
 */
export function ensurePrograms(wanted, say, machine = thisMachine()) {
  const missing = missingPrograms(wanted, machine);
  if (missing.length === 0) return;
  const names = missing.join(', ');
  const command = ['install', '-y', '--no-install-recommends', ...missing];
  if (!machine.isDebian) throw new Problem(`Not installed: ${names}. Put them on PATH, then try again.`);
  if (!machine.isRoot)
    throw new Problem(`Not installed: ${names}. Run this, then try again:\n\n  sudo apt-get ${command.join(' ')}\n`);
  say(`Installing ${names} with apt-get …`);
  if (!aptGet(['update']) || !aptGet(command)) throw new Problem(`apt-get could not install ${names} (see above).`);
  if (missing.includes('caddy')) stopFreshCaddyService();
}
