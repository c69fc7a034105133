import type { Decision } from '#domain/decision.ts';
import { LEGAL_BASES } from '#domain/recognition.ts';
import { grantedBy } from '#domain/rules/evaluationCase.ts';
import { numberWords } from '#domain/rules/evaluationProblems.ts';
import { OutcomeMark } from '../decisions/OutcomeMark.tsx';
import type { Outcome } from '../decisions/saveResult.ts';
import type { TermErrors } from '../decisions/terms.ts';
import { ChoiceField, TickField } from '../ui/choiceFields.tsx';
import { DayField } from '../ui/DayField.tsx';
import { Empty } from '../ui/states.tsx';
import { nameOf } from './CandidatesTable.tsx';
import type { OwnTerms } from './ownTerms.ts';
import type { Candidate } from './queries.ts';

/** A result on its way into the decision. */
export interface ResultRow {
  candidate: Candidate;
  isChosen: boolean;
  own: OwnTerms;
  errors: TermErrors;
  outcome: Outcome | undefined;
}

interface RowProps {
  row: ResultRow;
  authority: Decision['authority'];
  onChoose: (isChosen: boolean) => void;
  onChange: (own: OwnTerms) => void;
}

/** What the decision makes of a result, in words. */
function grantWords({ stars }: Candidate, authority: Decision['authority']): string {
  const grant = grantedBy(stars, authority);
  if (grant === null) return '';
  return grant.pendingCentral ? 'Đề nghị Trung ương 5 sao' : `Công nhận ${grant.stars} sao`;
}

function OwnFields({ row: { candidate, own, errors, outcome }, onChange }: Pick<RowProps, 'row' | 'onChange'>) {
  const name = nameOf(candidate);
  const cell = { isLabelHidden: true, isDisabled: outcome?.isSaved === true };
  return (
    <>
      <td className="term-cell">
        <ChoiceField
          {...cell}
          choices={LEGAL_BASES}
          emptyWords="Như trên"
          error={errors.legal_basis}
          label={`Căn cứ của ${name}`}
          onChange={(code) => onChange({ ...own, legal_basis: code as OwnTerms['legal_basis'] })}
          value={own.legal_basis}
        />
      </td>
      <td className="term-cell">
        <DayField
          {...cell}
          error={errors.expires_on}
          label={`Có giá trị đến hết ngày của ${name}`}
          onChange={(day) => onChange({ ...own, expires_on: day })}
          value={own.expires_on}
        />
      </td>
    </>
  );
}

function Line({ row, authority, onChoose, onChange }: RowProps) {
  const { candidate, isChosen, outcome } = row;
  const name = nameOf(candidate);
  return (
    <tr>
      <td className="tick-cell">
        {outcome?.isSaved !== true && <TickField label={`Chọn ${name}`} onChange={onChoose} value={isChosen} />}
      </td>
      <th scope="row">{name}</th>
      <td className="number-cell">{numberWords(candidate.total)}</td>
      <td>{grantWords(candidate, authority)}</td>
      <OwnFields onChange={onChange} row={row} />
      <td>{outcome !== undefined && <OutcomeMark outcome={outcome} />}</td>
    </tr>
  );
}

interface ResultRowsProps {
  rows: readonly ResultRow[];
  authority: Decision['authority'];
  onChoose: (ids: readonly string[], isChosen: boolean) => void;
  onChange: (id: string, own: OwnTerms) => void;
}

/** The results that a decision may take: which of them it takes, and what differs from the others. */
export function ResultRows({ rows, authority, onChoose, onChange }: ResultRowsProps) {
  if (rows.length === 0)
    return (
      <div className="card">
        <Empty icon="star" words="Chưa có kết quả nào từ 3 sao đã đánh dấu “Đã chấm”." />
      </div>
    );
  const all = rows.map(({ candidate }) => candidate.id);
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="sr-only">Kết quả đưa vào quyết định</caption>
        <thead>
          <tr>
            <th className="tick-cell" scope="col">
              <TickField
                label="Chọn tất cả"
                onChange={(isChosen) => onChoose(all, isChosen)}
                value={rows.every(({ isChosen }) => isChosen)}
              />
            </th>
            <th scope="col">Sản phẩm</th>
            <th className="number-cell" scope="col">
              Điểm
            </th>
            <th scope="col">Sẽ ghi</th>
            <th scope="col">Căn cứ riêng</th>
            <th scope="col">Có giá trị riêng đến hết ngày</th>
            <th scope="col">Kết quả</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line
              authority={authority}
              key={row.candidate.id}
              onChange={(own) => onChange(row.candidate.id, own)}
              onChoose={(isChosen) => onChoose([row.candidate.id], isChosen)}
              row={row}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
