import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../api/messages.ts';
import { refuseProposal } from '../api/proposals.ts';
import { refreshAll } from '../record/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';

/** Sends a proposal back to its author, with what is to be mended. */
export function ReturnButton({ id }: { id: string }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async () => {
    try {
      await refuseProposal(id, note);
      setOpen(false);
      tell('Đã trả lại người gửi.');
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>Trả lại</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Trả lại người gửi">
        {failure !== null && failure.fields['note'] === undefined && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
        <TextField
          error={failure?.fields['note']}
          hint="Người gửi đọc được câu này."
          isLong
          isRequired
          label="Cần sửa gì"
          onChange={setNote}
          value={note}
        />
        <DialogButtons>
          <Button onPress={() => setOpen(false)}>Thôi</Button>
          <Button look="primary" onPress={send}>
            Trả lại
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
