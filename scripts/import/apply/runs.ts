/** Imports as records: kept with their plan, written, taken back. */
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import type { ImportRun } from '#domain/importRun.ts';
import type { ImportReport } from '../plan/report.ts';
import { type LookFiles, withLookFiles } from './lineFile.ts';
import { signatureOf } from './memory.ts';
import type { Step } from './plan.ts';

/** What is known of the file besides its report. */
export interface PreparedFile {
  name: string;
  sha256: string;
  preparedBy: string;
}

/** What the route answers. */
export interface Written {
  id: string;
  state: ImportRun['state'];
  counts: ImportReport['counts'];
}

/** What a record says of a dry run, its files beside. */
function bodyOf(report: ImportReport, steps: readonly Step[], more: Readonly<Record<string, unknown>>) {
  const { mapping, counts, deeds } = report;
  const values = {
    sheet: mapping.sheet.slice(0, 300),
    heading: mapping.heading.join('-'),
    columns: mapping.columns.map(({ letter, heading, field, how }) => ({ letter, heading, field, how })),
    signature: signatureOf(mapping),
    state: 'dry',
    counts,
    deeds,
    problem: '',
    progress: '',
    ...more,
  };
  return (files: LookFiles): FormData => {
    const form = new FormData();
    form.append('@jsonPayload', JSON.stringify({ ...values, pages: files.pages }));
    // An empty file is none to PocketBase: an import that writes nothing has a plan of one empty line.
    form.append('plan', steps.length === 0 ? new Blob(['\n']) : files.plan, 'plan.jsonl');
    form.append('report', files.report, 'report.jsonl');
    return form;
  };
}

/** Keeps a dry run with the steps that it would write, as a new import. */
export async function saveRun(
  pb: PocketBase,
  { name, sha256, preparedBy }: PreparedFile,
  report: ImportReport,
  steps: readonly Step[],
): Promise<ImportRun> {
  const more = { file_name: name.slice(-300), sha256, target: report.target, prepared_by: preparedBy };
  const body = bodyOf(report, steps, more);
  return withLookFiles(report, steps, (files) => pb.collection<ImportRun>('imports').create(body(files)));
}

/** Keeps a dry run in the import that asked for it. `refused`: the workbook of refused rows, where there are any. */
export async function keepLook(
  pb: PocketBase,
  id: string,
  report: ImportReport,
  steps: readonly Step[],
  { refused, ...more }: Readonly<Record<string, unknown>> & { refused: Buffer | null },
): Promise<void> {
  const body = bodyOf(report, steps, more);
  await withLookFiles(report, steps, (files) => {
    const form = body(files);
    if (refused !== null) form.append('refused', new Blob([new Uint8Array(refused)]), 'dong-bi-tu-choi.xlsx');
    return pb.collection<ImportRun>('imports').update(id, form, { requestKey: null });
  });
}

/** A large import takes longer than a server keeps a connection: asked again, it answers with what became of it. */
async function ask(pb: PocketBase, id: string, deed: 'apply' | 'undo'): Promise<Written> {
  const path = `/api/ocop/imports/${encodeURIComponent(id)}/${deed}`;
  try {
    return await pb.send<Written>(path, { method: 'POST', requestKey: null });
  } catch (error) {
    if (!(error instanceof ClientResponseError) || error.status !== 0) throw error;
    return pb.send<Written>(path, { method: 'POST', requestKey: null });
  }
}

/** Writes a prepared import, whole or not at all. */
export const applyRun = (pb: PocketBase, id: string): Promise<Written> => ask(pb, id, 'apply');

/** Takes a written import back, whole or not at all. */
export const undoRun = (pb: PocketBase, id: string): Promise<Written> => ask(pb, id, 'undo');
