import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { usePerson } from '../shell/person.ts';
import { LoadError, Loading } from '../ui/states.tsx';
import { Diary } from './Diary.tsx';
import { LegalPanel } from './LegalPanel.tsx';
import { legalItemsOf, useLotFile } from './lotFile.ts';

/** Diary and legal items beside a lot's form. */
export function LotAside({ record }: { record: AnyRecord }) {
  const { role } = usePerson();
  const file = useLotFile(record.id);
  if (file.isError) return <LoadError message={file.error.message} onRetry={() => file.refetch()} />;
  if (file.data === undefined) return <Loading />;
  return (
    <>
      <Diary entries={file.data.events} lot={file.data.lot} />
      {/* Without the contact record an address would count as missing although it may be there. */}
      {may(role, 'see', 'producer_contacts') && <LegalPanel items={legalItemsOf(file.data)} />}
    </>
  );
}
