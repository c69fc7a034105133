import { useEffect } from 'react';
import { useFormState, useWatch } from 'react-hook-form';
import type { CollectionName } from '#domain/nouns.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import { useNames } from '../history/names.ts';
import type { Found } from '../unsaved/kept.ts';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { COMMENT, differingFields, typedValues } from './typedValues.ts';
import type { RecordFormState } from './useRecordForm.ts';

interface Props {
  collection: CollectionName;
  state: RecordFormState;
  isReadOnly: boolean;
}

function Difference({ collection, state, found }: Omit<Props, 'isReadOnly'> & { found: Found }) {
  const now = state.form.getValues();
  const names = useNames(collection, [now, found.values]);
  const fields = differingFields(found.values, now);
  const pick = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((field) => [field, values[field]]));
  const { [COMMENT]: words } = found.values;
  const hasChanged = state.base !== null && found.version !== state.base['version'];
  return (
    <>
      <ChangeList after={pick(found.values)} before={pick(now)} collection={collection} names={names} />
      {typeof words === 'string' && <TypedText>{words}</TypedText>}
      {hasChanged && (
        <p className="text-ink-2">Từ lúc đó bản ghi đã được lưu lại. Khi lưu, mục nào hai bên cùng sửa sẽ được hỏi.</p>
      )}
    </>
  );
}

/** Keeps what is typed into a record's form, and offers what was typed before. A component of its own: it alone is drawn with every letter. */
export function UnsavedRecord({ collection, state, isReadOnly }: Props) {
  const { form, unsaved, earlier, base, comment } = state;
  const now = useWatch({ control: form.control });
  const { defaultValues, isDirty } = useFormState({ control: form.control });
  const before = { ...defaultValues, ...earlier?.after };
  const typed = typedValues(collection, { before, now, version: base?.['version'], comment });
  const text = isDirty ? JSON.stringify(typed) : null;
  const { keep, found, drop } = unsaved;
  useEffect(() => keep(text === null ? null : JSON.parse(text)), [text, keep]);
  // What the form holds already was saved just before the page ended.
  const moot = found.find(({ values }) => values[COMMENT] === undefined && differingFields(values, now).length === 0);
  useEffect(() => {
    if (moot !== undefined && !isDirty) drop(moot);
  }, [moot, isDirty, drop]);
  return (
    <UnsavedNotice
      onTake={isReadOnly ? undefined : state.takeFound}
      unsaved={unsaved}
      words={(each) => <Difference collection={collection} found={each} state={state} />}
    />
  );
}
