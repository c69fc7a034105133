import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSettings } from '#domain/siteSettings.ts';
import { may } from '../access.ts';
import type { Failure } from '../api/messages.ts';
import { type AnyRecord, allRecords } from '../api/records.ts';
import { today } from '../clock.ts';
import { LetterBar } from '../letters/LetterBar.tsx';
import { getsLetter } from '../letters/letterFacts.ts';
import { textOf } from '../presentation.ts';
import { HeldBackNotice } from '../publishing/HeldBackNotice.tsx';
import { useSettings } from '../record/queries.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { ServerNotice } from '../shell/ServerNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/choiceFields.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Empty, LoadError, Loading } from '../ui/states.tsx';
import { DueItem } from './DueItem.tsx';
import { type Certificate, DUE_STAGES, type DueStage, dueRows, narrowed, stageCounts } from './dueRows.ts';
import { namesOf, WORK_EXPAND, type WorkItem, workItem } from './work.ts';

/** What runs or ran, of products that are still in the catalogue and the programme. */
const RUNNING =
  "superseded_by='' && revoked_on='' && pending_central=false && product.state!='withdrawn' && product.programme_state!='left'";

function useCertificates() {
  return useQuery<Certificate[], Failure>({
    queryKey: ['recognitions', 'worklist'],
    queryFn: async () => (await allRecords('recognitions', { filter: RUNNING, expand: WORK_EXPAND })) as Certificate[],
  });
}

/** Contacts by producer; none for those who may not see them. */
function useContacts(isAllowed: boolean): ReadonlyMap<string, AnyRecord> {
  const contacts = useQuery<AnyRecord[], Failure>({
    queryKey: ['producer_contacts', 'worklist'],
    queryFn: () =>
      allRecords('producer_contacts', { fields: 'id,producer,phone,email,representative,address_as_printed' }),
    enabled: isAllowed,
  });
  return new Map((contacts.data ?? []).map((contact) => [textOf(contact, 'producer'), contact]));
}

interface Chosen {
  ids: ReadonlySet<string>;
  set: (items: readonly WorkItem[], isChosen: boolean) => void;
}

function useChosen(): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const set: Chosen['set'] = (items, isChosen) =>
    setIds((before) => {
      const next = new Set(before);
      for (const { row } of items) {
        if (isChosen) next.add(row.certificate.id);
        else next.delete(row.certificate.id);
      }
      return next;
    });
  return { ids, set };
}

const idOf = ({ row }: WorkItem) => row.certificate.id;

/** `chosen` is absent where the person writes no letters. */
function Group({ title, items, chosen }: { title: string; items: readonly WorkItem[]; chosen: Chosen | undefined }) {
  const writable = items.filter(getsLetter);
  const isAll = writable.every((item) => chosen?.ids.has(idOf(item)));
  return (
    <section aria-label={title} className="card p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-3 pb-2">
        <h2 className="text-lg">{`${title} (${items.length})`}</h2>
        {chosen !== undefined && writable.length > 1 && (
          <Button look="quiet" onPress={() => chosen.set(writable, !isAll)}>
            {isAll ? 'Bỏ chọn cả nhóm' : `Chọn cả nhóm (${writable.length})`}
          </Button>
        )}
      </div>
      <ul>
        {items.map((item) => (
          <DueItem
            isChosen={chosen?.ids.has(idOf(item)) ?? false}
            item={item}
            key={idOf(item)}
            onChoose={chosen && ((isChosen) => chosen.set([item], isChosen))}
          />
        ))}
      </ul>
    </section>
  );
}

interface FilterProps {
  stage: string;
  text: string;
  counts: Readonly<Record<DueStage, number>>;
  onStage: (stage: string) => void;
  onText: (text: string) => void;
}

function Filters({ stage, text, counts, onStage, onText }: FilterProps) {
  const choices = Object.fromEntries(
    Object.entries(DUE_STAGES).map(([code, title]) => [code, `${title} (${counts[code as DueStage]})`]),
  );
  return (
    <div className="filter-bar">
      <SearchField label="Tìm sản phẩm, chủ thể, xã, số quyết định" onChange={onText} value={text} />
      <ChoiceField choices={choices} emptyWords="Tất cả" label="Tình trạng" onChange={onStage} value={stage} />
    </div>
  );
}

interface WorklistProps {
  certificates: readonly Certificate[];
  contacts: ReadonlyMap<string, AnyRecord>;
  settings: SiteSettings;
  writesLetters: boolean;
}

function Worklist({ certificates, contacts, settings, writesLetters }: WorklistProps) {
  const [stage, setStage] = useState('');
  const [text, setText] = useState('');
  const chosen = useChosen();
  const day = today(settings.test_today);
  const rows = dueRows(certificates, day, settings.grace);
  const shown = narrowed(rows, stage, text, (row) => namesOf(workItem(row, contacts)));
  const items = shown.map((row) => workItem(row, contacts));
  const toWrite = rows.map((row) => workItem(row, contacts)).filter((item) => chosen.ids.has(idOf(item)));
  if (rows.length === 0) return <Empty icon="check" words="Không có giấy chứng nhận nào đến hạn." />;
  return (
    <>
      <Filters counts={stageCounts(rows)} onStage={setStage} onText={setText} stage={stage} text={text} />
      {items.length === 0 && <Empty icon="search" words="Không có giấy chứng nhận nào khớp." />}
      {Object.entries(DUE_STAGES).map(([code, title]) => {
        const found = items.filter(({ row }) => row.stage === code);
        const isEmpty = found.length === 0;
        return isEmpty ? null : (
          <Group chosen={writesLetters ? chosen : undefined} items={found} key={code} title={title} />
        );
      })}
      <LetterBar items={toWrite} onClear={() => chosen.set(toWrite, false)} settings={settings} today={day} />
    </>
  );
}

/** Certificates that end, with whom to call and what to write: due to file, late, filed, in grace, ended. */
export function WorklistScreen() {
  const { role } = usePerson();
  const settings = useSettings();
  const certificates = useCertificates();
  // A letter carries an address: who may not see contacts writes none.
  const seesContacts = may(role, 'see', 'producer_contacts') && role !== 'producer';
  const contacts = useContacts(seesContacts);
  return (
    <Screen title="Hạn giấy chứng nhận">
      <ServerNotice />
      <HeldBackNotice />
      {certificates.isError && (
        <LoadError message={certificates.error.message} onRetry={() => certificates.refetch()} />
      )}
      {certificates.isPending && <Loading />}
      {certificates.data !== undefined && settings !== undefined && (
        <Worklist
          certificates={certificates.data}
          contacts={contacts}
          settings={settings}
          writesLetters={seesContacts}
        />
      )}
    </Screen>
  );
}
