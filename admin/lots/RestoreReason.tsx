import { correctionLine } from '#domain/lotCorrections.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { hanoiDay } from '#domain/rules/day.ts';
import { type Correctable, correctedFields } from '#domain/rules/lotLife.ts';
import type { Failure } from '../api/messages.ts';
import { Notice } from '../ui/states.tsx';
import { TextField } from '../ui/textFields.tsx';
import { reasonError } from './reason.ts';

type Values = Readonly<Record<string, unknown>>;

/** Which fields of a lot restoring them would correct, so that a reason is owed; none of other records. */
export function correctedByRestoring(
  collection: CollectionName,
  present: Values | null,
  wanted: Values,
  chosen: readonly string[],
): Correctable[] {
  if (collection !== 'lots' || present === null) return [];
  const after = { ...present, ...Object.fromEntries(chosen.map((name) => [name, wanted[name]])) };
  return correctedFields(present, after, chosen);
}

/** Asks why facts of a lot that is out in the world become what they were, and tells which line its page will keep. */
export function RestoreReason({
  fields,
  reason,
  onChange,
  isChecked,
  failure,
}: {
  fields: readonly Correctable[];
  reason: string;
  onChange: (reason: string) => void;
  isChecked: boolean;
  failure: Failure | null;
}) {
  return (
    <div className="mt-4 flex flex-col gap-4">
      <TextField
        error={reasonError(reason, isChecked, failure, 'correction_reason')}
        hint="Lô đã ra lưu hành. Lý do ghi vào hồ sơ của lô; không hiện công khai."
        isLong
        isRequired
        label="Lý do sửa"
        onChange={onChange}
        value={reason}
      />
      <Notice icon="ledger" tone="neutral">
        <p>Trang truy xuất sẽ giữ dòng này, không gỡ được:</p>
        <p className="font-semibold">{correctionLine({ day: hanoiDay(Date.now()), fields: [...fields] })}</p>
      </Notice>
    </div>
  );
}
