import { useId, useState } from 'react';
import type { Lot } from '#domain/lot.ts';
import { TRACE_STEPS, type TraceEvent } from '#domain/traceEvent.ts';
import { mayUpdateRecord } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { useIsOutside } from '../limits/useIsOutside.ts';
import { presentations } from '../nouns.ts';
import { RecordForm } from '../record/RecordForm.tsx';
import { useRecordForm } from '../record/useRecordForm.ts';
import { usePerson } from '../shell/person.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { momentToText } from '../ui/dayText.ts';
import { tell } from '../ui/toast.tsx';

type Entry = TraceEvent & AnyRecord;

/** The form's groups without the lot: it is the one on the screen. */
const GROUPS = presentations.trace_events.groups.map((group) => ({
  ...group,
  fields: group.fields.filter((field) => field !== 'lot'),
}));

function EntryForm({ lot, entry, onDone }: { lot: Lot; entry: Entry | null; onDone: () => void }) {
  const start = { lot: lot.id, demonstration: lot.demonstration };
  const onSaved = () => {
    tell(entry === null ? 'Đã thêm công đoạn.' : 'Đã lưu công đoạn.');
    onDone();
  };
  const state = useRecordForm({ collection: 'trace_events', record: entry, start, onSaved });
  return <RecordForm collection="trace_events" groups={GROUPS} isReadOnly={false} record={entry} state={state} />;
}

function entryWords(entry: Entry): string {
  const when = entry.happened_at === '' ? 'Chưa khai báo thời gian' : momentToText(entry.happened_at);
  return [when, entry.place].filter(Boolean).join(' · ');
}

/** The production diary of one lot, in the order in which things happened. */
export function Diary({ lot, entries }: { lot: Lot; entries: readonly Entry[] }) {
  const { role } = usePerson();
  const headingId = useId();
  // Undefined: no form is open; null: a new entry.
  const [edited, setEdited] = useState<Entry | null | undefined>(undefined);
  // Whoever may describe the lot keeps its diary.
  const isOutside = useIsOutside('lots', lot.id);
  const isWriter = mayUpdateRecord(role, 'lots', lot) && !isOutside;
  const close = () => setEdited(undefined);
  return (
    <section aria-labelledby={headingId} className="card p-4">
      <div className="flex items-center justify-between gap-2 pb-2">
        <h2 className="text-lg" id={headingId}>
          Nhật ký sản xuất <span className="font-normal text-ink-2">({entries.length})</span>
        </h2>
        {isWriter && (
          <Button aria-label="Thêm công đoạn" icon="add" look="quiet" onPress={() => setEdited(null)}>
            Thêm
          </Button>
        )}
      </div>
      {entries.length === 0 && <p className="text-ink-2">Chưa có công đoạn nào.</p>}
      <ol>
        {entries.map((entry) => (
          <li className="flex items-center justify-between gap-2 border-line border-t py-2" key={entry.id}>
            <span className="min-w-0">
              <span className="font-semibold">{TRACE_STEPS[entry.step]}</span>
              <span className="block text-ink-2 text-sm">{entryWords(entry)}</span>
            </span>
            {isWriter && (
              <Button
                aria-label={`Sửa ${TRACE_STEPS[entry.step]}, ${entryWords(entry)}`}
                look="quiet"
                onPress={() => setEdited(entry)}
              >
                Sửa
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Dialog
        isOpen={edited !== undefined}
        onClose={close}
        title={edited === null ? 'Thêm công đoạn' : 'Sửa công đoạn'}
      >
        {edited !== undefined && <EntryForm entry={edited} lot={lot} onDone={close} />}
      </Dialog>
    </section>
  );
}
