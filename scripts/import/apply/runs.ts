/** Imports as records: kept with their plan, written, taken back. */
import type PocketBase from 'pocketbase';
import { ClientResponseError } from 'pocketbase';
import type { ImportRun } from '#domain/importRun.ts';
import type { ImportReport } from '../plan/report.ts';
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

const asFile = (text: string, name: string) => new File([text], name, { type: 'application/octet-stream' });

/** Keeps a dry run with the steps that it would write. */
export function saveRun(
  pb: PocketBase,
  { name, sha256, preparedBy }: PreparedFile,
  report: ImportReport,
  steps: readonly Step[],
): Promise<ImportRun> {
  const { target, mapping, counts } = report;
  return pb.collection<ImportRun>('imports').create({
    file_name: name.slice(-300),
    sha256,
    target,
    sheet: mapping.sheet.slice(0, 300),
    heading: mapping.heading.join('-'),
    columns: mapping.columns.map(({ letter, heading, field, how }) => ({ letter, heading, field, how })),
    signature: signatureOf(mapping),
    state: 'dry',
    counts,
    plan: asFile(steps.map((step) => JSON.stringify(step)).join('\n'), 'plan.jsonl'),
    report: asFile(JSON.stringify(report), 'report.json'),
    prepared_by: preparedBy,
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
