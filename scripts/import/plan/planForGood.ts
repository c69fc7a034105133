/**
 * What is imported once is the same the second time. A row may be clear only because of where it stands: a fair without a day is the one
 * that is there, until a later row brings a second. Such a row is asked about the first time already, with the question of the second.
 */
import type { CellProblem, RowReport } from './report.ts';
import { wholeProblem } from './reportRow.ts';
import { type Existing, type WorkingSet, workingSet } from './workingSet.ts';

/** Plans all rows upon a working set; `unclear`: by row, what stops it although it could be planned. */
export type PlanRows = (
  working: WorkingSet,
  unclear: ReadonlyMap<number, readonly CellProblem[]>,
) => readonly RowReport[];

const MOST_LABELS = 5;

/** What a person decided holds for this file; the next time they are asked again. */
const isAnswered = ({ notes }: RowReport) => notes.some((each) => each.answered !== undefined);

/** Why a row that would be clear again comes to something else all the same. */
function whyOtherwise({ outcome, records }: RowReport): string {
  if (outcome === 'created') return 'Nhập lại tệp này sẽ tạo thêm một bản ghi nữa: hãy ghi rõ hơn (số, ngày hoặc nơi).';
  const labels = records.flatMap(({ fields }) => fields.map(({ label }) => label));
  const what = [...new Set(labels)].slice(0, MOST_LABELS).join(', ');
  return `Dòng khác trong tệp nói khác về cùng bản ghi (${what}): hãy sửa một trong hai.`;
}

/** What stops a row, by what the next import of its file would say of it. */
function problemsOf(again: RowReport): readonly CellProblem[] {
  return again.outcome === 'refused' ? again.problems : [wholeProblem('again', 'Cả dòng', whyOtherwise(again))];
}

/** What a row came to, and would come to again: something else. */
type Pair = readonly [RowReport, RowReport];

function unlikeAgain(first: readonly RowReport[], second: readonly RowReport[]): Pair[] {
  return first.flatMap((row, index): Pair[] => {
    const again = second[index];
    const isFine = again === undefined || row.outcome === 'refused' || again.outcome === 'same' || isAnswered(row);
    return isFine ? [] : [[row, again]];
  });
}

/** Who is asked first: a row that wrote something before one that only repeats, an unclear one before one that is clear but says otherwise. */
const turnOf = ([row, again]: Pair) => (row.records.length > 0 ? 0 : 2) + (again.outcome === 'refused' ? 0 : 1);

/** Plans all rows so that none of those taken is refused, asked about or changes anything when the file comes again. */
export function planForGood(plan: PlanRows, existing: Existing): RowReport[] {
  const unclear = new Map<number, readonly CellProblem[]>();
  for (;;) {
    const working = workingSet(existing);
    const reports = [...plan(working, unclear)];
    if (reports.every(({ records }) => records.length === 0)) return reports;
    const pairs = unlikeAgain(reports, plan(working.afterwards(), new Map()));
    if (pairs.length === 0) return reports;
    // Once these are refused the others may be clear. Each round refuses more, so that it comes to an end.
    const turn = Math.min(...pairs.map(turnOf));
    for (const [row, again] of pairs.filter((pair) => turnOf(pair) === turn))
      unclear.set(row.number, problemsOf(again));
  }
}
