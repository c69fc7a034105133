import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { CollectionName } from '#domain/nouns.ts';
import { mayReadHistory } from '../access.ts';
import { revisionsOf } from '../api/history.ts';
import { instantWords } from '../clock.ts';
import { useNames } from '../history/names.ts';
import { besideOneAnother, fieldLabel, type Names, valueWords } from '../history/valueWords.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import type { Conflict } from './saveMerged.ts';

/** Field → whose value stays. */
export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

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

/** One field that both changed, with both values. */
function FieldChoice({
  collection,
  conflict,
  field,
  names,
  chosen,
  onChoose,
}: {
  collection: CollectionName;
  conflict: Conflict;
  field: string;
  names: Names;
  chosen: Choices[string] | undefined;
  onChoose: (whose: 'mine' | 'theirs') => void;
}) {
  const words = (values: Readonly<Record<string, unknown>>) => valueWords(collection, field, values[field], names);
  const [theirs, mine] = besideOneAnother(words(conflict.theirs), words(conflict.mine));
  return (
    <RadioGroup
      aria-label={fieldLabel(collection, field)}
      className="border-line border-t py-3"
      onChange={(whose) => onChoose(whose === 'mine' ? 'mine' : 'theirs')}
      value={chosen ?? null}
    >
      <span aria-hidden="true" className="font-semibold">
        {fieldLabel(collection, field)}
      </span>
      <div className="flex flex-col">
        <Side value="theirs" whose="Người kia ghi" words={theirs ?? ''} />
        <Side value="mine" whose="Bạn nhập" words={mine ?? ''} />
      </div>
    </RadioGroup>
  );
}

function Side({ value, whose, words }: { value: string; whose: string; words: string }) {
  return (
    <RadioField value={value}>
      <RadioButton className="tick round items-start">
        <span className="tick-mark mt-0.5" />
        <span className="min-w-0">
          <span className="text-ink-2">{whose}: </span>
          <span className="value">{words}</span>
        </span>
      </RadioButton>
    </RadioField>
  );
}

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
          conflict={conflict}
          field={field}
          key={field}
          names={names}
          onChoose={(whose) => setChoices({ ...choices, [field]: whose })}
        />
      ))}
      <DialogButtons>
        <Button onPress={onClose}>Quay lại sửa tiếp</Button>
        <Button isDisabled={isBusy || fields.some((field) => !choices[field])} look="primary" onPress={choose}>
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
