import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { countDeclared } from '#domain/legalItems.ts';
import { isLongForStamps } from '#domain/rules/traceCode.ts';
import type { SiteSettings } from '#domain/siteSettings.ts';
import { may } from '../access.ts';
import { Failure, failureOf } from '../api/messages.ts';
import { type AnyRecord, updateRecord } from '../api/records.ts';
import { trialAddress } from '../api/trialAddress.ts';
import { useIsOutside } from '../limits/useIsOutside.ts';
import { toList, toRecord } from '../paths.ts';
import { refreshAll, useSettings } from '../record/queries.ts';
import { labelOf, shapeOfField } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { LoadError, Loading, Notice } from '../ui/states.tsx';
import { NumberField, TextField } from '../ui/textFields.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { isDemonstration, type LotFile, legalItemsOf, useLotFile } from './lotFile.ts';
import { STAMP_SIZES, StampSheet, type StampSize } from './StampSheet.tsx';

const MOST = 1_000;
const AT_FIRST = 35;

type Settings = SiteSettings & AnyRecord;

/** What stands between this lot and its stamps; null when nothing does. */
function hindrance(file: LotFile, settings: Settings, isAdmin: boolean): string | null {
  if (file.lot.state === 'draft')
    return 'Lô còn là bản nháp. Hãy đưa lô ra lưu hành trước: mã in trên tem phải luôn trả lời.';
  if (file.lot.state === 'withdrawn') return 'Lô hàng ngừng lưu hành nên không in tem.';
  if (file.lot.state === 'recalled') return 'Lô hàng đã bị thu hồi nên không in tem.';
  if (settings.public_address !== '' && !settings.stamps_printed && !isAdmin)
    return 'Lần in tem đầu tiên chốt địa chỉ công khai, nên cần người quản trị in.';
  return null;
}

/** Writes down that stamps exist: from then on neither code nor address may change. */
async function recordPrinting({ lot }: LotFile, settings: Settings, reason: string): Promise<void> {
  const isChanged = !lot.stamps_printed || (reason !== '' && reason !== lot.stamps_reason);
  if (isChanged) {
    const values = reason === '' ? { stamps_printed: true } : { stamps_printed: true, stamps_reason: reason };
    await updateRecord('lots', lot.id, lot.version, values);
  }
  if (settings.public_address !== '' && !settings.stamps_printed)
    await updateRecord('site_settings', settings.id, settings.version, { stamps_printed: true });
}

function marksOf(file: LotFile, settings: Settings): string {
  const marks = [isDemonstration(file) ? 'MẪU' : '', settings.public_address === '' ? 'BẢN THỬ' : ''];
  return marks.filter(Boolean).join(' · ');
}

/** What the printer should know before it prints. */
function Warnings({ file, address, isTrial }: { file: LotFile; address: string; isTrial: boolean }) {
  const items = legalItemsOf(file);
  const missing = items.filter((item) => item.status === 'missing');
  return (
    <>
      {isTrial && (
        <Notice icon="warning" tone="attention">
          {`Chưa có địa chỉ công khai: tem mang chữ BẢN THỬ và dẫn đến ${address}. Không dán lên hàng bán ra.`}
        </Notice>
      )}
      {isLongForStamps(address) && (
        <Notice icon="warning" tone="attention">
          Địa chỉ dài hơn 21 ký tự tên miền: mã QR dày hơn, nên chọn tem lớn hơn.
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice icon="warning" tone="attention">
          <p className="font-semibold">{`Mới khai báo ${countDeclared(items)}/${items.length} mục bắt buộc.`}</p>
          <p>{`Chưa khai báo: ${missing.map((item) => item.name.toLowerCase()).join('; ')}.`}</p>
        </Notice>
      )}
    </>
  );
}

interface PrintingProps {
  file: LotFile;
  settings: Settings;
  needsReason: boolean;
  isReady: boolean;
  count: number;
}

/** The button that prints, after what must be known of it is written down. */
function Printing({ file, settings, needsReason, isReady, count }: PrintingProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState(file.lot.stamps_reason);
  const isTyped = needsReason && reason !== file.lot.stamps_reason;
  const unsaved = useUnsavedValues(`lots ${file.lot.id} stamps`, isTyped ? { reason } : null);
  const [isChecked, setChecked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const lacksReason = needsReason && reason.trim() === '';
  const print = async () => {
    setChecked(true);
    if (lacksReason) return;
    try {
      await recordPrinting(file, settings, needsReason ? reason.trim() : '');
      setFailure(null);
      window.print();
      await refreshAll(client);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <>
      {needsReason && (
        <UnsavedNotice
          onTake={({ values }) => setReason(String(values['reason']))}
          unsaved={unsaved}
          words={({ values }) => <TypedText>{String(values['reason'])}</TypedText>}
        />
      )}
      {needsReason && (
        <TextField
          error={isChecked && lacksReason ? 'Cần ghi lý do khi chưa đủ mười mục.' : undefined}
          hint="Ghi vào hồ sơ của lô; không hiện công khai."
          isRequired
          label={shapeOfField('lots', 'stamps_reason').label}
          onChange={setReason}
          value={reason}
        />
      )}
      {failure !== null && (
        <Notice icon="warning" tone="bad">
          {failure.message}
        </Notice>
      )}
      <div>
        <Button icon="print" isDisabled={!isReady} look="primary" onPress={print}>
          {`In ${count} tem`}
        </Button>
      </div>
      <p className="text-ink-2 text-sm">Khi in, chọn giấy A4 và tỉ lệ 100 % để tem đúng cỡ.</p>
    </>
  );
}

function Sheet({ file, settings }: { file: LotFile; settings: Settings }) {
  const { role } = usePerson();
  const trial = useQuery({ queryKey: ['trial-address'], queryFn: trialAddress }).data ?? '';
  const address = settings.public_address || trial;
  const [count, setCount] = useState(AT_FIRST);
  const [size, setSize] = useState<StampSize>('medium');
  const stop = hindrance(file, settings, role === 'admin');
  if (stop !== null) {
    return (
      <Notice icon="warning" tone="attention">
        {stop}
      </Notice>
    );
  }
  const needsReason = legalItemsOf(file).some((item) => item.status === 'missing');
  const { trace_code: code, lot_number: lotNumber } = file.lot;
  return (
    <>
      <div className="no-print flex max-w-form flex-col gap-4">
        <Warnings address={address} file={file} isTrial={settings.public_address === ''} />
        <div className="grid gap-4 tablet:grid-cols-2">
          <NumberField
            isInteger
            label="Số tem"
            onChange={(next) => setCount(Math.min(MOST, Math.max(1, next)))}
            value={count}
          />
          <ChoiceField
            choices={STAMP_SIZES}
            label="Cỡ tem"
            onChange={(chosen) => setSize(chosen as StampSize)}
            value={size}
          />
        </div>
        <Printing count={count} file={file} isReady={address !== ''} needsReason={needsReason} settings={settings} />
      </div>
      {address !== '' && (
        <StampSheet count={count} facts={{ address, code, lotNumber, mark: marksOf(file, settings) }} size={size} />
      )}
    </>
  );
}

/** The printable stamps of one lot. */
export function StampScreen({ id }: { id: string }) {
  const { role } = usePerson();
  const file = useLotFile(id);
  const settings = useSettings();
  const trail = [
    { title: labelOf('lots').many, href: toList('lots') },
    { title: file.data?.lot.lot_number ?? '…', href: toRecord('lots', id) },
  ];
  const isOutside = useIsOutside('lots', id);
  const mayPrint = role !== 'producer' && may(role, 'update', 'lots') && !isOutside;
  const problem = file.error ?? (mayPrint ? null : new Failure(403, 'Tài khoản này không in tem được.'));
  return (
    <Screen title={`Tem của lô ${file.data?.lot.lot_number ?? ''}`} trail={trail}>
      {problem !== null && <LoadError message={problem.message} />}
      {problem === null && (file.data === undefined || settings === undefined) && <Loading />}
      {problem === null && file.data !== undefined && settings !== undefined && (
        <Sheet file={file.data} settings={settings} />
      )}
    </Screen>
  );
}
