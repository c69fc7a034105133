import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Failure, failureOf } from '../api/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';
import { refreshAll } from './queries.ts';

interface NoteButtonProps {
  /** On the button that opens the dialog. */
  label: string;
  look?: 'quiet' | 'plain';
  title: string;
  note: { label: string; hint: string; isLong?: boolean };
  /** The button that does it: what cannot be taken back is asked about as an alert. */
  send: { label: string; isFinal?: boolean; told: string };
  /** What is said above the note. */
  children?: ReactNode;
  /** Throws a `Failure` where it is refused; what is wrong with the note stands at its field `note`. */
  onSend: (note: string) => Promise<unknown>;
}

/** A button to a deed that needs a word about why. */
export function NoteButton({ label, look = 'plain', title, note, send, children, onSend }: NoteButtonProps) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const { isFinal = false } = send;
  const run = async () => {
    try {
      await onSend(text);
      setOpen(false);
      tell(send.told);
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <Button look={look} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog isAlert={isFinal} isOpen={isOpen} onClose={() => setOpen(false)} title={title}>
        <div className="flex flex-col gap-4">
          {children}
          {failure !== null && failure.fields['note'] === undefined && (
            <Notice icon="warning" tone="bad">
              {failure.message}
            </Notice>
          )}
          <TextField
            error={failure?.fields['note']}
            hint={note.hint}
            isLong={note.isLong ?? false}
            isRequired
            label={note.label}
            onChange={setText}
            value={text}
          />
        </div>
        <DialogButtons>
          <Button onPress={() => setOpen(false)}>Thôi</Button>
          <Button look={isFinal ? 'danger' : 'primary'} onPress={run}>
            {send.label}
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
