/** Large lists on their way to PocketBase: written line by line to a file on disk and sent from there, never held as one text. */
import { once } from 'node:events';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type ImportPages, PLAN_PIECE, REPORT_GROUPS, REPORT_PAGE, type ReportGroup } from '#domain/importRun.ts';
import type { ImportReport } from '../plan/report.ts';

function* jsonLines(values: Iterable<unknown>): Iterable<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

/** Writes lines; the offset at which each of them begins, in bytes, and where the last one ends. */
async function writeLines(path: string, lines: Iterable<string>): Promise<number[]> {
  const stream = createWriteStream(path);
  const starts = [0];
  let end = 0;
  for (const line of lines) {
    const bytes = Buffer.from(line);
    end += bytes.length;
    starts.push(end);
    if (!stream.write(bytes)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  return starts;
}

/** Blanks up to the end of a piece where the next line would reach past it: who reads piece by piece meets whole lines. */
function* filledUp(lines: Iterable<string>): Iterable<string> {
  let left = PLAN_PIECE;
  for (const line of lines) {
    const size = Buffer.byteLength(line);
    if (size > left && left < PLAN_PIECE) {
      yield `${' '.repeat(left - 1)}\n`;
      left = PLAN_PIECE;
    }
    yield line;
    left = left > size ? left - size : PLAN_PIECE;
  }
}

function inGroup({ questions, rows, skipped }: ImportReport, group: ReportGroup): readonly unknown[] {
  if (group === 'questions') return questions;
  return group === 'skipped' ? skipped : rows.filter((row) => row.outcome === group);
}

function* linesOf(report: ImportReport) {
  for (const group of REPORT_GROUPS) yield* inGroup(report, group);
}

/** Every n-th line of each group begins a page. */
function pagesOf(report: ImportReport, starts: readonly number[]): ImportPages {
  const pages: ImportPages = {};
  let line = 0;
  for (const group of REPORT_GROUPS) {
    const end = line + inGroup(report, group).length;
    const begun: number[] = [];
    for (; line < end; line += REPORT_PAGE) begun.push(starts[line] ?? 0);
    line = end;
    pages[group] = [...begun, starts[end] ?? 0];
  }
  return pages;
}

/** The files of a dry run, as they are sent. */
export interface LookFiles {
  plan: Blob;
  report: Blob;
  pages: ImportPages;
}

/** Writes a report and its steps to disk for as long as `use` takes. */
export async function withLookFiles<T>(
  report: ImportReport,
  steps: readonly unknown[],
  use: (files: LookFiles) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-look-'));
  try {
    const [plan, rows] = [join(folder, 'plan'), join(folder, 'report')];
    await writeLines(plan, filledUp(jsonLines(steps)));
    const pages = pagesOf(report, await writeLines(rows, jsonLines(linesOf(report))));
    return await use({ plan: await openAsBlob(plan), report: await openAsBlob(rows), pages });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
