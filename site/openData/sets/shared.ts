/** Columns that several data sets have. */
import type { PublicCommune } from '#domain/snapshot.ts';
import { type Column, columnsOf } from '../column.ts';

/** Where a record is: the commune's code and name. */
export function communeColumns<R>(commune: (row: R) => PublicCommune | undefined): Column<R>[] {
  const column = columnsOf<R>();
  return [
    column.id('xa_ma', 'Mã xã, phường (Quyết định 19/2025/QĐ-TTg); có số 0 ở đầu', (row) => commune(row)?.code),
    column.text('xa_ten', 'Tên xã, phường', (row) => commune(row)?.name),
  ];
}

/** Where the facts come from, and whether they are real. */
export function originColumns<R>(record: (row: R) => { source_url?: string; demonstration: boolean }): Column<R>[] {
  const column = columnsOf<R>();
  return [
    column.link('nguon', 'Trang công khai nêu các dữ kiện này', (row) => record(row).source_url),
    demonstrationColumn((row) => record(row).demonstration),
  ];
}

/** Whether the record was made up. */
export function demonstrationColumn<R>(read: (row: R) => boolean): Column<R> {
  return columnsOf<R>().flag('minh_hoa', 'true: bản ghi do phần mềm tạo ra, không có thật', read);
}
