import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * What Linux knows about a process; undefined when there is none.
 * @param {number | string} pid
 */
function linuxProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in parentheses, may hold spaces; the fields after it do not (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, parent, group] = fields;
    return { state, parent: Number(parent), group: Number(group), started: fields[19] };
  } catch {
    return undefined;
  }
}

/**
 * Tells one process from a later one with the same number, by when it started; undefined when none runs.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processIdentity(pid) {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'running' : undefined;
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    const found = linuxProcess(pid);
    // A finished process that nobody has collected yet is not running.
    if (!found || found.state === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${found.started}`;
  } catch {
    return undefined;
  }
}

/** The numbers of this process's parent and, where that is cheap to ask, of its parent: npm puts a shell in between. */
export function ancestors() {
  return process.platform === 'linux' ? `${process.ppid} ${linuxProcess(process.ppid)?.parent}` : String(process.ppid);
}

/**
 * Sends a signal to a whole process group; false when there is no such group.
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 */
export function signalGroup(group, signal) {
  if (process.platform === 'win32') {
    if (signal !== 0) spawnSync('taskkill', ['/pid', String(group), '/T', '/F'], { stdio: 'ignore' });
    return false;
  }
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether anything of a process group still runs. Finished ones that nobody has collected yet do not count: in a
 * container they can stay for long.
 * @param {number} group
 */
export function groupRuns(group) {
  if (!signalGroup(group, 0) || process.platform !== 'linux') return signalGroup(group, 0);
  return readdirSync('/proc').some((name) => {
    const found = /^\d+$/.test(name) ? linuxProcess(name) : undefined;
    return found?.group === group && found.state !== 'Z';
  });
}
