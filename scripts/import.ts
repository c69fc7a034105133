/**
 * `npm run import -- FILE --into products`: writes a spreadsheet into the records, whole or not at all, and tells row by row what became of
 * it; with `--dry-run` it tells without writing. `--undo ID` takes an import back. `--json` gives the report to programs.
 */
import { writeFile } from 'node:fs/promises';
import { ClientResponseError } from 'pocketbase';
import { hanoiDay } from '#domain/rules/day.ts';
import { chosenFolder } from './chosenFolder.ts';
import { now } from './clock.ts';
import { communesPlan } from './demo/communes.ts';
import { DEMONSTRATION_SETS, type DemonstrationSet } from './demo/sets.ts';
import { type GivenAnswers, NoAnswers, readAnswers } from './import/apply/answersFile.ts';
import { stepsOf } from './import/apply/plan.ts';
import { refusedWorkbook } from './import/apply/refusedRows.ts';
import { applyRun, saveRun, undoRun, type Written } from './import/apply/runs.ts';
import { type ImportOrder, readArguments, type UndoOrder, WrongUse } from './import/arguments.ts';
import { describeIdle, describeReport, describeWritten } from './import/describeReport.ts';
import type { CommuneRecord } from './import/places/placeTable.ts';
import { NotImportable, type OpenedFile, openFile, type Prepared, prepare, recall } from './import/prepare.ts';
import { type OfficeRecords, readExisting } from './import/readExisting.ts';
import { inWords } from './operatorCommand.ts';
import { withDatabase } from './withDatabase.ts';

/** Who a command is, where revisions name who wrote. */
const BY_COMMAND = 'Dòng lệnh';

const say = (words: string) => process.stdout.write(`${words}\n`);

/** No records, and the communes of one of the provinces that the project carries. */
function emptyOffice(provinceCode: string): OfficeRecords {
  const set = Object.entries(DEMONSTRATION_SETS).find(([, { code }]) => code === provinceCode)?.[0];
  const communes = set === undefined ? [] : communesPlan(set as DemonstrationSet)['communes'];
  return { existing: {}, communes: (communes ?? []) as unknown as CommuneRecord[], provinceCode };
}

/** Answers of the file before those of the command line. */
async function answersOf({ answers, answersFile }: ImportOrder, { mapped }: OpenedFile): Promise<GivenAnswers> {
  if (answersFile === '') return { written: answers, known: {} };
  const { written, known } = await readAnswers(answersFile, mapped);
  return { written: [...written, ...answers], known };
}

/** Prepares and, unless only asked to look, writes. */
async function carryOut(order: ImportOrder): Promise<{ prepared: Prepared; written: Written | null }> {
  const today = hanoiDay(now());
  const opened = await openFile(order.path, order.target, order.choices);
  const answers = await answersOf(order, opened);
  if (order.emptyProvince !== '')
    return { prepared: prepare(opened, emptyOffice(order.emptyProvince), today, answers), written: null };
  return withDatabase(await chosenFolder(), async (pb) => {
    const prepared = prepare(
      await recall(pb, opened, order.choices),
      await readExisting(pb, order.target),
      today,
      answers,
    );
    const { name, sha256, report, office } = prepared;
    const steps = order.isDry ? [] : stepsOf(report, office.existing);
    if (steps.length === 0) return { prepared, written: null };
    const run = await saveRun(pb, { name, sha256, preparedBy: BY_COMMAND }, report, steps);
    return { prepared, written: await applyRun(pb, run.id) };
  });
}

function tell(order: ImportOrder, { file, report, idle }: Prepared, written: Written | null): void {
  const { sheets, ...described } = file;
  const told = sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length }));
  if (order.json)
    return void say(JSON.stringify({ file: { ...described, sheets: told }, ...report, idleAnswers: idle, written }));
  say([...describeIdle(idle), describeReport(file, report)].join('\n'));
  if (!order.isDry) say(describeWritten(written));
}

async function importFile(order: ImportOrder): Promise<void> {
  const { prepared, written } = await carryOut(order);
  tell(order, prepared, written);
  if (order.refused === '') return;
  const workbook = await refusedWorkbook(prepared.mapped, prepared.report);
  if (workbook !== null) await writeFile(order.refused, workbook);
}

async function undoImport({ undo, json }: UndoOrder): Promise<void> {
  const written = await withDatabase(await chosenFolder(), (pb) => undoRun(pb, undo));
  say(json ? JSON.stringify(written) : `Đã hoàn tác lần nhập ${undo}.`);
}

try {
  const order = readArguments(process.argv.slice(2));
  await ('undo' in order ? undoImport(order) : importFile(order));
} catch (error) {
  const isTold = [WrongUse, NotImportable, NoAnswers, ClientResponseError].some((kind) => error instanceof kind);
  process.stderr.write(`${isTold ? (error as Error).message : inWords(error)}\n`);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
