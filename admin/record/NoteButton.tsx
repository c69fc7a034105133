import { useQueryClient } from '@tanstack/react-query';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { type Failure, failureOf } from '../api/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { formHere, useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { refreshAll } from './queries.ts';

interface NoteButtonProps {
  /** On the button that opens the dialog. */
  label: string;
  icon?: ComponentProps<typeof Button>['icon'];
  look?: 'quiet' | 'plain';
  title: string;
  note: { label: string; hint: string; isLong?: boolean; isOptional?: boolean };
  /** The button that does it: what cannot be taken back is asked about as an alert. */
  send: { label: string; isFinal?: boolean; told: string };
  /** What is said above the note. */
  children?: ReactNode;
  /** Throws a `Failure` where it is refused; what is wrong with the note stands at its field `note`. */
  onSend: (note: string) => Promise<unknown>;
}

/** A button to a deed that takes a word about why. */
export function NoteButton({ label, icon, look = 'plain', title, note, send, children, onSend }: NoteButtonProps) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [form] = useState(() => formHere(label));
  const unsaved = useUnsavedValues(form, isOpen && text !== '' ? { text } : null);
  const { isFinal = false } = send;
  const close = () => {
    setOpen(false);
    setFailure(null);
  };
  const run = async () => {
    try {
      await onSend(text);
      unsaved.forget();
      close();
      setText('');
      tell(send.told);
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <Button {...(icon === undefined ? {} : { icon })} look={look} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog isAlert={isFinal} isOpen={isOpen} onClose={close} title={title}>
        <div className="flex flex-col gap-4">
          {children}
          <UnsavedNotice
            onTake={({ values }) => setText(String(values['text']))}
            unsaved={unsaved}
            words={({ values }) => <TypedText>{String(values['text'])}</TypedText>}
          />
          {failure !== null && failure.fields['note'] === undefined && (
            <Notice icon="warning" tone="bad">
              {Object.values(failure.fields)[0] ?? failure.message}
            </Notice>
          )}
          <TextField
            error={failure?.fields['note']}
            hint={note.hint}
            isLong={note.isLong ?? false}
            isRequired={note.isOptional !== true}
            label={note.label}
            onChange={setText}
            value={text}
          />
        </div>
        <DialogButtons>
          <Button onPress={close}>Thôi</Button>
          <Button look={isFinal ? 'danger' : 'primary'} onPress={run}>
            {send.label}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
