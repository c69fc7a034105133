/** What is answered as saved is on disk: asked of the connections themselves (tests/scripts/powerCut.pb.test.ts pulls the plug). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort, pocketbaseProgram, startPocketbase } from '#scripts/pocketbase.ts';

/** https://sqlite.org/pragma.html#pragma_synchronous */
const FULL = 2;
const NORMAL = 1;

// A route that asks each pool's connections, thirty at once so that the reading pool opens several.
const hook = `routerAdd('GET', '/synchronous', (e) => {
  const ask = (db) => {
    const row = new DynamicModel({ synchronous: 0 });
    db.newQuery('PRAGMA synchronous').one(row);
    return row.synchronous;
  };
  return e.json(200, {
    writing: ask($app.nonconcurrentDB()),
    reading: ask($app.concurrentDB()),
    log: ask($app.auxNonconcurrentDB()),
  });
});`;

const program = await pocketbaseProgram();
if (!program.own) console.log('Skipped: POCKETBASE_BIN is not the program of pocketbase/main.go.');

test.runIf(program.own)('every connection to the records flushes what it commits, the log does not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-durable-'));
  const [dataDir, migrationsDir, hooksDir] = ['data', 'migrations', 'hooks'].map((name) => join(folder, name));
  if (!(dataDir && migrationsDir && hooksDir)) throw new Error('unreachable');
  for (const made of [migrationsDir, hooksDir]) await mkdir(made);
  writeFileSync(join(hooksDir, 'synchronous.pb.js'), hook);
  const server = await startPocketbase({ dataDir, migrationsDir, hooksDir, port: await freePort() });
  try {
    const asked = Array.from({ length: 30 }, async () => (await fetch(`${server.url}/synchronous`)).json());
    const answers = await Promise.all(asked);
    for (const answer of answers) expect(answer).toEqual({ writing: FULL, reading: FULL, log: NORMAL });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
