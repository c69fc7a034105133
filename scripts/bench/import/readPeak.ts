/** A process of its own that only reads a file: `node readPeak.ts FILE` tells seconds and peak memory, which no other work has raised. */
import { readFile } from 'node:fs/promises';
import { readSheets } from '../../import/read/readSheets.ts';

const start = performance.now();
const read = await readSheets(process.argv[2] ?? '');
const seconds = (performance.now() - start) / 1_000;
if (!read.ok) throw new Error(read.why);
const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
const peakMb = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
process.stdout.write(JSON.stringify({ seconds, peakMb, rows: read.file.sheets[0]?.rows.length }));
