import { may } from '../access.ts';
import { toRecord } from '../paths.ts';
import { usePerson } from '../shell/person.ts';
import { TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { useLiveRelease } from './queries.ts';

/** That the live release left records as they were because of errors, with the way to the list. */
export function HeldBackNotice() {
  const { role } = usePerson();
  return may(role, 'see', 'releases') ? <HeldBack /> : null;
}

function HeldBack() {
  const live = useLiveRelease().data;
  const held = live?.counts?.['held'] ?? 0;
  if (!live || held === 0) return null;
  return (
    <Notice icon="warning" tone="bad">
      {`${held} bản ghi bị giữ lại vì có lỗi, trang công khai vẫn như trước. `}
      <TextLink href={toRecord('releases', live.id)}>Xem và sửa</TextLink>
    </Notice>
  );
}
