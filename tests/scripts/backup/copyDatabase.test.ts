/** SQLite's online backup, beside a writer that never pauses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyDatabase } from '#scripts/backup/database.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-copy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Large enough that a copy in steps never ends: the writer always comes in between.
const ROWS = 100_000;

function makeDatabase(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE one (v BLOB); CREATE TABLE two (v BLOB)',
  );
  for (const table of ['one', 'two'])
    database.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS}) INSERT INTO ${table} SELECT randomblob(500) FROM n`,
    );
  database.close();
}

// Writes one row into each table in one transaction, until told to stop; then tells how often, and what went wrong.
const WRITER = `
  const { DatabaseSync } = require('node:sqlite');
  const { parentPort, workerData } = require('node:worker_threads');
  const database = new DatabaseSync(workerData, { timeout: 10_000 });
  let stopped = false, written = 0;
  const errors = [];
  parentPort.on('message', () => { stopped = true; });
  const step = () => {
    if (stopped) { database.close(); parentPort.postMessage({ written, errors }); parentPort.close(); return; }
    try {
      for (let more = 0; more < 20; more += 1) {
        database.exec("BEGIN IMMEDIATE; INSERT INTO one VALUES ('x'); INSERT INTO two VALUES ('x'); COMMIT");
        written += 1;
        parentPort.postMessage('written');
      }
    } catch (error) { errors.push(error.message); }
    setImmediate(step);
  };
  step();`;

function startWriter(file: string) {
  const worker = new Worker(WRITER, { eval: true, workerData: file });
  let written = 0;
  const begun = new Promise<void>((resolve) => worker.once('message', () => resolve()));
  const ended = new Promise<{ written: number; errors: string[] }>((resolve) =>
    worker.on('message', (message) => {
      if (message === 'written') written += 1;
      else resolve(message);
    }),
  );
  const stop = () => {
    worker.postMessage('stop');
    return ended;
  };
  return { begun, stop, written: () => written };
}

const count = (database: DatabaseSync, table: string) =>
  Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);

test('the copy is of one instant, and the writer is neither stopped nor failed', async () => {
  const file = join(folder, 'data.db');
  makeDatabase(file);
  const writer = startWriter(file);
  await writer.begun;
  const before = writer.written();
  await copyDatabase(file, join(folder, 'copy.db'));
  const during = writer.written() - before;
  const { written, errors } = await writer.stop();
  expect(errors).toEqual([]);
  expect(during).toBeGreaterThan(0);
  const copy = new DatabaseSync(join(folder, 'copy.db'));
  const [one, two] = [count(copy, 'one'), count(copy, 'two')];
  expect(one).toBe(two);
  expect(one).toBeGreaterThan(ROWS);
  expect(one).toBeLessThanOrEqual(ROWS + written);
  // As it was when the copy was asked for: one that begins again with each write is as it was at the end.
  expect(one).toBeLessThan(ROWS + before + during / 2);
  expect(copy.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  copy.close();
});
