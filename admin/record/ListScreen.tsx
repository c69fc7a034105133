import { type ReactNode, useState } from 'react';
import type { Selection, SortDescriptor } from 'react-aria-components';
import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { ExportButtons } from '../export/ExportButtons.tsx';
import { presentations } from '../nouns.ts';
import { toNew, toRecord } from '../paths.ts';
import { navigate, useLocation, withQuery } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Empty, LoadError, Loading, Notice } from '../ui/states.tsx';
import { Table, type TableColumn } from '../ui/Table.tsx';
import { BulkBar } from './BulkBar.tsx';
import { columnLabel, isNumberColumn, RecordCell } from './Cell.tsx';
import { FilterBar, FoundLine } from './FilterBar.tsx';
import { recordHolds } from './find.ts';
import { PAGE_SIZE, QUERY, readListState, SEARCH_SIZE, sortKey, toListQuery } from './listQuery.ts';
import { Pager } from './Pager.tsx';
import { usePage } from './queries.ts';
import { labelOf, shapesOf } from './schema.ts';
import { UploadButton } from './UploadButton.tsx';

/** A table of more rows answers slowly, and nobody reads that far. */
const SHOWN_AT_MOST = 100;

/** The columns of a collection's table, its title first. */
export function tableColumns(
  collection: CollectionName,
  columns: readonly string[],
  isSortable: boolean,
): TableColumn<AnyRecord>[] {
  const { title } = presentations[collection];
  const first = { id: '@title', label: labelOf(collection).one, isSortable, render: title };
  return [
    first,
    ...columns.map((column) => ({
      id: column,
      label: columnLabel(collection, column),
      isSortable: isSortable && !column.startsWith('@'),
      isNumber: isNumberColumn(collection, column),
      render: (record: AnyRecord) => <RecordCell collection={collection} column={column} record={record} />,
    })),
  ];
}

function toDescriptor(collection: CollectionName, sort: string): SortDescriptor {
  const columns = ['@title', ...presentations[collection].columns.filter((column) => !column.startsWith('@'))];
  const key = sort.replace(/^-/, '');
  const column = columns.find((each) => sortKey(collection, each) === key) ?? '@title';
  return { column, direction: sort.startsWith('-') ? 'descending' : 'ascending' };
}

function AddButton({ collection }: { collection: CollectionName }) {
  const person = usePerson();
  if (!may(person, 'create', collection)) return null;
  if (collection === 'media') return <UploadButton look="primary" />;
  return (
    <ButtonLink href={toNew(collection)} icon="add" look="primary">
      {`Thêm ${labelOf(collection).one.toLowerCase()}`}
    </ButtonLink>
  );
}

/** The list of any collection: search, sort, filter, choose. */
export function ListScreen({ collection, top }: { collection: CollectionName; top?: ReactNode }) {
  const { query } = useLocation();
  const person = usePerson();
  const [selection, setSelection] = useState<Selection>(new Set());
  const presentation = presentations[collection];
  const state = readListState(collection, query);
  const page = usePage(collection, toListQuery(collection, state));
  const isSearching = state.text.trim() !== '';
  const found = page.data?.items ?? [];
  const matching = isSearching ? found.filter((each) => recordHolds(each, presentation.search, state.text)) : found;
  const rows = matching.slice(0, SHOWN_AT_MOST);
  const total = isSearching ? matching.length : (page.data?.total ?? 0);
  const hasReview = shapesOf(collection).has('visible_from');
  const isChoosing = hasReview && may(person, 'update', collection);
  const sort = ({ column, direction }: SortDescriptor) => {
    const key = sortKey(collection, String(column));
    navigate(withQuery(query, { [QUERY.sort]: direction === 'descending' ? `-${key}` : key, [QUERY.page]: '' }));
  };
  const label = labelOf(collection).many;
  return (
    <Screen actions={<AddButton collection={collection} />} title={label}>
      {top}
      <FilterBar collection={collection} state={state} />
      {page.isPending && <Loading />}
      {page.isError && <LoadError message={page.error.message} onRetry={() => page.refetch()} />}
      {page.data !== undefined && (
        <>
          <div className="flex flex-wrap items-center gap-x-3">
            <FoundLine collection={collection} state={state} total={total} />
            <ExportButtons collection={collection} state={state} />
          </div>
          {isSearching && (page.data.total > SEARCH_SIZE || matching.length > rows.length) && (
            <Notice icon="search" tone="neutral">
              Nhiều bản ghi khớp, chỉ hiện một phần; hãy gõ thêm để thu hẹp.
            </Notice>
          )}
          <Table
            columns={tableColumns(collection, presentation.columns, true)}
            empty={<Empty icon={presentation.icon} words="Chưa có bản ghi nào khớp." />}
            hrefOf={(record) => toRecord(collection, record.id)}
            label={label}
            nameOf={presentation.title}
            onSort={sort}
            rows={rows}
            sort={toDescriptor(collection, state.sort)}
            {...(isChoosing ? { selection, onSelect: setSelection } : {})}
          />
          {isChoosing && (
            <BulkBar collection={collection} onDone={() => setSelection(new Set())} rows={rows} selection={selection} />
          )}
          {!isSearching && <Pager page={state.page} pages={Math.ceil(total / PAGE_SIZE)} />}
        </>
      )}
    </Screen>
  );
}
