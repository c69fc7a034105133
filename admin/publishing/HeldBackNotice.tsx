import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { toRecord } from '../paths.ts';
import { fieldId } from '../record/FormGroup.tsx';
import { shapesOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { heldCount, useHeldBack, useLiveRelease } from './queries.ts';

/** That the live release left records as they were because of errors, with the way to the list. */
export function HeldBackNotice() {
  const { role } = usePerson();
  return may(role, 'see', 'releases') ? <HeldBack /> : null;
}

function HeldBack() {
  const live = useLiveRelease().data;
  const held = heldCount(live);
  if (!live || held === 0) return null;
  return (
    <Notice icon="warning" tone="bad">
      {`${held} bản ghi bị giữ lại vì có lỗi, trang công khai vẫn như trước. `}
      <TextLink href={toRecord('releases', live.id)}>Xem và sửa</TextLink>
    </Notice>
  );
}

interface OfRecord {
  collection: CollectionName;
  record: AnyRecord;
}

/** At a record that was held back: what is wrong with it, each error with the way to its field; gone once the record is saved again. */
export function HeldRecordNotice(props: OfRecord) {
  const { role } = usePerson();
  return may(role, 'see', 'releases') ? <HeldRecord {...props} /> : null;
}

function HeldRecord({ collection, record }: OfRecord) {
  const since = useLiveRelease().data?.started_at ?? '';
  const problems = useHeldBack().filter((each) => each.collection === collection && each.record === record.id);
  if (problems.length === 0 || record.updated > since) return null;
  return (
    <Notice icon="warning" tone="bad">
      Bản ghi này bị giữ lại ở lần đăng gần nhất: trang công khai vẫn như trước, cho đến khi sửa xong và đăng lại.
      <ul className="list-disc ps-5 pt-1">
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            {shapesOf(collection).has(field) && (
              <>
                <TextLink href={`#${fieldId(field)}`}>{shapesOf(collection).get(field)?.label ?? field}</TextLink>:{' '}
              </>
            )}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
