/** What the screens of imports ask for. */
import { useQuery } from '@tanstack/react-query';
import type { RowReport, SharedQuestion, SkippedRow } from '#domain/importReport.ts';
import type { ImportRun, ReportGroup } from '#domain/importRun.ts';
import { reportPage } from '../api/imports.ts';
import type { Failure } from '../api/messages.ts';
import { type AnyRecord, countRecords, getRecord, listRecords, type RecordPage, where } from '../api/records.ts';

const QUICK_MS = 800;

/** An import with what every record has. */
export type Run = ImportRun & AnyRecord & { collectionId: string };

export const asRun = (record: AnyRecord) => record as unknown as Run;

/** Whether the worker has it. */
export function isUnderWay({ state }: Pick<ImportRun, 'state'>): boolean {
  return state === 'queued' || state === 'reading';
}

export function useRun(id: string) {
  return useQuery<Run, Failure>({
    queryKey: ['imports', 'one', id],
    queryFn: async () => asRun(await getRecord('imports', id)),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? QUICK_MS : false),
  });
}

/** A line of the report. */
export type ReportLine = SharedQuestion | RowReport | SkippedRow;

export function useReportPage(run: Run, group: ReportGroup, page: number) {
  return useQuery<ReportLine[], Failure>({
    // Not one of the import's own: when that is asked again, its report may be another already.
    queryKey: ['import-report', run.report, group, page],
    queryFn: () => reportPage<ReportLine>(run, group, page),
    // A report never changes: another look makes another.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The first records that an import made or changed, and how many of each there are. */
export interface Written {
  created: number;
  changed: number;
  first: RecordPage;
}

const SHOWN = 30;

export function useWritten(id: string) {
  const by = (action: string) => where('import={:id} && why="import" && action={:action}', { id, action });
  return useQuery<Written, Failure>({
    queryKey: ['imports', 'written', id],
    queryFn: async () => ({
      created: await countRecords('revisions', by('create')),
      changed: await countRecords('revisions', by('update')),
      first: await listRecords('revisions', {
        perPage: SHOWN,
        filter: where('import={:id} && why="import" && collection!="producer_contacts"', { id }),
        sort: '@rowid',
        fields: 'id,collection,record,title,action',
      }),
    }),
  });
}
