import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { mayReadHistory } from '../access.ts';
import { revisionsOf } from '../api/history.ts';
import type { Choices } from '../api/proposals.ts';
import { instantWords } from '../clock.ts';
import { useNames } from '../history/names.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { FieldChoice } from './FieldChoice.tsx';
import type { Conflict } from './saveMerged.ts';

/** Who saved last, where that may be known. */
function useOther(collection: CollectionName, id: string): string {
  const { role } = usePerson();
  const newest = useQuery({
    queryKey: ['revisions', 'newest', collection, id],
    queryFn: () => revisionsOf(collection, id, 1, 1),
    enabled: mayReadHistory(role, collection),
  }).data?.items[0];
  if (newest === undefined) return 'Người khác vừa lưu bản ghi này.';
  return `${newest.actor_name || 'Người khác'} vừa lưu bản ghi này lúc ${instantWords(newest.created)}.`;
}

const WHOSE = { theirs: 'Người kia ghi', mine: 'Bạn nhập' };

function ConflictBody({
  collection,
  conflict,
  onChoose,
  onClose,
}: {
  collection: CollectionName;
  conflict: Conflict;
  onChoose: (choices: Choices) => Promise<void>;
  onClose: () => void;
}) {
  const [choices, setChoices] = useState<Choices>({});
  const [isBusy, setBusy] = useState(false);
  const { theirs, mine, fields } = conflict;
  const names = useNames(collection, [theirs, mine]);
  const other = useOther(collection, theirs.id);
  const choose = async () => {
    setBusy(true);
    await onChoose(choices);
    setBusy(false);
  };
  return (
    <>
      <p className="pb-3">
        {`${other} Những mục chỉ một bên sửa được giữ cả. Các mục sau hai bên cùng sửa: hãy chọn giá trị để giữ.`}
      </p>
      {fields.map((field) => (
        <FieldChoice
          chosen={choices[field]}
          collection={collection}
          field={field}
          key={field}
          names={names}
          onChoose={(side) => setChoices({ ...choices, [field]: side })}
          values={conflict}
          whose={WHOSE}
        />
      ))}
      <DialogButtons>
        <Button onPress={onClose}>Quay lại sửa tiếp</Button>
        <Button isDisabled={isBusy || fields.some((field) => !choices[field])} isSave look="primary" onPress={choose}>
          {isBusy ? 'Đang lưu…' : 'Lưu lựa chọn'}
        </Button>
      </DialogButtons>
    </>
  );
}

/** Shows the second of two people both values of each field that both changed; nothing is kept or dropped unasked. */
export function ConflictDialog({
  collection,
  conflict,
  onChoose,
  onClose,
}: {
  collection: CollectionName;
  conflict: Conflict | null;
  onChoose: (choices: Choices) => Promise<void>;
  onClose: () => void;
}) {
  return (
    <Dialog isAlert isOpen={conflict !== null} onClose={onClose} title="Hai người cùng sửa">
      {conflict !== null && (
        <ConflictBody
          collection={collection}
          conflict={conflict}
          key={String(conflict.theirs['version'])}
          onChoose={onChoose}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
