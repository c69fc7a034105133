import { AUTHORITIES, DECISION_KINDS } from '#domain/decision.ts';
import type { PublicDecision } from '#domain/snapshot.ts';
import { columnsOf, ofDay } from '../column.ts';
import { describe } from '../dataSet.ts';
import { openDecisions, openRecognitions } from '../openRecords.ts';
import { originColumns } from './shared.ts';

const column = columnsOf<PublicDecision>();

let counts: ReadonlyMap<string, number> | undefined;

function recognitionCount({ id }: PublicDecision): number {
  counts ??= new Map(
    [...Map.groupBy(openRecognitions(), ({ decision }) => decision)].map(([key, own]) => [key, own.length]),
  );
  return counts.get(id) ?? 0;
}

/** The decisions that records name. */
export const decisions = describe<PublicDecision>({
  name: 'quyet-dinh',
  title: 'Quyết định',
  about:
    'Quyết định công nhận, đề nghị Trung ương, thu hồi giấy chứng nhận và công nhận điểm bán mà các bản ghi dẫn tới.',
  rows: openDecisions,
  columns: [
    column.id('ma', 'Mã bản ghi, không đổi', ({ id }) => id),
    column.text('so', 'Số quyết định; bỏ trống khi nguồn không nêu', ({ number }) => number),
    column.day('ngay', 'Ngày quyết định', ({ decided_on }) => decided_on),
    ...column.code('cap', 'Cấp quyết định', AUTHORITIES, ({ authority }) => authority),
    column.text('co_quan', 'Cơ quan', ({ authority_name }) => authority_name),
    ...column.code('loai', 'Loại', DECISION_KINDS, ({ kind }) => kind),
    column.text('trich_yeu', 'Trích yếu', ({ title }) => title),
    ...ofDay([
      column.counted('so_lan_cong_nhan', 'Số lần công nhận trong danh mục dẫn quyết định này', 'lần', recognitionCount),
    ]),
    ...originColumns<PublicDecision>((decision) => decision),
  ],
});
