/**
 * The way in: `npm start`, `npm test` and their like come here straight after `git clone`, with nothing installed.
 * It installs what is missing, then runs the command with the pinned Node and ends with it. Plain JavaScript, because
 * any Node from 20 on must be able to run it.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './bootstrap/child.mjs';
import { commands } from './bootstrap/commands.mjs';
import { ensurePrograms, tryPrograms } from './bootstrap/debian.mjs';
import { findNode, refuseOldNode } from './bootstrap/node.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { Problem } from './bootstrap/problem.mjs';
import { stopRunning } from './bootstrap/stop.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** @param {string[]} argv @returns {Promise<number>} the exit code */
async function main([name = '', ...args]) {
  refuseOldNode(process.versions.node);
  if (name === 'stop') {
    // The server to stop writes its number into the data folder that .env may name.
    const settings = join(root, '.env');
    if (existsSync(settings)) process.loadEnvFile(settings);
    await stopRunning(say);
    return 0;
  }
  const command = commands[name];
  if (!command) throw new Problem(`Commands: ${[...Object.keys(commands), 'stop'].join(', ')}.`);
  ensurePackages(root, say);
  ensurePrograms(command.programs, say);
  tryPrograms(command.helpful ?? {}, say);
  const binaries = join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}` };
  return runToEnd(findNode(root), [...command.args, ...args], { cwd: root, env });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  say(error.message);
  process.exitCode = 1;
}
