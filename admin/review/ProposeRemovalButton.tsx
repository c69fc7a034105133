import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { proposeRemoval } from '../api/proposals.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { refreshAll } from '../record/queries.ts';
import { SENT } from '../record/savedWords.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';

/** Asks that a record of what is approved be deleted; it stays until an approver has looked. */
export function ProposeRemovalButton({ collection, record }: { collection: CollectionName; record: AnyRecord }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [comment, setComment] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const close = () => {
    setOpen(false);
    setFailure(null);
  };
  const send = async () => {
    try {
      await proposeRemoval(collection, record, comment);
      close();
      setComment('');
      tell(SENT);
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <Button icon="remove" look="quiet" onPress={() => setOpen(true)}>
        Đề nghị xóa
      </Button>
      <Dialog
        isAlert
        isOpen={isOpen}
        onClose={close}
        title={`Đề nghị xóa “${presentations[collection].title(record)}”?`}
      >
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {Object.values(failure.fields)[0] ?? failure.message}
          </Notice>
        )}
        <TextField
          hint="Bản ghi chỉ bị xóa khi được duyệt; đến lúc đó trang công khai không đổi."
          isLong
          label="Lời nhắn cho người duyệt"
          onChange={setComment}
          value={comment}
        />
        <DialogButtons>
          <Button onPress={close}>Thôi</Button>
          <Button look="primary" onPress={send}>
            Gửi duyệt
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
