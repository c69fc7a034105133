import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { toRecognise } from '../paths.ts';
import { textOf } from '../presentation.ts';
import { usePerson } from '../shell/person.ts';
import { ButtonLink } from '../ui/Button.tsx';

/** The way from a decision to the products it recognises. */
export function DecisionTop({ record }: { record: AnyRecord }) {
  const { role } = usePerson();
  const kind = textOf(record, 'kind');
  if (!may(role, 'create', 'recognitions') || (kind !== 'recognition' && kind !== 'proposal')) return null;
  return (
    <div>
      <ButtonLink href={toRecognise(record.id)} icon="star">
        Công nhận nhiều sản phẩm
      </ButtonLink>
    </div>
  );
}
