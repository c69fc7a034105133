/** Codes of earlier stamp systems: rows of the ledger of addresses that lead to what the code stands for. */
import { publicAddresses } from '#domain/rules/address.ts';
import { earlierCodeAddress } from '#domain/rules/earlierCode.ts';
import { readEarlierCode } from '../cells/readEarlierCode.ts';
import type { RecordChange } from '../plan/report.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import type { WorkingSet } from '../plan/workingSet.ts';

/** What an old code may stand for. */
type Owner = 'products' | 'lots';

/** Reads the row's code; refused where it already leads elsewhere. `owner` is null for a record that is not there yet. */
export function readOldCode(desk: RowDesk, working: WorkingSet, owner: string | null): string {
  const code = desk.read('old_code', readEarlierCode) ?? '';
  const [known] = code === '' ? [] : working.find('addresses', 'path', earlierCodeAddress(code));
  if (known !== undefined && known['record'] !== owner)
    desk.refuse('old_code', 'Mã này đã dẫn đến bản ghi khác: mỗi mã chỉ dẫn đến một nơi.');
  return code;
}

/** Where the record is seen now; empty while it is a draft: the address follows when it becomes public (pb_hooks/records.js). */
function presentAddress(working: WorkingSet, collection: Owner, id: string): string {
  const record = working.get(collection, id);
  const [first] = publicAddresses({
    collection,
    state: String(record?.['state'] ?? ''),
    slug: String(record?.['slug'] ?? ''),
    traceCode: String(record?.['trace_code'] ?? ''),
    gtin: '',
    lotNumber: '',
  });
  return first ?? '';
}

/** Plans the code's row of the ledger. */
export function planOldCode(code: string, collection: Owner, record: string, working: WorkingSet): RecordChange[] {
  if (code === '') return [];
  const path = earlierCodeAddress(code);
  if (working.find('addresses', 'path', path).length > 0) return [];
  const redirect = presentAddress(working, collection, record);
  const { change } = working.put('addresses', null, { path, collection, record, printed: true, redirect });
  return change === null ? [] : [change];
}
