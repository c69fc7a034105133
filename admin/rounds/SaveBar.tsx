import type { EvaluationOutcome } from '#domain/rules/evaluation.ts';
import { numberWords } from '#domain/rules/evaluationProblems.ts';
import { Button } from '../ui/Button.tsx';
import { textsToPoints } from './pointTexts.ts';
import type { ResultForm } from './useResultForm.ts';

/** Total and stars while one types further down. */
function runningWords({ total, stars, open }: EvaluationOutcome, knockedOut: boolean): string {
  if (knockedOut) return 'Bị loại';
  if (total === null) return open.length === 0 ? '' : `Còn ${open.length} tiêu chí`;
  return `${numberWords(total)} điểm – ${stars} sao`;
}

/** The bar that saves, with what the result comes to so far. */
export function SaveBar({ form, outcome }: { form: ResultForm; outcome: EvaluationOutcome }) {
  const { isDirty, isBusy, values, save } = form;
  const { unreadable } = textsToPoints(values.texts);
  const isWaiting = values.state === 'candidate' || values.state === 'dossier_complete';
  const isBlocked = isBusy || unreadable.length > 0;
  return (
    <div className="save-bar">
      <Button isDisabled={isBlocked || !isDirty} isSave look="primary" onPress={() => void save()}>
        {isBusy ? 'Đang lưu…' : 'Lưu'}
      </Button>
      {isWaiting && outcome.total !== null && (
        <Button isDisabled={isBlocked} onPress={() => void save({ state: 'scored' })}>
          Lưu và đánh dấu đã chấm
        </Button>
      )}
      <span className="text-ink-2">{isDirty ? 'Có thay đổi chưa lưu' : 'Đã lưu'}</span>
      <strong className="ms-auto tabular-nums">{runningWords(outcome, values.knock_out !== '')}</strong>
    </div>
  );
}
