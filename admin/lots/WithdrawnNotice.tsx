import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lot } from '#domain/lot.ts';
import { correctionLine } from '#domain/lotCorrections.ts';
import { dayToVietnamese, hanoiDay } from '#domain/rules/day.ts';
import { reasonProblem } from '#domain/rules/lotLife.ts';
import { verdictWords } from '#domain/verdictWords.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';
import { refreshAll } from '../record/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { reasonError } from './reason.ts';

/** Asks why a lot goes back into circulation; its page keeps a line of it. */
function BackDialog({ lot, onClose }: { lot: Lot & AnyRecord; onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const unsaved = useUnsavedValues(`lots ${lot.id} return`, reason === '' ? null : { reason });
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const bringBack = async () => {
    setChecked(true);
    if (reasonProblem(reason.trim()) !== null) return;
    setBusy(true);
    setFailure(null);
    try {
      await updateRecord('lots', lot.id, lot.version, { state: 'active', correction_reason: reason });
      unsaved.forget();
      tell('Lô lại đang lưu hành; trang truy xuất đổi chậm nhất ở lần đăng tới.');
      onClose();
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog isAlert isOpen onClose={onClose} title={`Đưa lô ${lot.lot_number} ra lưu hành lại`}>
      <div className="flex flex-col gap-4">
        <UnsavedNotice
          onTake={({ values }) => setReason(String(values['reason']))}
          unsaved={unsaved}
          words={({ values }) => <TypedText>{String(values['reason'])}</TypedText>}
        />
        <TextField
          error={reasonError(reason, isChecked, failure, 'correction_reason')}
          hint="Ghi vào hồ sơ của lô; không hiện công khai."
          isLong
          isRequired
          label="Lý do lưu hành lại"
          onChange={setReason}
          value={reason}
        />
        <Notice icon="ledger" tone="neutral">
          <p>Trang truy xuất sẽ giữ dòng này, không gỡ được:</p>
          <p className="font-semibold">{correctionLine({ day: hanoiDay(Date.now()), fields: ['state'] })}</p>
        </Notice>
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button isDisabled={isBusy} look="primary" onPress={bringBack}>
          Đưa ra lưu hành lại
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** What the public reads of a lot out of circulation, and the way back. */
export function WithdrawnNotice({ lot, isWriter }: { lot: Lot & AnyRecord; isWriter: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const withdrawal = { lot: lot.lot_number, day: dayToVietnamese(lot.withdrawn_on), reason: lot.withdrawal_reason };
  const { headline, fact } = verdictWords('lotWithdrawn', { withdrawal });
  return (
    <Notice icon="lot" tone="neutral">
      <p className="font-semibold">{headline}</p>
      <p>{fact}</p>
      {isWriter && (
        <div className="pt-2">
          <Button onPress={() => setAsking(true)}>Đưa ra lưu hành lại</Button>
        </div>
      )}
      {isAsking && <BackDialog lot={lot} onClose={() => setAsking(false)} />}
    </Notice>
  );
}
