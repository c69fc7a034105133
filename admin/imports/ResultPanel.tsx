import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import type { AnyRecord } from '../api/records.ts';
import { instantWords } from '../clock.ts';
import { toRecord } from '../paths.ts';
import { textOf } from '../presentation.ts';
import { labelOf } from '../record/schema.ts';
import { Button, TextLink } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { LoadError, Loading, Notice } from '../ui/states.tsx';
import { type Run, useWritten } from './queries.ts';
import { useDeed } from './useDeed.ts';

const number = new Intl.NumberFormat('vi-VN');
const DEEDS: Readonly<Record<string, string>> = { create: 'tạo mới', update: 'thay đổi' };

function WrittenRecord({ revision }: { revision: AnyRecord }) {
  const collection = textOf(revision, 'collection') as CollectionName;
  const record = textOf(revision, 'record');
  return (
    <li className="flex flex-wrap gap-x-3 py-1">
      <span className="text-ink-2">{`${labelOf(collection).one}, ${DEEDS[textOf(revision, 'action')] ?? ''}:`}</span>
      <TextLink href={toRecord(collection, record)}>{textOf(revision, 'title') || 'mở'}</TextLink>
    </li>
  );
}

function WrittenRecords({ id }: { id: string }) {
  const written = useWritten(id);
  if (written.isError) return <LoadError message={written.error.message} onRetry={() => written.refetch()} />;
  if (written.data === undefined) return <Loading />;
  const { created, changed, first } = written.data;
  return (
    <>
      <p>{`${number.format(created)} bản ghi tạo mới, ${number.format(changed)} lần thay đổi.`}</p>
      <ul>
        {first.items.map((revision) => (
          <WrittenRecord key={revision.id} revision={revision} />
        ))}
      </ul>
      {first.total > first.items.length && (
        <p className="text-ink-2 text-sm">{`… và ${number.format(first.total - first.items.length)} nữa.`}</p>
      )}
    </>
  );
}

/** What was written, with a way back. */
export function ResultPanel({ run }: { run: Run }) {
  const [isAsking, setAsking] = useState(false);
  const { carryOut, isBusy, problem } = useDeed(run.id, 'undo');
  return (
    <section aria-label="Đã ghi" className="card flex flex-col gap-3 p-5">
      <p className="font-semibold text-lg">{`${run.applied_by || 'Chương trình'} đã ghi lúc ${instantWords(run.applied_at)}`}</p>
      <WrittenRecords id={run.id} />
      {problem !== '' && (
        <Notice icon="warning" tone="bad">
          {problem}
        </Notice>
      )}
      {isBusy && (
        <Notice icon="turning" tone="waiting">
          Đang hoàn tác…
        </Notice>
      )}
      <div>
        <Button isDisabled={isBusy} look="danger" onPress={() => setAsking(true)}>
          Hoàn tác lần nhập
        </Button>
      </div>
      <Dialog isAlert isOpen={isAsking} onClose={() => setAsking(false)} title="Hoàn tác lần nhập này?">
        <p>
          Bản ghi do tệp tạo ra bị xóa, bản ghi đã thay đổi trở lại như trước. Nếu sau đó có người sửa tiếp thì không gì
          được hoàn tác, và những bản ghi ấy được nêu tên.
        </p>
        <DialogButtons>
          <Button onPress={() => setAsking(false)}>Thôi</Button>
          <Button
            look="danger"
            onPress={() => {
              setAsking(false);
              void carryOut();
            }}
          >
            Hoàn tác
          </Button>
        </DialogButtons>
      </Dialog>
    </section>
  );
}
