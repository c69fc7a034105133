/** Imports of spreadsheets: asked for, looked at again, written, taken back, and their reports read page by page. */
import type { ImportAnswers } from '#domain/importAnswers.ts';
import type { ImportChoices, ImportRun, ReportGroup } from '#domain/importRun.ts';
import { pocketbase } from './client.ts';
import { Failure, orFailure } from './messages.ts';

const path = (id: string, deed: string) => `/api/ocop/imports/${encodeURIComponent(id)}/${deed}`;

/** Sends a file for its dry run; the id of the import. */
export async function askForImport(file: File, target: string): Promise<string> {
  const body = new FormData();
  body.append('target', target);
  body.append('choices', '{}');
  body.append('source', file, file.name);
  const answer = await orFailure(
    pocketbase.send<{ id: string }>('/api/ocop/imports', { method: 'POST', body, requestKey: null }),
  );
  return answer.id;
}

/** Asks for the dry run again, with other choices or with answers. */
export function lookAgain(id: string, body: { choices?: ImportChoices; answers?: ImportAnswers }): Promise<unknown> {
  return orFailure(pocketbase.send(path(id, 'look'), { method: 'POST', body }));
}

/** Writes what was prepared, or takes it back. A long one may outlive its connection: asked again, it answers with what became of it. */
export async function carryOut(id: string, deed: 'apply' | 'undo'): Promise<unknown> {
  const ask = () => orFailure(pocketbase.send(path(id, deed), { method: 'POST', requestKey: null }));
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Failure) || error.status !== 0) throw error;
    return ask();
  }
}

type Kept = Pick<ImportRun, 'id' | 'report' | 'refused' | 'pages'> & { collectionId: string };

async function address(run: Kept, file: string, isDownload: boolean): Promise<string> {
  const token = await orFailure(pocketbase.files.getToken());
  return pocketbase.files.getURL(run, file, { token, ...(isDownload ? { download: true } : {}) });
}

/** One page of a group of the report, from 1. */
export async function reportPage<T>(run: Kept, group: ReportGroup, page: number): Promise<T[]> {
  const starts = run.pages?.[group] ?? [];
  const [from, to] = [starts[page - 1], starts[page]];
  if (from === undefined || to === undefined || from === to) return [];
  const answer = await fetch(await address(run, run.report, false), {
    headers: { Range: `bytes=${from}-${to - 1}` },
  });
  if (answer.status !== 206) throw new Failure(answer.status, 'Chưa tải được báo cáo. Thử lại sau ít phút.');
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as T);
}

/** Hands the workbook of refused rows to the browser. */
export async function downloadRefused(run: Kept): Promise<void> {
  window.location.assign(await address(run, run.refused, true));
}
