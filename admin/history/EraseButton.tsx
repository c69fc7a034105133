import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { eraseHistory } from '../api/history.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { refreshAll } from '../record/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';

/** A person may ask to be forgotten: takes the values out of a record's history, never that and when it changed. */
export function EraseButton({ collection, record }: { collection: CollectionName; record: string }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const erase = async () => {
    try {
      await eraseHistory(collection, record, note);
      setOpen(false);
      tell('Đã xóa dữ liệu cá nhân khỏi lịch sử.');
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        Xóa dữ liệu cá nhân khỏi lịch sử
      </Button>
      <Dialog isAlert isOpen={isOpen} onClose={() => setOpen(false)} title="Xóa dữ liệu cá nhân khỏi lịch sử?">
        <div className="flex flex-col gap-4">
          <p>
            Mọi giá trị cũ của bản ghi này bị xóa hẳn khỏi lịch sử và không khôi phục được; ai đã sửa và lúc nào thì
            còn. Với chủ thể, lịch sử liên hệ của chủ thể cũng vậy. Giá trị hiện tại không đổi: cần xóa thì sửa bản ghi
            trước.
          </p>
          {failure !== null && failure.fields['note'] === undefined && (
            <Notice icon="warning" tone="bad">
              {failure.message}
            </Notice>
          )}
          <TextField
            error={failure?.fields['note']}
            hint="Ghi lại cùng việc xóa, chẳng hạn: đơn ngày 20/11/2026. Không nêu tên."
            isRequired
            label="Ai yêu cầu, ngày nào"
            onChange={setNote}
            value={note}
          />
        </div>
        <DialogButtons>
          <Button onPress={() => setOpen(false)}>Thôi</Button>
          <Button look="danger" onPress={erase}>
            Xóa khỏi lịch sử
          </Button>
        </DialogButtons>
      </Dialog>
    </>
  );
}
