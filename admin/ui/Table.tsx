import type { ReactNode } from 'react';
import {
  Table as AriaTable,
  Cell,
  Collection,
  Column,
  Row,
  type Selection,
  type SortDescriptor,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import { RowTick } from './choiceFields.tsx';
import { Icon } from './Icon.tsx';

export interface TableColumn<T> {
  id: string;
  label: string;
  isSortable?: boolean;
  /** Numbers stand at the end of their cell, under one another. */
  isNumber?: boolean;
  render: (row: T) => ReactNode;
}

interface TableProps<T> {
  label: string;
  columns: TableColumn<T>[];
  rows: T[];
  /** Where a row leads to; a row that leads nowhere is only read. */
  hrefOf?: (row: T) => string;
  /** The row's name for readers. */
  nameOf: (row: T) => string;
  sort?: SortDescriptor;
  onSort?: (sort: SortDescriptor) => void;
  /** Ids of the chosen rows; without it rows are not chosen. */
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  empty?: ReactNode;
}

function SortSign({ direction }: { direction: 'ascending' | 'descending' | undefined }) {
  if (direction === undefined) return null;
  return <Icon name={direction === 'ascending' ? 'up' : 'down'} size={16} />;
}

/** A table like a good spreadsheet: first column frozen, numbers aligned, rows by arrow keys. */
export function Table<T extends { id: string }>(props: TableProps<T>) {
  const { label, columns, rows, hrefOf, nameOf, sort, onSort, selection, onSelect, empty } = props;
  const isChoosing = selection !== undefined;
  if (rows.length === 0 && empty !== undefined) return <div className="card">{empty}</div>;
  return (
    <div className="table-frame">
      <AriaTable
        aria-label={label}
        className="table"
        {...(sort ? { sortDescriptor: sort } : {})}
        {...(onSort ? { onSortChange: onSort } : {})}
        {...(isChoosing ? { selectedKeys: selection } : {})}
        {...(onSelect ? { onSelectionChange: onSelect } : {})}
        selectionMode={isChoosing ? 'multiple' : 'none'}
      >
        <TableHeader>
          {isChoosing && (
            <Column className="tick-cell">
              <RowTick />
            </Column>
          )}
          <Collection dependencies={[sort]} items={columns}>
            {(column) => (
              <Column
                allowsSorting={column.isSortable ?? false}
                className={column.isNumber ? 'number-cell' : ''}
                id={column.id}
                isRowHeader={column.id === columns[0]?.id}
                textValue={column.label}
              >
                {({ sortDirection }) => (
                  <span className="inline-flex items-center gap-1">
                    {column.label}
                    <SortSign direction={sortDirection} />
                  </span>
                )}
              </Column>
            )}
          </Collection>
        </TableHeader>
        <TableBody dependencies={[columns, isChoosing]} items={rows}>
          {(row) => (
            <Row id={row.id} textValue={nameOf(row)} {...(hrefOf ? { href: hrefOf(row) } : {})}>
              {isChoosing && (
                <Cell className="tick-cell">
                  <RowTick />
                </Cell>
              )}
              <Collection dependencies={[row]} items={columns}>
                {(column) => <Cell className={column.isNumber ? 'number-cell' : ''}>{column.render(row)}</Cell>}
              </Collection>
            </Row>
          )}
        </TableBody>
      </AriaTable>
    </div>
  );
}
