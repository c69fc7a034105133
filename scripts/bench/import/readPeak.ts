/** A process of its own that only reads a file: `node readPeak.ts FILE` tells seconds and peak memory, which no other work has raised. */
import { readSheets } from '../../import/read/readSheets.ts';
import { peakMemory } from '../processMemory.ts';

const start = performance.now();
const read = await readSheets(process.argv[2] ?? '');
const seconds = (performance.now() - start) / 1_000;
if (!read.ok) throw new Error(read.why);
const peakMb = await peakMemory(process.pid);
process.stdout.write(JSON.stringify({ seconds, peakMb, rows: read.file.sheets[0]?.rows.length }));
