import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { tell } from '../ui/toast.tsx';
import { refreshAll } from './queries.ts';
import { shapeOfField } from './schema.ts';
import { outcomeWords, setValues } from './setValues.ts';

interface BulkFieldProps {
  collection: CollectionName;
  chosen: readonly AnyRecord[];
  onDone: () => void;
}

interface BulkDialogProps extends BulkFieldProps {
  fields: readonly string[];
  onClose: () => void;
}

function BulkDialog({ collection, chosen, onDone, onClose, fields }: BulkDialogProps) {
  const client = useQueryClient();
  const [field, setField] = useState(fields[0] ?? '');
  const [value, setValue] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { label, choices = {}, required = false } = shapeOfField(collection, field);
  const labels = Object.fromEntries(fields.map((name) => [name, shapeOfField(collection, name).label]));
  const apply = async () => {
    setBusy(true);
    const outcome = await setValues(collection, chosen, { [field]: value });
    tell(outcomeWords(outcome), outcome.failed === 0);
    onDone();
    await refreshAll(client);
  };
  return (
    <Dialog isOpen onClose={onClose} title={`Đổi một mục của ${chosen.length} bản ghi`}>
      <div className="flex flex-col gap-4">
        <ChoiceField
          choices={labels}
          label="Mục cần đổi"
          onChange={(name) => {
            setField(name);
            setValue('');
          }}
          value={field}
        />
        <ChoiceField
          choices={choices}
          emptyWords={required ? undefined : 'Chưa rõ'}
          label={label}
          onChange={setValue}
          value={value}
        />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button isDisabled={isBusy || (required && value === '')} look="primary" onPress={apply}>
          {`Đổi ${chosen.length} bản ghi`}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** Changes one field of all chosen records, where the noun says which fields may be. */
export function BulkField({ collection, chosen, onDone }: BulkFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const fields = presentations[collection].bulk ?? [];
  if (fields.length === 0) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>Đổi một mục…</Button>
      {isOpen && (
        <BulkDialog
          chosen={chosen}
          collection={collection}
          fields={fields}
          onClose={() => setOpen(false)}
          onDone={onDone}
        />
      )}
    </>
  );
}
