import type { EvaluationOutcome } from '#domain/rules/evaluation.ts';
import { numberWords, outcomeWords } from '#domain/rules/evaluationProblems.ts';
import { isRecognisedStars } from '#domain/rules/stars.ts';
import { Notice } from '../ui/states.tsx';

/** Total and stars as they follow from what stands in the fields, and what holds the product back. */
export function ResultPanel({ outcome, knockedOut }: { outcome: EvaluationOutcome; knockedOut: boolean }) {
  const words = outcomeWords(outcome, knockedOut);
  if (words === '') {
    const open = outcome.open.length;
    return (
      <Notice icon="waiting" tone="neutral">
        {open === 0 ? 'Chưa có điểm.' : `Còn ${open} tiêu chí chưa chấm.`}
      </Notice>
    );
  }
  const isHeld = outcome.missed.length > 0;
  const isGood = !knockedOut && isRecognisedStars(outcome.stars ?? 0);
  return (
    <Notice icon={isGood ? 'star' : 'warning'} tone={isGood && !isHeld ? 'good' : 'attention'}>
      <p className="font-semibold">
        {knockedOut ? 'Bị loại' : `${numberWords(outcome.total ?? 0)} điểm – ${outcome.stars} sao`}
      </p>
      {(isHeld || knockedOut) && <p>{words}</p>}
    </Notice>
  );
}
