/** Loaded into a child process: ends it when the process that started it is gone, however that one ended, `kill -9` included. */
import type { Socket } from 'node:net';

process.stdin.on('close', () => process.exit(1));
process.stdin.resume();
// Must not keep a finished child alive.
(process.stdin as unknown as Socket).unref();
