/**
 * `npm run report -- --period 2026-H1`: the programme report, counted by the same code as in the admin; `--registry` and `--ministry` write
 * the office's 22 columns and the ministry's table. Ends with 1 where a sum does not come out.
 */
import { writeFile } from 'node:fs/promises';
import type PocketBase from 'pocketbase';
import writeExcelFile from 'write-excel-file/node';
import { ministrySheet } from '#domain/report/ministry.ts';
import { readKnown } from '#domain/report/readKnown.ts';
import { readRegistry } from '#domain/report/readRegistry.ts';
import { registrySheet } from '#domain/report/registry.ts';
import { makeReport } from '#domain/report/report.ts';
import { reportSheets } from '#domain/report/reportSheets.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import { toCsv } from '#domain/sheet/csv.ts';
import { excelSheet } from '#domain/sheet/excelRows.ts';
import type { Sheet } from '#domain/sheet/sheet.ts';
import { chosenFolder } from './chosenFolder.ts';
import { now } from './clock.ts';
import { inWords } from './operatorCommand.ts';
import { readArguments, USAGE, type Wanted, WrongUse } from './report/arguments.ts';
import { askDatabase } from './report/askDatabase.ts';
import { describeReport } from './report/describeReport.ts';
import { withDatabase } from './withDatabase.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);
const today = hanoiDay(now());

async function write(to: string, sheets: readonly Sheet[]): Promise<void> {
  const [first] = sheets;
  if (to.endsWith('.csv') && first !== undefined) await writeFile(to, toCsv(first));
  else await writeFile(to, await writeExcelFile(sheets.map(excelSheet)).toBuffer());
}

async function report(pb: PocketBase, { order, json, to }: Extract<Wanted, { kind: 'report' }>): Promise<void> {
  const made = makeReport(await readKnown(askDatabase(pb), order.knownOn), order);
  if (made.problems.length > 0) process.exitCode = 1;
  if (to !== '') await write(to, reportSheets(made));
  if (json) say(JSON.stringify(made));
  else if (to === '') say(describeReport(made));
}

async function carryOut(pb: PocketBase, wanted: Wanted): Promise<void> {
  if (wanted.kind === 'report') return report(pb, wanted);
  const records = await readRegistry(askDatabase(pb));
  const sheet = wanted.kind === 'registry' ? registrySheet(records, today) : ministrySheet(records, wanted.year, today);
  await write(wanted.to, [sheet]);
}

try {
  const wanted = readArguments(process.argv.slice(2), today);
  await withDatabase(await chosenFolder(), (pb) => carryOut(pb, wanted));
} catch (error) {
  const isCall = ((error as { code?: string }).code ?? '').startsWith('ERR_PARSE_ARGS');
  process.stderr.write(isCall ? `${(error as Error).message}\n${USAGE}\n` : `${inWords(error)}\n`);
  process.exitCode = isCall || error instanceof WrongUse ? 2 : 1;
}
