import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Lot } from '#domain/lot.ts';
import { correctionLine } from '#domain/lotCorrections.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import { type Correctable, correctedFields, LOT_FACTS, reasonProblem } from '#domain/rules/lotLife.ts';
import { changedFields } from '#domain/rules/revision.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';
import { FieldInput } from '../record/FieldInput.tsx';
import { refreshAll } from '../record/queries.ts';
import { type FormValues, formSchema, formValues, shapeOfField } from '../record/schema.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { reasonError } from './reason.ts';

const DATES: readonly string[] = ['produced_on', 'packed_on', 'use_by'];

/** Field → what is wrong with its value as typed; only of those that were changed. */
function problemsOf(lot: FormValues, values: FormValues, fields: readonly string[]): Record<string, string> {
  const checked = formSchema('lots', lot).safeParse({ ...formValues('lots', lot), ...values });
  const issues = checked.success ? [] : checked.error.issues;
  return Object.fromEntries(
    issues
      .filter(({ path }) => fields.includes(String(path[0])))
      .map(({ path, message }) => [String(path[0]), message]),
  );
}

/** What is printed already and a correction cannot reach. */
function PrintedWarning({ lot, fields }: { lot: Lot; fields: readonly Correctable[] }) {
  const isNumber = fields.includes('lot_number') && lot.stamps_printed;
  const isDate = fields.some((name) => DATES.includes(name));
  if (!isNumber && !isDate) return null;
  return (
    <Notice icon="warning" tone="attention">
      {isNumber && (
        <p>{`Tem đã in mang số lô ${lot.lot_number}. Mã trên tem vẫn dẫn đến trang này, nhưng số lô trên tem sẽ khác: hãy in lại tem.`}</p>
      )}
      {isDate && <p>Nếu bao bì đã in ngày cũ, hãy dán lại nhãn; hàng đã bán với ngày sai thì thu hồi lô hàng.</p>}
    </Notice>
  );
}

/** Facts of a lot that has left its draft, changed with a reason; its page keeps a line of it. */
export function CorrectDialog({ lot: present, onClose }: { lot: Lot & AnyRecord; onClose: () => void }) {
  const client = useQueryClient();
  // What was opened: somebody else's save in between is refused by its version, not overwritten.
  const [lot] = useState(present);
  const before = formValues('lots', lot);
  const [values, setValues] = useState<FormValues>(() =>
    Object.fromEntries(LOT_FACTS.map((name) => [name, before[name]])),
  );
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fields = correctedFields(before, { ...before, ...values }, changedFields(before, values));
  const typed = Object.fromEntries(fields.map((name) => [name, values[name]]));
  const isTyped = fields.length > 0 || reason !== '';
  const unsaved = useUnsavedValues(`lots ${lot.id} correction`, isTyped ? { ...typed, reason } : null);
  const problems = isChecked ? problemsOf(before, values, fields) : {};
  const save = async () => {
    setChecked(true);
    const isWrong = Object.keys(problemsOf(before, values, fields)).length > 0;
    if (fields.length === 0 || isWrong || reasonProblem(reason.trim()) !== null) return;
    setBusy(true);
    setFailure(null);
    try {
      await updateRecord('lots', lot.id, lot.version, { ...typed, correction_reason: reason });
      unsaved.forget();
      tell('Đã sửa thông tin lô. Trang truy xuất đổi sau lần đăng tới và giữ dòng “Đã sửa”.');
      onClose();
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog isAlert isOpen onClose={onClose} title={`Sửa thông tin lô ${lot.lot_number}`}>
      <div className="flex flex-col gap-4">
        <p>Sửa khi gõ nhầm. Giá trị cũ và lý do chỉ cơ quan xem được; mã truy xuất không đổi.</p>
        <UnsavedNotice
          onTake={({ values: { reason: why, ...facts } }) => {
            setReason(String(why ?? ''));
            setValues((present) => ({ ...present, ...facts }));
          }}
          unsaved={unsaved}
          words={({ values: { reason: why, ...facts } }) => (
            <TypedText>
              {[...Object.keys(facts).map((name) => shapeOfField('lots', name).label), String(why ?? '')].join('\n')}
            </TypedText>
          )}
        />
        {LOT_FACTS.map((name) => (
          <FieldInput
            collection="lots"
            error={failure?.fields[name] ?? problems[name]}
            isDisabled={isBusy}
            key={name}
            name={name}
            onBlur={() => undefined}
            onChange={(value) => setValues((typed) => ({ ...typed, [name]: value }))}
            shape={shapeOfField('lots', name)}
            value={values[name]}
          />
        ))}
        <PrintedWarning fields={fields} lot={lot} />
        <TextField
          error={reasonError(reason, isChecked, failure, 'correction_reason')}
          hint="Ghi vào hồ sơ của lô; không hiện công khai."
          isLong
          isRequired
          label="Lý do sửa"
          onChange={setReason}
          value={reason}
        />
        {fields.length > 0 && (
          <Notice icon="ledger" tone="neutral">
            <p>Trang truy xuất sẽ giữ dòng này, không gỡ được:</p>
            <p className="font-semibold">{correctionLine({ day: hanoiDay(Date.now()), fields })}</p>
          </Notice>
        )}
        {isChecked && fields.length === 0 && (
          <Notice icon="warning" tone="bad">
            Chưa đổi mục nào.
          </Notice>
        )}
        {failure !== null && (
          <Notice icon="warning" tone="bad">
            {failure.message}
          </Notice>
        )}
      </div>
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button isDisabled={isBusy} look="primary" onPress={save}>
          Sửa thông tin lô
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
