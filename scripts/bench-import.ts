/**
 * `npm run bench:import`: reading, dry run, apply and undo of synthetic lists of 1,000 and 20,000 rows (`-- --rows 100000` for another), in
 * rows per second and peak memory, and how long others who save meanwhile wait. Run it while nothing else runs.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type PocketBase from 'pocketbase';
import { benchList, benchWorkbook } from './bench/import/list.ts';
import { startOtherWriter } from './bench/import/otherWriter.ts';
import { peakMemory } from './bench/processMemory.ts';
import { startDatabase } from './database.ts';
import { dataFolder } from './dataFolder.ts';
import { communesPlan } from './demo/communes.ts';
import { stepsOf } from './import/apply/plan.ts';
import { applyRun, saveRun, undoRun } from './import/apply/runs.ts';
import { openFile, prepare } from './import/prepare.ts';
import { readExisting } from './import/readExisting.ts';
import { signInAsWorker, workerAccount } from './worker/account.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000,20000' } } });
const CHOICES = { read: {}, mapping: {} };
const TODAY = '2026-11-22';
/** What the issue asks of 20,000 rows. */
const BARS = { rows: 20_000, drySeconds: 10, applySeconds: 60 };

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1_000 };
}

async function fillOffice(pb: PocketBase): Promise<void> {
  const settings = { kind: 'demonstration', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' };
  await pb.collection('site_settings').create(settings);
  for (const commune of communesPlan('bac-ninh')['communes'] ?? []) await pb.collection('communes').create(commune);
}

/** Seconds of processor time that a process has had; where the system does not tell, 0. Unlike the clock, it knows nothing of others. */
async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return (user + system) / 100;
}

function say(what: string, rows: number, seconds: number, more = ''): void {
  console.log(`  ${what.padEnd(8)} ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s${more}`);
}

const READ_PEAK = fileURLToPath(new URL('./bench/import/readPeak.ts', import.meta.url));

/** How fast a file is read, and with how much memory, in a process that does nothing else. */
async function sayReading(what: string, rows: number, path: string): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, [READ_PEAK, path]);
  const { seconds, peakMb } = JSON.parse(stdout) as { seconds: number; peakMb: number };
  say(what, rows, seconds, `, peak ${peakMb} MB`);
}

async function bench(rows: number, folder: string): Promise<boolean> {
  const data = dataFolder(join(folder, `data-${rows}`));
  const path = join(folder, `list-${rows}.csv`);
  await writeFile(path, benchList(rows));
  await workerAccount(data);
  const server = await startDatabase(data);
  try {
    const pb = await signInAsWorker(data, server.url);
    await fillOffice(pb);
    console.log(`${rows} rows (load ${loadavg()[0]?.toFixed(1)})`);
    await sayReading('CSV', rows, path);
    const workbook = join(folder, `list-${rows}.xlsx`);
    await writeFile(workbook, await benchWorkbook(rows));
    await sayReading('XLSX', rows, workbook);
    const dry = await timed(async () =>
      prepare(await openFile(path, 'products', CHOICES), await readExisting(pb), TODAY),
    );
    say('dry run', rows, dry.seconds, `, peak ${await peakMemory(process.pid)} MB`);
    const { name, sha256, report, office } = dry.result;
    const steps = stepsOf(report, office.existing);
    const run = await saveRun(pb, { name, sha256, preparedBy: 'bench' }, report, steps);
    const other = startOtherWriter(pb);
    const before = await processorSeconds(server.pid);
    const apply = await timed(() => applyRun(pb, run.id));
    const { longestMs, failed } = await other.end();
    const applied = await processorSeconds(server.pid);
    const records = `, ${steps.length} records, peak ${await peakMemory(server.pid)} MB and ${(applied - before).toFixed(1)} s of processor for PocketBase`;
    say('apply', rows, apply.seconds, records);
    console.log(`  others   waited at most ${(longestMs / 1_000).toFixed(1)} s; ${failed} of their saves failed`);
    const undo = await timed(() => undoRun(pb, run.id));
    say('undo', rows, undo.seconds, `, ${((await processorSeconds(server.pid)) - applied).toFixed(1)} s of processor`);
    return rows < BARS.rows || (dry.seconds <= BARS.drySeconds && apply.seconds <= BARS.applySeconds);
  } finally {
    await server.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'ocop-bench-import-'));
try {
  let isWithin = true;
  for (const rows of values.rows.split(',')) isWithin = (await bench(Number(rows), folder)) && isWithin;
  if (!isWithin)
    console.log(`Over the bars: dry run ${BARS.drySeconds} s, apply ${BARS.applySeconds} s at 20,000 rows.`);
  process.exitCode = isWithin ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
