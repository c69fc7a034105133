import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { may, mayApprove } from '../access.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, removeRecord, updateRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { toList } from '../paths.ts';
import { ProposeRemovalButton } from '../review/ProposeRemovalButton.tsx';
import { ownerFields, useReviewWay } from '../review/queries.ts';
import { leaveFreely, navigate } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { refreshAll } from './queries.ts';
import { shapesOf } from './schema.ts';

interface RemoveProps {
  collection: CollectionName;
  record: AnyRecord;
}

/** Deletes a record, or asks an approver to where that has to be looked at; nothing for who may do neither. */
export function RemoveButton(props: RemoveProps) {
  const { collection, record } = props;
  const { role } = usePerson();
  const { isProposed, mayPropose } = useReviewWay(collection, record);
  const mayDelete = may(role, 'remove', collection);
  if (ownerFields(collection).length > 0 && mayPropose && (isProposed || !mayDelete))
    return <ProposeRemovalButton {...props} />;
  return mayDelete ? <DeleteButton {...props} /> : null;
}

/** Deletes a record, after asking; says why when PocketBase refuses, and offers to withdraw it instead. */
function DeleteButton({ collection, record }: RemoveProps) {
  const client = useQueryClient();
  const { role } = usePerson();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const title = presentations[collection].title(record);
  const close = () => {
    setOpen(false);
    setFailure(null);
  };
  const remove = async () => {
    try {
      await removeRecord(collection, record.id);
      leaveFreely();
      navigate(toList(collection), { replace: true });
      tell(`Đã xóa “${title}”.`);
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const mayWithdraw = shapesOf(collection).has('visible_from') && record['state'] !== 'withdrawn' && mayApprove(role);
  const withdraw = async () => {
    try {
      await updateRecord(collection, record.id, record['version'], { state: 'withdrawn' });
      close();
      tell(`Đã rút “${title}” khỏi danh mục.`);
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      <Button icon="remove" look="quiet" onPress={() => setOpen(true)}>
        Xóa
      </Button>
      <Dialog isAlert isOpen={isOpen} onClose={close} title={`Xóa “${title}”?`}>
        {failure === null ? (
          <p>Bản ghi đã xóa còn khôi phục được từ lịch sử. Nếu chỉ muốn thôi hiện công khai, hãy rút khỏi danh mục.</p>
        ) : (
          <Notice icon="warning" tone="bad">
            {Object.values(failure.fields)[0] ?? failure.message}
          </Notice>
        )}
        <DialogButtons>
          <Button onPress={close}>Thôi</Button>
          {mayWithdraw && <Button onPress={withdraw}>Rút khỏi danh mục</Button>}
          {failure === null && (
            <Button look="danger" onPress={remove}>
              Xóa
            </Button>
          )}
        </DialogButtons>
      </Dialog>
    </>
  );
}
