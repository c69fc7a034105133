import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lot } from '#domain/lot.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';
import { nowAsInstant } from '../clock.ts';
import { refreshAll } from '../record/queries.ts';
import { shapeOfField } from '../record/schema.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';

const NEEDED = 'Cần điền mục này.';

/** Asks why and whom to call, then tells every trace page of the lot at once. */
export function RecallDialog({
  lot,
  phone,
  isOpen,
  onClose,
}: {
  lot: Lot & AnyRecord;
  /** Offered as the number to call. */
  phone: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState(lot.recall_phone || phone);
  const isTyped = reason !== '' || number !== (lot.recall_phone || phone);
  const unsaved = useUnsavedValues(`lots ${lot.id} recall`, isOpen && isTyped ? { reason, number } : null);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const recall = async () => {
    setChecked(true);
    if (reason.trim() === '' || number.trim() === '') return;
    setBusy(true);
    try {
      const recalled = { state: 'recalled', recalled_at: nowAsInstant(), recall_reason: reason, recall_phone: number };
      await updateRecord('lots', lot.id, lot.version, recalled);
      unsaved.forget();
      tell('Đã thu hồi lô hàng. Trang truy xuất của lô báo ngay.');
      onClose();
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const missing = (text: string) => (isChecked && text.trim() === '' ? NEEDED : undefined);
  return (
    <Dialog isAlert isOpen={isOpen} onClose={onClose} title={`Thu hồi lô hàng ${lot.lot_number}`}>
      <div className="flex flex-col gap-4">
        <p>
          Trang truy xuất của lô này đổi ngay thành <strong>DỪNG SỬ DỤNG – lô bị thu hồi</strong>, không cần đăng. Đây
          là thu hồi lô hàng, không phải thu hồi giấy chứng nhận.
        </p>
        <UnsavedNotice
          onTake={({ values }) => {
            setReason(String(values['reason']));
            setNumber(String(values['number']));
          }}
          unsaved={unsaved}
          words={({ values }) => <TypedText>{`${values['reason']}\n${values['number']}`}</TypedText>}
        />
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
        <TextField
          error={failure?.fields['recall_reason'] ?? missing(reason)}
          hint="Người mua đọc được câu này."
          isLong
          isRequired
          label={shapeOfField('lots', 'recall_reason').label}
          onChange={setReason}
          value={reason}
        />
        <TextField
          error={failure?.fields['recall_phone'] ?? missing(number)}
          isRequired
          label={shapeOfField('lots', 'recall_phone').label}
          onChange={setNumber}
          type="tel"
          value={number}
        />
      </div>
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button isDisabled={isBusy} look="primary" onPress={recall}>
          Thu hồi lô hàng
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
