import { useQuery } from '@tanstack/react-query';
import { readKnown } from '#domain/report/readKnown.ts';
import { makeReport, type Report, type ReportOrder } from '#domain/report/report.ts';
import { reportFacts, reportSheets } from '#domain/report/reportSheets.ts';
import { may } from '../access.ts';
import type { Failure } from '../api/messages.ts';
import { askPage } from '../api/reportRecords.ts';
import { today } from '../clock.ts';
import { saveWorkbook } from '../export/saveSheets.ts';
import { useSettings } from '../record/queries.ts';
import { useLocation } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { Button } from '../ui/Button.tsx';
import { Empty, LoadError, Loading, Notice } from '../ui/states.tsx';
import { OfficeFiles } from './OfficeFiles.tsx';
import { OrderBar } from './OrderBar.tsx';
import { readAsked } from './order.ts';
import { ReportTable } from './ReportTable.tsx';

function useReport(order: ReportOrder | null) {
  return useQuery<Report, Failure>({
    queryKey: ['report', order],
    queryFn: async () => {
      if (order === null) throw new Error('no order');
      return makeReport(await readKnown(askPage, order.knownOn), order);
    },
    enabled: order !== null,
    // Everything is read for it: asked again when something was changed here, not because a window came to the front.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function Contents({ report }: { report: Report }) {
  return (
    <nav aria-label="Các bảng" className="no-print flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {report.tables.map(({ key, title }) => (
        <a className="link inline-block py-1" href={`#bang-${key}`} key={key}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function ReportShown({ report }: { report: Report }) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{report.title}</h2>
        <div className="no-print flex flex-wrap gap-2">
          <Button
            icon="paper"
            look="primary"
            onPress={() => saveWorkbook(reportSheets(report), `bao-cao-ocop-${report.period.key}-${report.asOf}`)}
          >
            Tải về Excel
          </Button>
          <Button icon="print" onPress={() => window.print()}>
            In
          </Button>
        </div>
      </div>
      <ul className="list-disc ps-5">
        {reportFacts(report).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {report.problems.length > 0 && (
        <Notice icon="warning" tone="bad">
          {`Có ${report.problems.length} tổng không khớp, nêu ở từng bảng. Hãy báo cho người phụ trách phần mềm trước khi gửi báo cáo.`}
        </Notice>
      )}
      <Contents report={report} />
      {report.tables.map((table) => (
        <ReportTable key={table.key} table={table} />
      ))}
    </>
  );
}

/** The programme report of a half-year or year, and the files that the office sends on. */
export function ReportsScreen() {
  const { role } = usePerson();
  const { query } = useLocation();
  const settings = useSettings();
  const isAllowed = role !== 'producer' && may(role, 'see', 'targets');
  const day = today(settings?.test_today);
  const asked = readAsked(query, day);
  const report = useReport(isAllowed && settings !== undefined ? asked.order : null);
  if (!isAllowed)
    return (
      <Screen title="Báo cáo">
        <Empty icon="figure" words="Báo cáo của chương trình dành cho cán bộ." />
      </Screen>
    );
  return (
    <Screen title="Báo cáo">
      <OrderBar asked={asked} today={day} />
      {report.isError && <LoadError message={report.error.message} onRetry={() => report.refetch()} />}
      {report.isLoading && <Loading words="Đang đọc hồ sơ và đếm…" />}
      {report.data !== undefined && <ReportShown report={report.data} />}
      <OfficeFiles today={day} />
    </Screen>
  );
}
