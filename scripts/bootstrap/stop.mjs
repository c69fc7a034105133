import { setTimeout as sleep } from 'node:timers/promises';
import { graceMs } from './child.mjs';
import { processIdentity, signalGroup } from './processes.mjs';
import { clearRunning, readRunning } from './running.mjs';

/**
 * Ends the running `npm start` of this checkout and waits until it has ended.
 * @param {(line: string) => void} say
 */
export async function stopRunning(say) {
  const running = readRunning();
  if (!running) return say('Nothing to stop: no server of this folder is running.');
  const { pid, port } = running;
  const identity = processIdentity(pid);
  const runs = () => processIdentity(pid) === identity;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < graceMs && runs(); waited += 50) await sleep(50);
  if (runs() && !signalGroup(pid, 'SIGKILL')) process.kill(pid, 'SIGKILL');
  clearRunning();
  say(`Stopped the server on port ${port} (process ${pid}).`);
}
