import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import type { FieldGroup } from '../presentation.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { FormGroup, fieldId, messageOf } from './FormGroup.tsx';
import { shapesOf } from './schema.ts';
import { UnsavedRecord } from './UnsavedRecord.tsx';
import type { RecordFormState } from './useRecordForm.ts';

const CONTROLS = 'input:not([type=hidden]), textarea, button, [tabindex="0"]';

function focusField(name: string) {
  const place = document.getElementById(fieldId(name));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>(CONTROLS)?.focus();
}

/** What could not be saved, each with a way to its field. */
function Problems({ collection, state }: { collection: CollectionName; state: RecordFormState }) {
  const { form, failure } = state;
  const shapes = shapesOf(collection);
  const names = Object.keys(form.formState.errors).filter((name) => name !== 'root');
  if (state.conflict !== null || (failure === null && names.length === 0)) return null;
  return (
    <Notice icon="warning" tone="bad">
      <p className="font-semibold">{failure?.message ?? 'Chưa lưu được: có mục cần sửa.'}</p>
      <ul className="list-disc ps-5">
        {names.map((name) => (
          <li key={name}>
            <button className="link" onClick={() => focusField(name)} type="button">
              {shapes.get(name)?.label ?? name}
            </button>
            : {messageOf(form.formState.errors[name])}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The bar that saves or sends to review, and what else can be done with the record. */
function SaveBar({ isNew, state, actions }: { isNew: boolean; state: RecordFormState; actions: ReactNode }) {
  const { form, way, propose } = state;
  const { isDirty, isSubmitting } = form.formState;
  const isIdle = isSubmitting || (!isNew && !isDirty);
  const word = way.isProposed ? 'Gửi duyệt' : 'Lưu';
  const rest = way.isProposed ? '' : 'Đã lưu';
  return (
    <div className="save-bar">
      <Button isDisabled={isIdle} isSave={isDirty} look="primary" type="submit">
        {isSubmitting ? 'Đang lưu…' : word}
      </Button>
      {way.mayPropose && !way.isProposed && isDirty && (
        <Button isDisabled={isSubmitting} onPress={propose}>
          Gửi duyệt
        </Button>
      )}
      {isDirty && (
        <Button isDisabled={isSubmitting} onPress={() => form.reset()}>
          Bỏ thay đổi
        </Button>
      )}
      <span className="text-ink-2">{isDirty ? 'Có thay đổi chưa lưu' : isNew ? '' : rest}</span>
      <span className="ms-auto flex gap-2">{actions}</span>
    </div>
  );
}

interface RecordFormProps {
  collection: CollectionName;
  record: AnyRecord | null;
  state: RecordFormState;
  isReadOnly: boolean;
  /** Beside the save button. */
  actions?: ReactNode;
  /** Instead of the noun's own groups. */
  groups?: readonly FieldGroup[];
}

/** All groups of a collection's form, and the bar that saves. */
export function RecordForm({ collection, record, state, isReadOnly, actions, groups }: RecordFormProps) {
  const { form, save, way, failure } = state;
  const problemsAt = useRef<HTMLDivElement>(null);
  const { isDirty, submitCount, isSubmitSuccessful } = form.formState;

  useEffect(() => {
    const asked = window.location.hash.slice(1);
    if (asked.startsWith(fieldId(''))) focusField(asked.slice(fieldId('').length));
  }, []);
  useEffect(() => {
    if (submitCount > 0 && !isSubmitSuccessful) problemsAt.current?.scrollIntoView({ block: 'center' });
  }, [submitCount, isSubmitSuccessful]);
  // What the server refuses as a whole, such as on a full disk, stands at no field.
  useEffect(() => {
    if (failure !== null) problemsAt.current?.scrollIntoView({ block: 'center' });
  }, [failure]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  const settle = (choices: Readonly<Record<string, string>>) =>
    state.settle(Object.keys(choices).filter((name) => choices[name] === 'mine'));
  return (
    <form aria-label="Bản ghi" className="flex min-w-0 flex-col gap-4" noValidate onSubmit={submit}>
      <UnsavedRecord collection={collection} isReadOnly={isReadOnly} state={state} />
      {(groups ?? presentations[collection].groups).map((group) => (
        <FormGroup
          collection={collection}
          form={form}
          group={group}
          isReadOnly={isReadOnly}
          key={group.title}
          only={way.only}
        />
      ))}
      <div className="flex flex-col gap-3" ref={problemsAt}>
        <Problems collection={collection} state={state} />
        <ConflictDialog
          collection={collection}
          conflict={state.conflict}
          onChoose={settle}
          onClose={state.leaveConflict}
        />
      </div>
      {way.isProposed && (isDirty || record === null) && (
        <div className="card p-5">
          <TextField
            hint="Thay đổi chỉ có hiệu lực khi được duyệt; đến lúc đó trang công khai không đổi."
            isLong
            label="Lời nhắn cho người duyệt"
            onChange={state.setComment}
            value={state.comment}
          />
        </div>
      )}
      {!isReadOnly && <SaveBar actions={actions} isNew={record === null} state={state} />}
    </form>
  );
}
