/**
 * The refused rows as a workbook that can be mended and imported again, or be given back as answers (answersFile.ts): their own cells and why
 * they were refused, and on a second sheet each question with a place for its answer, first those that several rows share.
 */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { spanWords } from '#domain/importReport.ts';
import { shownText } from '../cells/reading.ts';
import { fitHeading, NOT_TAKEN } from '../heading/headingKey.ts';
import type { MappedColumn } from '../heading/mapColumns.ts';
import type { MappedSheet, Mapping } from '../heading/mapSheet.ts';
import type { DataRow } from '../heading/sortRows.ts';
import type { CellProblem, ImportReport, RowReport } from '../plan/report.ts';
import type { Cell } from '../read/sheet.ts';
import { LIMITS } from '../read/unreadable.ts';

/** Headings of the two columns after the file's own. */
export const REASON_HEADING = 'Lý do từ chối';
export const ROW_HEADING = 'Dòng ở tệp gốc';
/** Headings of the sheet of questions that answers are read by. */
export const QUESTION_HEADING = 'Mã câu hỏi';
export const ANSWER_HEADING = 'Trả lời';
const ALIKE = 'Cùng câu hỏi ở';

/** A text as a cell of type text: Excel shows `=1+1` as it stands and computes nothing. */
function excelText(text: string) {
  const value = text.slice(0, LIMITS.cellCharacters);
  return value === '' ? null : ({ value, type: String } as const);
}

function excelCell(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number } as const;
  if (typeof cell === 'object' && 'day' in cell && /^\d{4}-\d{2}-\d{2}$/.test(cell.day))
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' } as const;
  return excelText(shownText(cell));
}

/** A heading that by itself leads to the same field when the workbook is imported. */
function headingOf({ heading, field, label }: MappedColumn, { target }: Mapping): string {
  const found = fitHeading([heading], target)?.field ?? '';
  if (found === field) return heading;
  return field === '' ? `${NOT_TAKEN} ${heading}` : label;
}

const choicesOf = ({ offers }: CellProblem) => offers.map((offer, index) => `[${index}] ${offer}`).join('\n');

function reasons({ problems }: RowReport): string {
  return problems
    .map(
      (problem) =>
        `${problem.label}: ${problem.why}${problem.offers.length === 0 ? '' : ` (${problem.offers.join(' / ')})`}`,
    )
    .join('\n');
}

type Refused = readonly (readonly [DataRow, RowReport])[];

function rowsSheet(refused: Refused, mapping: Mapping): SheetData {
  const { columns } = mapping;
  const heading = [...columns.map((column) => headingOf(column, mapping)), REASON_HEADING, ROW_HEADING];
  let section = '';
  const body = refused.flatMap(([row, report]) => {
    const cells = columns.map(({ index }) => excelCell(row.cells[index] ?? ''));
    const line = [...cells, excelText(reasons(report)), excelCell(row.number)];
    // The title above says where the rows are from.
    const title =
      row.section === section ? [] : [[{ value: row.section || ' ', type: String, columnSpan: heading.length }]];
    section = row.section;
    return [...title, line];
  });
  return [heading.map(excelText), ...body];
}

/** A question with a place for its answer; `at` names it for the answers (plan/answers.ts). */
function questionLine(number: number, problem: CellProblem, at: string, also: string) {
  const cell = problem.column === '' ? '' : `${problem.column}${number}`;
  const told = [cell, problem.label, problem.text, problem.why, choicesOf(problem), '', at, also];
  return [excelCell(number), ...told.map(excelText)];
}

function questionsSheet(refused: Refused, { questions }: ImportReport): SheetData {
  const heading = ['Dòng', 'Ô', 'Mục', 'Nội dung ô', 'Vì sao', 'Lựa chọn', ANSWER_HEADING, QUESTION_HEADING, ALIKE];
  const shared = questions.map((question) => {
    const also = `${question.rows} dòng: ${spanWords(question.spans)}`;
    return questionLine(question.spans[0]?.[0] ?? 0, question, `${question.question}+`, also);
  });
  const single = refused.flatMap(([{ number }, { problems }]) =>
    problems.map((problem) => {
      const also = problem.shared === undefined ? '' : `${problem.shared.rows} dòng; trả lời chung ở trên`;
      return questionLine(number, problem, problem.question, also);
    }),
  );
  return [heading.map(excelText), ...shared, ...single];
}

/** An XLSX file; null where no row was refused. */
export async function refusedWorkbook({ mapping, rows }: MappedSheet, report: ImportReport): Promise<Buffer | null> {
  const told = new Map(report.rows.flatMap((row) => (row.outcome === 'refused' ? [[row.number, row] as const] : [])));
  const refused = rows.flatMap((row) => {
    const why = told.get(row.number);
    return why === undefined ? [] : [[row, why] as const];
  });
  if (refused.length === 0) return null;
  return writeExcelFile([
    { data: rowsSheet(refused, mapping), sheet: 'Dòng bị từ chối', stickyRowsCount: 1 },
    { data: questionsSheet(refused, report), sheet: 'Câu hỏi', stickyRowsCount: 1 },
  ]).toBuffer();
}
