import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import type { FieldGroup } from '../presentation.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { fieldWords } from './Cell.tsx';
import { FormGroup, fieldId, messageOf } from './FormGroup.tsx';
import { shapesOf } from './schema.ts';
import type { RecordFormState } from './useRecordForm.ts';

const CONTROLS = 'input:not([type=hidden]), textarea, button, [tabindex="0"]';

function focusField(name: string) {
  const place = document.getElementById(fieldId(name));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>(CONTROLS)?.focus();
}

/** Who saved first keeps both from losing anything: the second sees the other's values and goes on from them. */
function ConflictNotice({ collection, state }: { collection: CollectionName; state: RecordFormState }) {
  const { conflict, acceptTheirs } = state;
  if (conflict === null) return null;
  const shapes = shapesOf(collection);
  return (
    <Notice icon="warning" tone="attention">
      <p className="font-semibold">Người khác vừa lưu bản ghi này.</p>
      {conflict.fields.length === 0 ? (
        <p>Những gì bạn nhập vẫn còn và không trùng mục với người kia.</p>
      ) : (
        <>
          <p>Hai bên cùng sửa các mục sau. Người kia đã ghi:</p>
          <ul className="list-disc ps-5">
            {conflict.fields.map((name) => (
              <li key={name}>
                {shapes.get(name)?.label}:{' '}
                <strong>{fieldWords(collection, conflict.theirs, name) || '(để trống)'}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-3">
        <Button onPress={acceptTheirs}>Lấy bản mới, giữ những gì tôi nhập</Button>
      </div>
    </Notice>
  );
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
  const { form, save } = state;
  const problemsAt = useRef<HTMLDivElement>(null);
  const { isDirty, isSubmitting, submitCount, isSubmitSuccessful } = form.formState;

  useEffect(() => {
    const asked = window.location.hash.slice(1);
    if (asked.startsWith(fieldId(''))) focusField(asked.slice(fieldId('').length));
  }, []);
  useEffect(() => {
    if (submitCount > 0 && !isSubmitSuccessful) problemsAt.current?.scrollIntoView({ block: 'center' });
  }, [submitCount, isSubmitSuccessful]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form aria-label="Bản ghi" className="flex min-w-0 flex-col gap-4" noValidate onSubmit={submit}>
      {(groups ?? presentations[collection].groups).map((group) => (
        <FormGroup collection={collection} form={form} group={group} isReadOnly={isReadOnly} key={group.title} />
      ))}
      <div className="flex flex-col gap-3" ref={problemsAt}>
        <ConflictNotice collection={collection} state={state} />
        <Problems collection={collection} state={state} />
      </div>
      {!isReadOnly && (
        <div className="save-bar">
          <Button isDisabled={isSubmitting || (record !== null && !isDirty)} look="primary" type="submit">
            {isSubmitting ? 'Đang lưu…' : 'Lưu'}
          </Button>
          {isDirty && (
            <Button isDisabled={isSubmitting} onPress={() => form.reset()}>
              Bỏ thay đổi
            </Button>
          )}
          <span className="text-ink-2">{isDirty ? 'Có thay đổi chưa lưu' : record === null ? '' : 'Đã lưu'}</span>
          <span className="ms-auto flex gap-2">{actions}</span>
        </div>
      )}
    </form>
  );
}
