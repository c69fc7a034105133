import { EVALUATION_STATES, KNOCK_OUTS } from '#domain/evaluation.ts';
import { RECOGNITION_CASES } from '#domain/recognition.ts';
import { dayToVietnamese } from '#domain/rules/day.ts';
import type { ScoredCriterion } from '#domain/rules/evaluation.ts';
import { totalProblem } from '#domain/rules/evaluationProblems.ts';
import { processingDeadline } from '#domain/rules/round.ts';
import { shapeOfField } from '../record/schema.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { DayField } from '../ui/DayField.tsx';
import { Notice } from '../ui/states.tsx';
import { NumberField, TextField } from '../ui/textFields.tsx';
import type { Joined } from './joinConflict.ts';
import { textsToPoints } from './pointTexts.ts';
import type { Candidate } from './queries.ts';
import type { ResultForm } from './useResultForm.ts';

/** At the end of all other sets the annex prints what puts a dossier out (domain facts 1.4). */
const WITHOUT_KNOCK_OUT = [19, 26];

const label = (field: string) => shapeOfField('evaluations', field).label;

/** States that a person may set: recognised is a decision's. */
function stateChoices(state: Candidate['state']) {
  const { recognised, ...others } = EVALUATION_STATES;
  return state === 'recognised' ? { recognised } : others;
}

interface PartProps {
  form: ResultForm;
  isReadOnly: boolean;
}

/** Case, the day of a full dossier with what follows from it, and where the result stands. */
export function Facts({ form, isReadOnly }: PartProps) {
  const { values, change } = form;
  const due = processingDeadline(values.full_dossier_on);
  return (
    <section aria-label="Trường hợp và tình trạng" className="card grid gap-4 p-5 tablet:grid-cols-3">
      <ChoiceField
        choices={RECOGNITION_CASES}
        isDisabled={isReadOnly}
        label={label('case')}
        onChange={(code) => change({ case: code as Candidate['case'] })}
        value={values.case}
      />
      <DayField
        hint={due === null ? undefined : `Kết quả chậm nhất ${dayToVietnamese(due)} (45 ngày).`}
        isDisabled={isReadOnly}
        label={label('full_dossier_on')}
        onChange={(day) => change({ full_dossier_on: day })}
        value={values.full_dossier_on}
      />
      <ChoiceField
        choices={stateChoices(values.state)}
        isDisabled={isReadOnly}
        label={label('state')}
        onChange={(code) => change({ state: code as Candidate['state'] })}
        value={values.state}
      />
    </section>
  );
}

/** What stands beside the criteria: a stated total, why a dossier is out, a note. */
export function Ending({
  form,
  isReadOnly,
  criteria,
  set,
}: PartProps & { criteria: readonly ScoredCriterion[]; set: number }) {
  const { values, change } = form;
  const { points } = textsToPoints(values.texts);
  const problem = totalProblem({ criteria, points, statedTotal: values.stated_total });
  return (
    <section aria-label="Tổng điểm và ghi chú" className="card grid gap-4 p-5 tablet:grid-cols-2">
      <NumberField
        error={problem?.words}
        hint={shapeOfField('evaluations', 'stated_total').hint}
        isDisabled={isReadOnly}
        label={label('stated_total')}
        onChange={(total) => change({ stated_total: total })}
        value={values.stated_total}
      />
      <ChoiceField
        choices={KNOCK_OUTS}
        emptyWords="Không bị loại"
        hint={WITHOUT_KNOCK_OUT.includes(set) ? 'Phụ lục không in điều kiện loại ở cuối bộ này.' : undefined}
        isDisabled={isReadOnly}
        label={label('knock_out')}
        onChange={(code) => change({ knock_out: code as Candidate['knock_out'] })}
        value={values.knock_out}
      />
      <div className="tablet:col-span-2">
        <TextField
          isDisabled={isReadOnly}
          isLong
          label={label('note')}
          onChange={(note) => change({ note })}
          value={values.note}
        />
      </div>
    </section>
  );
}

/** The fields that both changed, the points with their criteria. */
function conflictWords({ fields, codes }: Joined): string {
  return fields
    .map((field) => (field === 'points' ? `${label(field)} (${codes.join(', ')})` : label(field)))
    .join(', ');
}

/** Why nothing was saved, with the ways on. */
export function Trouble({ form }: { form: ResultForm }) {
  const { conflict, failure } = form;
  if (conflict !== null)
    return (
      <Notice icon="warning" tone="bad">
        <p>{`Người khác vừa lưu khác với những gì bạn nhập ở: ${conflictWords(conflict)}.`}</p>
        <div className="flex flex-wrap gap-3 pt-2">
          <Button onPress={form.keepMine}>Giữ những gì tôi nhập</Button>
          <Button onPress={form.takeTheirs}>Lấy bản vừa lưu</Button>
        </div>
      </Notice>
    );
  if (failure === null) return null;
  return (
    <Notice icon="warning" tone="bad">
      <p className="font-semibold">{failure.message}</p>
      {Object.entries(failure.fields)
        .filter(([, words]) => words !== failure.message)
        .map(([field, words]) => (
          <p key={field}>{words}</p>
        ))}
    </Notice>
  );
}
