/** A file of answers: JSON (`{"D12": "…", "E5+": "…"}`), or the workbook of refused rows with its answers filled in and its cells mended. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { answerKey, type ImportAnswer, type ImportAnswers } from '#domain/importAnswers.ts';
import { saysNothing, shownText } from '../cells/reading.ts';
import type { MappedSheet } from '../heading/mapSheet.ts';
import type { WrittenAnswer } from '../plan/answers.ts';
import { readSheets } from '../read/readSheets.ts';
import type { Cell, Row, Sheet } from '../read/sheet.ts';
import { ANSWER_HEADING, QUESTION_HEADING, ROW_HEADING } from './refusedRows.ts';

/** A file that holds no answers, in words. */
export class NoAnswers extends Error {}

export interface GivenAnswers {
  /** Words beside questions. */
  written: WrittenAnswer[];
  /** Cells that were mended, whether they were asked about or not. */
  known: ImportAnswers;
}

const ROW = 'Dòng';
/** How "nothing" is written where an empty answer means "not answered". */
const NOTHING = /^\(?(?:để trống|bỏ trống|trống)\)?$/i;
const written = z.record(z.string(), z.string());
const WORDS = {
  json: 'Tệp trả lời JSON cần dạng {"D12": "…", "12:tên_câu_hỏi": "…"}; D12+ cho mọi dòng cùng câu hỏi.',
  sheet: 'Tệp trả lời không có cột “Trả lời” và “Mã câu hỏi”: hãy dùng tệp do --refused tạo ra.',
} as const;

const textOf = (cell: Cell | undefined) => shownText(cell ?? '').trim();

function columnsOf({ rows }: Sheet): (heading: string) => number {
  const headings = rows[0]?.cells.map(textOf) ?? [];
  return (heading) => headings.indexOf(heading);
}

function answersIn(sheet: Sheet): WrittenAnswer[] {
  const at = columnsOf(sheet);
  const [row, question, answer] = [at(ROW), at(QUESTION_HEADING), at(ANSWER_HEADING)];
  return sheet.rows.slice(1).flatMap(({ cells }) => {
    const value = textOf(cells[answer]);
    if (value === '') return [];
    return [{ at: `${textOf(cells[row])}:${textOf(cells[question])}`, value: NOTHING.test(value) ? '' : value }];
  });
}

/** The cells of one row that stand otherwise than in the file that was refused. */
function mended(
  { cells }: Row,
  number: number,
  sheet: Sheet,
  { mapping, rows }: MappedSheet,
): [string, ImportAnswer][] {
  const original = rows.find((row) => row.number === number);
  if (original === undefined) return [];
  const headings = sheet.rows[0]?.cells ?? [];
  return mapping.columns.flatMap(({ index, field, heading, label }, at): [string, ImportAnswer][] => {
    const isSame = textOf(cells[at]) === textOf(original.cells[index]);
    // A column that was moved or taken out says nothing about the one that stood there.
    const isInPlace = textOf(headings[at]) === heading || textOf(headings[at]) === label;
    if (field === '' || isSame || !isInPlace) return [];
    const text = textOf(cells[at]);
    return [[answerKey(number, field), saysNothing(text) ? { empty: true } : { text }]];
  });
}

function mendedIn(sheet: Sheet, mapped: MappedSheet): ImportAnswers {
  const at = columnsOf(sheet)(ROW_HEADING);
  return Object.fromEntries(
    sheet.rows.slice(1).flatMap((row) => mended(row, Number(textOf(row.cells[at])), sheet, mapped)),
  );
}

function fromJson(text: string): GivenAnswers {
  try {
    const found = written.parse(JSON.parse(text));
    return { written: Object.entries(found).map(([at, value]) => ({ at, value })), known: {} };
  } catch {
    throw new NoAnswers(WORDS.json);
  }
}

/** Reads a file of answers for a mapped sheet; throws {@link NoAnswers}. */
export async function readAnswers(path: string, mapped: MappedSheet): Promise<GivenAnswers> {
  const bytes = await readFile(path).catch(() => null);
  const text = bytes?.subarray(0, 4).toString('latin1').replace(/^ï»¿/, '').trimStart() ?? '';
  if (bytes !== null && (text.startsWith('{') || text.startsWith('[') || path.endsWith('.json')))
    return fromJson(bytes.toString('utf8').replace(/^\ufeff/, ''));
  const read = await readSheets(bytes ?? path);
  if (!read.ok) throw new NoAnswers(read.why);
  const has = (sheet: Sheet, heading: string) => columnsOf(sheet)(heading) >= 0;
  const questions = read.file.sheets.find((sheet) => has(sheet, ANSWER_HEADING) && has(sheet, QUESTION_HEADING));
  if (questions === undefined) throw new NoAnswers(WORDS.sheet);
  const rows = read.file.sheets.find((sheet) => has(sheet, ROW_HEADING));
  return { written: answersIn(questions), known: rows === undefined ? {} : mendedIn(rows, mapped) };
}
