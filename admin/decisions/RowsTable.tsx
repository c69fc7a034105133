import { RECOGNITION_CASES } from '#domain/recognition.ts';
import { isRecognisedStars, scoreToStars } from '#domain/rules/stars.ts';
import { IconButton } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { Empty } from '../ui/states.tsx';
import { NumberField } from '../ui/textFields.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { caseOf, type Row } from './rows.ts';
import type { Outcome } from './saveResult.ts';

const STARS = { '3': '3 sao', '4': '4 sao', '5': '5 sao' };

/** What keeps a row from being saved; empty when nothing does. */
export function rowProblem({ stars, score }: Row): string {
  if (!isRecognisedStars(stars)) return 'Hãy chọn số sao.';
  return score > 100 ? 'Điểm nhiều nhất là 100.' : '';
}

/** What is odd, but may be right: gates can hold a product below its band. */
function rowDoubt({ stars, score }: Row): string {
  const band = score > 0 ? scoreToStars(score) : null;
  return band === null || band === stars || stars === 0 ? '' : `Điểm này ở khung ${band} sao.`;
}

interface RowsTableProps {
  rows: Row[];
  outcomes: ReadonlyMap<string, Outcome>;
  isChecked: boolean;
  onChange: (rows: Row[]) => void;
}

function OutcomeWords({ row, outcome, isChecked }: { row: Row; outcome: Outcome | undefined; isChecked: boolean }) {
  if (outcome !== undefined) return <OutcomeMark outcome={outcome} />;
  const problem = isChecked ? rowProblem(row) : '';
  return (
    <span className={problem === '' ? 'text-ink-2' : 'font-semibold text-danger'}>{problem || rowDoubt(row)}</span>
  );
}

interface RowProps {
  row: Row;
  outcome: Outcome | undefined;
  isChecked: boolean;
  onChange: (values: Partial<Row>) => void;
  onRemove: () => void;
}

function ProductRow({ row, outcome, isChecked, onChange, onRemove }: RowProps) {
  const { title, detail } = row.product;
  const isSaved = outcome?.isSaved === true;
  const cell = { isLabelHidden: true, isDisabled: isSaved };
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="block font-normal text-ink-2 text-sm">{detail}</span>
      </th>
      <td>
        <ChoiceField
          {...cell}
          choices={STARS}
          label={`Số sao của ${title}`}
          onChange={(code) => onChange({ stars: Number(code) })}
          value={row.stars === 0 ? '' : String(row.stars)}
        />
      </td>
      <td className="narrow-cell">
        <NumberField
          {...cell}
          label={`Điểm của ${title}`}
          onChange={(score) => onChange({ score })}
          value={row.score}
        />
      </td>
      <td>
        <ChoiceField
          {...cell}
          choices={RECOGNITION_CASES}
          emptyWords="Chưa rõ"
          label={`Trường hợp của ${title}`}
          onChange={(code) => onChange({ case: code })}
          value={caseOf(row)}
        />
      </td>
      <td>
        <OutcomeWords isChecked={isChecked} outcome={outcome} row={row} />
      </td>
      <td>{!isSaved && <IconButton icon="remove" label={`Bỏ ${title}`} onPress={onRemove} />}</td>
    </tr>
  );
}

/** The products of a decision, each with its stars, score and case, typed as in a spreadsheet. */
export function RowsTable({ rows, outcomes, isChecked, onChange }: RowsTableProps) {
  if (rows.length === 0)
    return <Empty icon="product" words="Chưa có sản phẩm nào. Tìm để thêm, hoặc dán cả danh sách." />;
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="sr-only">Sản phẩm được công nhận</caption>
        <thead>
          <tr>
            <th scope="col">Sản phẩm</th>
            <th scope="col">Số sao</th>
            <th scope="col">Điểm</th>
            <th scope="col">Trường hợp</th>
            <th scope="col">Kết quả</th>
            <th scope="col">
              <span className="sr-only">Bỏ</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProductRow
              isChecked={isChecked}
              key={row.product.id}
              onChange={(values) => onChange(rows.map((each) => (each === row ? { ...each, ...values } : each)))}
              onRemove={() => onChange(rows.filter((each) => each !== row))}
              outcome={outcomes.get(row.product.id)}
              row={row}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
