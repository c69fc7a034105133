import { IMPORT_TARGETS } from '#domain/importRun.ts';
import { instantWords } from '../clock.ts';
import { toRecord } from '../paths.ts';
import { Pager } from '../record/Pager.tsx';
import { usePage } from '../record/queries.ts';
import { useLocation } from '../router.ts';
import { Screen } from '../shell/Screen.tsx';
import { Empty, LoadError, Loading } from '../ui/states.tsx';
import { Table, type TableColumn } from '../ui/Table.tsx';
import { NewImport } from './NewImport.tsx';
import { asRun, type Run } from './queries.ts';
import { StateChip } from './StateChip.tsx';

const SHOWN = 30;
/** All but what was found in the file and its answers, which can be large. */
const SHORT = 'id,created,updated,file_name,target,state,counts,prepared_by,applied_at';

const COUNTED = { rows: 'Dòng', created: 'Tạo mới', changed: 'Thay đổi', refused: 'Từ chối' } as const;
const number = new Intl.NumberFormat('vi-VN');

const COLUMNS: TableColumn<Run>[] = [
  { id: 'file_name', label: 'Tệp', render: (run) => run.file_name },
  { id: 'state', label: 'Trạng thái', render: (run) => <StateChip state={run.state} /> },
  { id: 'target', label: 'Nhập vào', render: (run) => IMPORT_TARGETS[run.target] },
  ...(['rows', 'created', 'changed', 'refused'] as const).map((outcome) => ({
    id: `rows-${outcome}`,
    label: COUNTED[outcome],
    isNumber: true,
    render: (run: Run) => (run.counts === null ? '' : number.format(run.counts[outcome])),
  })),
  { id: 'prepared_by', label: 'Người xem trước', render: (run) => run.prepared_by },
  { id: 'created', label: 'Lúc', render: (run) => instantWords(run.created) },
];

/** A spreadsheet comes in; below, those that came before. */
export function ImportsScreen() {
  const { query } = useLocation();
  const number = Math.max(1, Number(query.get('trang')) || 1);
  const page = usePage('imports', { page: number, perPage: SHOWN, sort: '-created', fields: SHORT });
  return (
    <Screen title="Nhập từ bảng tính">
      <NewImport />
      <h2 className="pt-2 text-lg">Các lần nhập</h2>
      {page.isPending && <Loading />}
      {page.isError && <LoadError message={page.error.message} onRetry={() => page.refetch()} />}
      {page.data !== undefined && (
        <>
          <Table
            columns={COLUMNS}
            empty={<Empty icon="ledger" words="Chưa nhập tệp nào." />}
            hrefOf={(run) => toRecord('imports', run.id)}
            label="Các lần nhập"
            nameOf={(run) => run.file_name}
            rows={page.data.items.map(asRun)}
          />
          <Pager page={number} pages={page.data.pages} />
        </>
      )}
    </Screen>
  );
}
