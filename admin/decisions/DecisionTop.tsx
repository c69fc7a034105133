import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { toRecognise, toWithdraw } from '../paths.ts';
import { textOf } from '../presentation.ts';
import { usePerson } from '../shell/person.ts';
import { ButtonLink } from '../ui/Button.tsx';

/** The way from a decision to the products it recognises, or whose certificates it withdraws. */
export function DecisionTop({ record }: { record: AnyRecord }) {
  const person = usePerson();
  const kind = textOf(record, 'kind');
  if (!may(person, 'create', 'recognitions') || !['recognition', 'proposal', 'withdrawal'].includes(kind)) return null;
  return (
    <div>
      {kind === 'withdrawal' ? (
        <ButtonLink href={toWithdraw(record.id)} icon="star">
          Thu hồi giấy chứng nhận nhiều sản phẩm
        </ButtonLink>
      ) : (
        <ButtonLink href={toRecognise(record.id)} icon="star">
          Công nhận nhiều sản phẩm
        </ButtonLink>
      )}
    </div>
  );
}
