/** Which data folder a command works on. Only `npm start` makes one (and `npm run restore`, from a backup): no other answers from an empty one. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DatabaseSync } from 'node:sqlite';
import { runningHere } from './bootstrap/running.mjs';
import { type DataFolder, dataFolder } from './dataFolder.ts';
import { projectRoot, readEnvironment } from './environment.ts';

const home = join(projectRoot, '.data');

/** Folder of a set below `.data`; `office` holds a real installation. */
export function setFolder(name: string): DataFolder {
  return dataFolder(join(home, name));
}

/** Whether a data folder was ever started. */
export function hasDatabase(data: DataFolder): boolean {
  return existsSync(join(data.database, 'data.db'));
}

/** The sets below `.data`, by name. */
export function knownSets(): DataFolder[] {
  const names = existsSync(home) ? readdirSync(home).sort() : [];
  return names.map(setFolder).filter(hasDatabase);
}

/** The path as somebody in this checkout would type it. */
function shortPath(data: DataFolder): string {
  const path = relative(projectRoot, data.root);
  return path.startsWith('..') ? data.root : path;
}

/** `.data/quang-ninh (Quảng Ninh, demonstration)`: what is told, and chosen from. */
export function describeFolder(data: DataFolder): string {
  try {
    const database = new DatabaseSync(join(data.database, 'data.db'), { readOnly: true });
    const row = database.prepare('SELECT kind, province FROM site_settings LIMIT 1').get();
    database.close();
    const kind = row?.['kind'] === 'real' ? 'office' : 'demonstration';
    return `${shortPath(data)} (${row === undefined ? 'no settings yet' : `${row['province']}, ${kind}`})`;
  } catch {
    // Not yet migrated, or damaged: the command that opens it says more.
    return shortPath(data);
  }
}

const HOW_TO_NAME = 'Name the one you mean: OCOP_DATA=FOLDER before the command, or in .env.';

async function askWhich(folders: readonly DataFolder[]): Promise<DataFolder> {
  const lines = folders.map((data, at) => `  ${at + 1}  ${describeFolder(data)}`).join('\n');
  if (!process.stdin.isTTY) throw new Error(`There are several data folders:\n${lines}\n${HOW_TO_NAME}`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`Which data?\n${lines}\n1–${folders.length}: `);
    const chosen = folders[Number(answer) - 1];
    if (chosen === undefined) throw new Error(`"${answer}" is none of these; nothing was done.`);
    return chosen;
  } finally {
    terminal.close();
  }
}

function namedFolder(path: string): DataFolder {
  const data = dataFolder(path);
  if (hasDatabase(data)) return data;
  throw new Error(`OCOP_DATA names ${data.root}, which holds no records. Correct it, or make them with "npm start".`);
}

async function choose(): Promise<DataFolder> {
  const { dataFolder: named } = readEnvironment();
  if (named !== '') return namedFolder(named);
  const served = runningHere().map(({ data }) => dataFolder(data));
  const folders = served.length > 0 ? served : knownSets();
  if (folders.length > 1) return askWhich(folders);
  const [only] = folders;
  if (only === undefined)
    throw new Error('There are no records yet: "npm start" makes them, "npm run restore" brings them back.');
  return only;
}

/**
 * The folder that a command works on: what OCOP_DATA names, that of the server that runs from this checkout, the only set there is; else it
 * asks. Says which, beside the command's own output. Throws in words.
 */
export async function chosenFolder(): Promise<DataFolder> {
  const data = await choose();
  process.stderr.write(`On the data in ${describeFolder(data)}.\n`);
  return data;
}
