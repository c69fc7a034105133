/** The way from a file to what importing it would do. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type PocketBase from 'pocketbase';
import type { AccessPerson } from '#domain/access.ts';
import type { ImportAnswers } from '#domain/importAnswers.ts';
import type { GivenAnswers } from './apply/answersFile.ts';
import { recallColumns } from './apply/memory.ts';
import { dryRun } from './dryRun.ts';
import { type MappedSheet, mapSheet, type SheetChoices } from './heading/mapSheet.ts';
import { type Settled, settle } from './plan/answers.ts';
import { type ReadFile, type ReadOptions, readSheets } from './read/readSheets.ts';
import type { Sheet } from './read/sheet.ts';
import type { OfficeRecords } from './readExisting.ts';
import type { TargetName } from './targets/fields.ts';

/** A file that cannot be imported as it was asked for, in words for the one who asked. */
export class NotImportable extends Error {}

/** A sheet in which no heading was found; the file itself was read. */
export class NoHeading extends NotImportable {
  readonly file: ReadFile;
  readonly sheet: Sheet;

  constructor(file: ReadFile, sheet: Sheet) {
    super('Không tìm thấy dòng tiêu đề: hãy chỉ bằng --heading.');
    this.file = file;
    this.sheet = sheet;
  }
}

/** What the user says of a file besides what it is imported into. */
export interface FileChoices {
  read: ReadOptions;
  /** Name of the sheet; the first with rows when left out. */
  sheet?: string;
  mapping: SheetChoices;
}

/** A file as it was read, and its sheet as it was understood. */
export interface OpenedFile {
  name: string;
  sha256: string;
  file: ReadFile;
  sheet: Sheet;
  mapped: MappedSheet;
}

/** A dry run with all that it was made from. */
export interface Prepared extends OpenedFile, Settled {
  office: OfficeRecords;
}

function chooseSheet({ sheets }: ReadFile, name: string | undefined): Sheet {
  const sheet =
    name === undefined
      ? (sheets.find((each) => !each.hidden && each.rows.length > 0) ?? sheets[0])
      : sheets.find((each) => each.name === name);
  if (sheet !== undefined) return sheet;
  throw new NotImportable(`Không có trang tính “${name}”. Có: ${sheets.map((each) => each.name).join(', ')}.`);
}

function understand(file: ReadFile, sheet: Sheet, target: TargetName, choices: SheetChoices): MappedSheet {
  const mapped = mapSheet(sheet, target, choices);
  if (mapped === null) throw new NoHeading(file, sheet);
  return mapped;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Reads a file and finds its sheet, heading and columns; throws {@link NotImportable}. */
export async function openFile(path: string, target: TargetName, choices: FileChoices): Promise<OpenedFile> {
  const read = await readSheets(path, choices.read);
  if (!read.ok) throw new NotImportable(read.why);
  const sheet = chooseSheet(read.file, choices.sheet);
  const mapped = understand(read.file, sheet, target, choices.mapping);
  return { name: basename(path), sha256: await sha256Of(path), file: read.file, sheet, mapped };
}

/** The file with its columns as the last import of the same headings had them; what the user says goes before. */
export async function recall(pb: PocketBase, opened: OpenedFile, choices: FileChoices): Promise<OpenedFile> {
  const { mapping } = opened.mapped;
  const memory = await recallColumns(pb, mapping);
  if (Object.keys(memory).length === 0) return opened;
  return { ...opened, mapped: understand(opened.file, opened.sheet, mapping.target, { ...choices.mapping, memory }) };
}

/** Compares an opened file with the office's records, with what a person answered. `person`: who asks, where it is not the operator. */
export function prepare(
  opened: OpenedFile,
  office: OfficeRecords,
  today: string,
  given: GivenAnswers = { written: [], known: {} },
  person?: AccessPerson,
): Prepared {
  const ask = (answers: ImportAnswers) => dryRun(opened.mapped, { ...office, today, answers, person });
  return { ...opened, office, ...settle(given.written, ask, given.known) };
}
