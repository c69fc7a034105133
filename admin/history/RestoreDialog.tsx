import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckboxButton, CheckboxField, CheckboxGroup } from 'react-aria-components';
import type { CollectionName } from '#domain/nouns.ts';
import { reasonProblem } from '#domain/rules/lotLife.ts';
import { type RevisionRecord, restoreRevision } from '../api/history.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { proposeChange, proposeNew } from '../api/proposals.ts';
import { correctedByRestoring, RestoreReason } from '../lots/RestoreReason.tsx';
import { toRecord } from '../paths.ts';
import { refreshAll } from '../record/queries.ts';
import { shapesOf } from '../record/schema.ts';
import { useReviewWay } from '../review/queries.ts';
import { navigate } from '../router.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LoadError, Loading, Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { TypedText, UnsavedNotice } from '../unsaved/UnsavedNotice.tsx';
import { useUnsavedValues } from '../unsaved/useUnsaved.ts';
import { useNames } from './names.ts';
import { type Restorable, useRestorable } from './restorable.ts';
import { besideOneAnother, fieldLabel, valueWords } from './valueWords.ts';

/** Each field that would change, to be left out if so wished. */
function Choice({
  collection,
  restorable,
  chosen,
  onChoose,
}: {
  collection: CollectionName;
  restorable: Restorable;
  chosen: readonly string[];
  onChoose: (fields: string[]) => void;
}) {
  const { present, wanted, fields } = restorable;
  const names = useNames(collection, [present ?? {}, wanted]);
  return (
    <CheckboxGroup aria-label="Các mục khôi phục" onChange={onChoose} value={[...chosen]}>
      {fields.map((field) => {
        const words = (values: Readonly<Record<string, unknown>>) =>
          valueWords(collection, field, values[field], names);
        const [now, then] = besideOneAnother(words(present ?? {}), words(wanted));
        return (
          <CheckboxField className="border-line border-t py-1" key={field} value={field}>
            <CheckboxButton className="tick items-start">
              <span className="tick-mark mt-0.5">
                <Icon name="check" size={14} />
              </span>
              <span className="min-w-0">
                <span className="font-semibold">{fieldLabel(collection, field)}</span>
                <span className="value block text-ink-2">{`Bây giờ: ${now}`}</span>
                <span className="value block">{`Khôi phục thành: ${then}`}</span>
              </span>
            </CheckboxButton>
          </CheckboxField>
        );
      })}
    </CheckboxGroup>
  );
}

function FailureNotice({ collection, failure }: { collection: CollectionName; failure: Failure }) {
  const told = Object.entries(failure.fields).filter(([, words]) => words !== failure.message);
  return (
    <Notice icon="warning" tone="bad">
      <p className="font-semibold">{failure.message}</p>
      <ul className="list-disc ps-5">
        {told.map(([name, words]) => (
          <li key={name}>{`${shapesOf(collection).get(name)?.label ?? name}: ${words}`}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface RestoreProps {
  collection: CollectionName;
  revision: RevisionRecord;
  isOpen: boolean;
  onClose: () => void;
}

function Body({
  collection,
  revision,
  onClose,
  restorable,
}: Omit<RestoreProps, 'isOpen'> & { restorable: Restorable }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(restorable.fields);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { present, wanted, fields, whole } = restorable;
  const corrected = correctedByRestoring(collection, present, wanted, chosen);
  const form = `${collection} ${revision.id} restore`;
  const unsaved = useUnsavedValues(form, reason === '' ? null : { reason });
  const { isProposed } = useReviewWay(collection, present, present === null ? whole : wanted);
  const action = isProposed ? 'Gửi duyệt' : 'Khôi phục';
  const leave = async (to: string) => {
    onClose();
    await refreshAll(client);
    navigate(to);
  };
  const restore = async () => {
    setChecked(true);
    if (corrected.length > 0 && reasonProblem(reason.trim()) !== null) return;
    setBusy(true);
    setFailure(null);
    try {
      const comment = `Khôi phục phiên bản ${revision.record_version}`;
      if (present === null && isProposed) {
        const proposal = await proposeNew(collection, { record: revision.record, values: whole, comment });
        tell('Đã gửi chờ duyệt. Đến khi được duyệt, bản ghi không đổi.');
        await leave(toRecord('proposals', proposal));
        return;
      }
      if (present === null) {
        await restoreRevision(revision.id, undefined);
        tell('Đã khôi phục bản ghi.');
      } else if (isProposed) {
        const values = Object.fromEntries(chosen.map((field) => [field, wanted[field]]));
        await proposeChange(collection, present, { values, comment });
        tell('Đã gửi chờ duyệt. Đến khi được duyệt, bản ghi không đổi.');
      } else {
        await restoreRevision(revision.id, present['version'], {
          fields: chosen,
          reason: corrected.length > 0 ? reason : '',
        });
        unsaved.forget();
        tell('Đã khôi phục. Lịch sử có thêm một thay đổi.');
      }
      await leave(toRecord(collection, revision.record));
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  if (present !== null && fields.length === 0) return <p>Bản ghi đang giống hệt phiên bản này.</p>;
  return (
    <>
      {present === null ? (
        <p>Bản ghi trở lại như trước khi xóa, cùng những gì thuộc về nó và bị xóa theo.</p>
      ) : (
        <Choice chosen={chosen} collection={collection} onChoose={setChosen} restorable={restorable} />
      )}
      {corrected.length > 0 && (
        <>
          <UnsavedNotice
            onTake={({ values }) => setReason(String(values['reason'] ?? ''))}
            unsaved={unsaved}
            words={({ values }) => <TypedText>{String(values['reason'] ?? '')}</TypedText>}
          />
          <RestoreReason
            failure={failure}
            fields={corrected}
            isChecked={isChecked}
            onChange={setReason}
            reason={reason}
          />
        </>
      )}
      {failure !== null && (
        <div className="mt-4">
          <FailureNotice collection={collection} failure={failure} />
        </div>
      )}
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button isDisabled={isBusy || (present !== null && chosen.length === 0)} look="primary" onPress={restore}>
          {isBusy ? 'Đang khôi phục…' : action}
        </Button>
      </DialogButtons>
    </>
  );
}

/** Shows what would change, then makes the record again what it was after a change. */
export function RestoreDialog(props: RestoreProps) {
  const { collection, revision, isOpen, onClose } = props;
  const restorable = useRestorable(collection, revision, isOpen);
  return (
    <Dialog isAlert isOpen={isOpen} onClose={onClose} title="Khôi phục phiên bản này?">
      {restorable.isError && <LoadError message={restorable.error.message} onRetry={() => restorable.refetch()} />}
      {restorable.isFetching && <Loading />}
      {restorable.data !== undefined && !restorable.isFetching && <Body {...props} restorable={restorable.data} />}
    </Dialog>
  );
}
