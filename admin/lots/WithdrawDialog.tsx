import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lot } from '#domain/lot.ts';
import { dayToVietnamese, hanoiDay } from '#domain/rules/day.ts';
import { lotStateProblem } from '#domain/rules/lotLife.ts';
import { verdictWords } from '#domain/verdictWords.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';
import { refreshAll } from '../record/queries.ts';
import { shapeOfField } from '../record/schema.ts';
import { Button } from '../ui/Button.tsx';
import { DayField } from '../ui/DayField.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';

/** Asks since when and why, then tells the trace page of the lot at once. */
export function WithdrawDialog({ lot, onClose }: { lot: Lot & AnyRecord; onClose: () => void }) {
  const client = useQueryClient();
  const today = hanoiDay(Date.now());
  const [day, setDay] = useState<string>(today);
  const [reason, setReason] = useState('');
  const isTyped = reason !== '' || day !== today;
  const unsaved = useUnsavedValues(`lots ${lot.id} withdrawal`, isTyped ? { reason, day } : null);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const values = { state: 'withdrawn', withdrawn_on: day, withdrawal_reason: reason.trim() } as const;
  const problem = lotStateProblem({ state: 'active' }, values, today);
  const errorAt = (field: string) =>
    failure?.fields[field] ?? (isChecked && problem?.field === field ? problem.message : undefined);
  const withdraw = async () => {
    setChecked(true);
    if (problem !== null) return;
    setBusy(true);
    setFailure(null);
    try {
      await updateRecord('lots', lot.id, lot.version, values);
      unsaved.forget();
      tell('Lô hàng đã ngừng lưu hành. Trang truy xuất của lô báo ngay.');
      onClose();
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const withdrawal = { lot: lot.lot_number, day: dayToVietnamese(day), reason: values.withdrawal_reason || '…' };
  const shown = verdictWords('lotWithdrawn', { withdrawal });
  return (
    <Dialog isAlert isOpen onClose={onClose} title={`Ngừng lưu hành lô ${lot.lot_number}`}>
      <div className="flex flex-col gap-4">
        <p>
          Chỉ dùng khi <strong>chưa món nào của lô đến tay người mua</strong>. Nếu đã bán hay giao đi, hãy bấm “Thu hồi
          lô hàng”.
        </p>
        <UnsavedNotice
          onTake={({ values: typed }) => {
            setReason(String(typed['reason']));
            setDay(String(typed['day']));
          }}
          unsaved={unsaved}
          words={({ values: typed }) => (
            <TypedText>{`${dayToVietnamese(String(typed['day']))}\n${typed['reason']}`}</TypedText>
          )}
        />
        <DayField
          error={errorAt('withdrawn_on')}
          isRequired
          label={shapeOfField('lots', 'withdrawn_on').label}
          onChange={setDay}
          value={day}
        />
        <TextField
          error={errorAt('withdrawal_reason')}
          hint="Ai quét tem đọc được câu này."
          isLong
          isRequired
          label={shapeOfField('lots', 'withdrawal_reason').label}
          onChange={setReason}
          value={reason}
        />
        <Notice icon="ledger" tone="neutral">
          <p>Trang truy xuất đổi ngay, không cần đăng; không in tem cho lô nữa:</p>
          <p className="font-semibold">{shown.headline}</p>
          <p>{`${shown.fact} ${shown.advice}`}</p>
        </Notice>
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button isDisabled={isBusy} look="primary" onPress={withdraw}>
          Ngừng lưu hành
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
