import { Chip } from '../ui/states.tsx';
import type { Outcome } from './saveResult.ts';

/** What came of a product: a mark where it was saved, else the reason in a sentence that may run over several lines. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  if (outcome.isSaved) {
    return (
      <Chip icon="check" tone="good">
        {outcome.words}
      </Chip>
    );
  }
  return <span className="block min-w-56 whitespace-normal font-semibold text-danger text-sm">{outcome.words}</span>;
}
