import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LOT_STATES, type Lot } from '#domain/lot.ts';
import { traceCodeForReading } from '#domain/rules/traceCode.ts';
import { may } from '../access.ts';
import { failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';
import { instantWords } from '../clock.ts';
import { useIsOutside } from '../limits/useIsOutside.ts';
import { toStamps } from '../paths.ts';
import { refreshAll, useSettings } from '../record/queries.ts';
import { usePerson } from '../shell/person.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Chip, Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { Corrections } from './Corrections.tsx';
import { useLotFile } from './lotFile.ts';
import { RecallDialog } from './RecallDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import { WithdrawnNotice } from './WithdrawnNotice.tsx';

type LotRecord = Lot & AnyRecord;

const TONES = { draft: 'neutral', active: 'good', recalled: 'bad', withdrawn: 'neutral' } as const;

/** Changes a lot's state and says so. */
function useLotChange(lot: LotRecord) {
  const client = useQueryClient();
  return async (values: Partial<Lot>, done: string) => {
    try {
      await updateRecord('lots', lot.id, lot.version, values);
      tell(done);
    } catch (error) {
      const failure = failureOf(error);
      tell(Object.values(failure.fields)[0] ?? failure.message, false);
    }
    await refreshAll(client);
  };
}

function RecalledNotice({ lot, isWriter }: { lot: LotRecord; isWriter: boolean }) {
  const change = useLotChange(lot);
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const takeBack = async () => {
    close();
    // One that was out of circulation before is so again.
    const state = lot.withdrawn_on === '' ? 'active' : 'withdrawn';
    await change({ state, recalled_at: '' }, 'Đã gỡ thông báo thu hồi lô hàng.');
  };
  return (
    <Notice icon="stop" tone="recalled">
      <p className="font-semibold">{`DỪNG SỬ DỤNG – lô bị thu hồi, thông báo lúc ${instantWords(lot.recalled_at)}`}</p>
      <p>{`Lý do: ${lot.recall_reason}`}</p>
      <p>{`Trả hàng, hỏi đáp: ${lot.recall_phone}`}</p>
      {isWriter && (
        <div className="pt-2">
          <Button onPress={() => setAsking(true)}>Gỡ thông báo thu hồi lô hàng</Button>
        </div>
      )}
      <Dialog isAlert isOpen={isAsking} onClose={close} title="Gỡ thông báo thu hồi lô hàng?">
        <p>Chỉ gỡ khi thông báo bị đưa nhầm. Trang truy xuất thôi báo dừng sử dụng ngay khi gỡ.</p>
        <DialogButtons>
          <Button onPress={close}>Thôi</Button>
          <Button look="danger" onPress={takeBack}>
            Gỡ thông báo
          </Button>
        </DialogButtons>
      </Dialog>
    </Notice>
  );
}

/** What a lot is, and what may be done with it as a whole. */
export function LotTop({ record }: { record: AnyRecord }) {
  const lot = record as unknown as LotRecord;
  const { role } = usePerson();
  const change = useLotChange(lot);
  const [asked, setAsked] = useState<'recall' | 'correct' | 'withdraw' | null>(null);
  const close = () => setAsked(null);
  const contact = useLotFile(lot.id).data?.contact;
  const officePhone = useSettings()?.office_phone;
  const isOutside = useIsOutside('lots', lot.id);
  const isWriter = role !== 'producer' && may(role, 'update', 'lots') && !isOutside;
  const phone = contact?.phone_public ? contact.phone : (officePhone ?? '');
  return (
    <div className="flex flex-col gap-3">
      {lot.state === 'recalled' && <RecalledNotice isWriter={isWriter} lot={lot} />}
      {lot.state === 'withdrawn' && <WithdrawnNotice isWriter={isWriter} lot={lot} />}
      <div className="card flex flex-wrap items-center gap-x-6 gap-y-3 p-4">
        <p>
          <span className="block text-ink-2 text-sm">Mã truy xuất</span>
          <strong className="text-lg tracking-wide">{traceCodeForReading(lot.trace_code)}</strong>
        </p>
        <Chip tone={TONES[lot.state]}>{LOT_STATES[lot.state]}</Chip>
        {lot.stamps_printed && <Chip tone="neutral">Đã in tem</Chip>}
        {isWriter && (
          <div className="ms-auto flex flex-wrap gap-2">
            {lot.state === 'draft' && (
              <Button
                icon="check"
                onPress={() => change({ state: 'active' }, 'Lô đã ra lưu hành; trang truy xuất có sau lần đăng tới.')}
              >
                Đưa ra lưu hành
              </Button>
            )}
            {lot.state === 'active' && (
              <ButtonLink href={toStamps(lot.id)} icon="print">
                In tem
              </ButtonLink>
            )}
            {lot.state !== 'draft' && <Button onPress={() => setAsked('correct')}>Sửa thông tin lô</Button>}
            {lot.state === 'active' && <Button onPress={() => setAsked('withdraw')}>Ngừng lưu hành</Button>}
            {(lot.state === 'active' || lot.state === 'withdrawn') && (
              <Button icon="stop" look="danger" onPress={() => setAsked('recall')}>
                Thu hồi lô hàng
              </Button>
            )}
          </div>
        )}
      </div>
      {lot.state !== 'draft' && isWriter && (
        <p className="text-ink-2 text-sm">
          Lô đã ra lưu hành: bấm “Sửa thông tin lô” để sửa, kèm lý do; trang truy xuất giữ dòng “Đã sửa”.
        </p>
      )}
      <Corrections lot={lot} />
      {asked === 'recall' && <RecallDialog isOpen lot={lot} onClose={close} phone={phone} />}
      {asked === 'correct' && <CorrectDialog lot={lot} onClose={close} />}
      {asked === 'withdraw' && <WithdrawDialog lot={lot} onClose={close} />}
    </div>
  );
}
