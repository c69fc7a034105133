import { useQuery } from '@tanstack/react-query';
import { dayToVietnamese } from '#domain/rules/day.ts';
import { may } from '../access.ts';
import type { Failure } from '../api/messages.ts';
import { type AnyRecord, allRecords } from '../api/records.ts';
import { today } from '../clock.ts';
import { toRecord } from '../paths.ts';
import { expanded, textOf } from '../presentation.ts';
import { useSettings } from '../record/queries.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { TextLink } from '../ui/Button.tsx';
import { Empty, LoadError, Loading } from '../ui/states.tsx';
import { type Certificate, DUE_STAGES, type DueRow, daysLeftWords, dueRows } from './dueRows.ts';

const RUNNING = "superseded_by='' && revoked_on='' && pending_central=false";

function useCertificates() {
  return useQuery<Certificate[], Failure>({
    queryKey: ['recognitions', 'worklist'],
    queryFn: async () =>
      (await allRecords('recognitions', { filter: RUNNING, expand: 'product.producer' })) as Certificate[],
  });
}

/** Contacts by producer; none for those who may not see them. */
function useContacts(isAllowed: boolean): ReadonlyMap<string, AnyRecord> {
  const contacts = useQuery<AnyRecord[], Failure>({
    queryKey: ['producer_contacts', 'worklist'],
    queryFn: () => allRecords('producer_contacts', { fields: 'id,producer,phone,email,representative' }),
    enabled: isAllowed,
  });
  return new Map((contacts.data ?? []).map((contact) => [textOf(contact, 'producer'), contact]));
}

function Contact({ contact }: { contact: AnyRecord | undefined }) {
  if (contact === undefined) return null;
  const representative = textOf(contact, 'representative');
  const phone = textOf(contact, 'phone');
  const email = textOf(contact, 'email');
  return (
    <span className="flex flex-wrap gap-x-3">
      {representative !== '' && <span>{representative}</span>}
      {phone !== '' && <TextLink href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>{phone}</TextLink>}
      {email !== '' && <TextLink href={`mailto:${email}`}>{email}</TextLink>}
    </span>
  );
}

function daysWords({ stage, lastDay, firstEnd, fileBy }: DueRow): string {
  const [first, last] = [dayToVietnamese(firstEnd), dayToVietnamese(lastDay)];
  if (firstEnd !== lastDay) return `Nguồn không ghi đủ ngày: giấy chứng nhận hết hạn trong khoảng ${first}–${last}`;
  const words = `Giấy chứng nhận có giá trị đến hết ${last}`;
  const isToFile = stage === 'dueToFile' || stage === 'late';
  return isToFile ? `${words} · nộp hồ sơ chậm nhất ${dayToVietnamese(fileBy)}` : words;
}

function DueItem({ row, contacts }: { row: DueRow; contacts: ReadonlyMap<string, AnyRecord> }) {
  const { certificate, daysLeft } = row;
  const product = expanded(certificate, 'product');
  const producer = product === null ? null : expanded(product, 'producer');
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-t py-3 first:border-t-0">
      <strong className="w-32">{daysLeftWords(daysLeft)}</strong>
      <div className="min-w-56 flex-1">
        <TextLink href={toRecord('recognitions', certificate.id)}>
          {`${product === null ? 'Sản phẩm' : textOf(product, 'name')}, ${textOf(certificate, 'stars')} sao`}
        </TextLink>
        <span className="block text-ink-2 text-sm">{daysWords(row)}</span>
      </div>
      <div className="min-w-56 flex-1 text-sm">
        {producer !== null && <span className="block font-semibold">{textOf(producer, 'name')}</span>}
        <Contact contact={producer === null ? undefined : contacts.get(producer.id)} />
      </div>
    </li>
  );
}

function Groups({ rows, contacts }: { rows: readonly DueRow[]; contacts: ReadonlyMap<string, AnyRecord> }) {
  if (rows.length === 0) return <Empty icon="check" words="Không có giấy chứng nhận nào đến hạn." />;
  return Object.entries(DUE_STAGES).map(([stage, title]) => {
    const found = rows.filter((row) => row.stage === stage);
    if (found.length === 0) return null;
    return (
      <section aria-label={title} className="card p-5" key={stage}>
        <h2 className="pb-2 text-lg">{`${title} (${found.length})`}</h2>
        <ul>
          {found.map((row) => (
            <DueItem contacts={contacts} key={row.certificate.id} row={row} />
          ))}
        </ul>
      </section>
    );
  });
}

/** Certificates that end, with whom to call: due to file, late, filed, in grace, ended. */
export function WorklistScreen() {
  const { role } = usePerson();
  const settings = useSettings();
  const certificates = useCertificates();
  const contacts = useContacts(may(role, 'see', 'producer_contacts'));
  return (
    <Screen title="Hạn giấy chứng nhận">
      {certificates.isError && (
        <LoadError message={certificates.error.message} onRetry={() => certificates.refetch()} />
      )}
      {certificates.isPending && <Loading />}
      {certificates.data !== undefined && settings !== undefined && (
        <Groups contacts={contacts} rows={dueRows(certificates.data, today(settings.test_today), settings.grace)} />
      )}
    </Screen>
  );
}
