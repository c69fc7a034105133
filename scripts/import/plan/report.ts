/** What a dry run tells of a whole sheet; of its rows: `#domain/importReport.ts`. */
import type { Outcome, RowReport, SharedQuestion, SkippedRow } from '#domain/importReport.ts';
import type { ImportDeeds } from '#domain/importRun.ts';
import type { Mapping } from '../heading/mapSheet.ts';

export {
  type CellNote,
  type CellProblem,
  type FieldChange,
  OUTCOMES,
  type Outcome,
  type RecordChange,
  type RowReport,
} from '#domain/importReport.ts';

export interface ImportReport {
  target: string;
  mapping: Mapping;
  /** Always: created + changed + same + refused = rows. */
  counts: Record<Outcome | 'rows', number>;
  rows: RowReport[];
  /** What several rows ask alike, once each. */
  questions: SharedQuestion[];
  /** What the rows would write. */
  deeds: ImportDeeds;
  /** Rows under the heading that are no records. */
  skipped: SkippedRow[];
  /** Keys of answers that fit no question of these rows. */
  unusedAnswers: string[];
}
