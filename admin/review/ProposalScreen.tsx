import type { CollectionName } from '#domain/nouns.ts';
import { PROPOSED_DEEDS } from '#domain/proposal.ts';
import { mayApprove } from '../access.ts';
import type { ProposalRecord } from '../api/proposals.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import { useNames } from '../history/names.ts';
import { presentations } from '../nouns.ts';
import { NEW, toGoOn, toList, toRecord } from '../paths.ts';
import { useRecord } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { LoadError, Loading, Notice } from '../ui/states.tsx';
import { DecideCard } from './DecideCard.tsx';
import { ProposalChip, ProposalHead } from './ProposalHead.tsx';
import { ReturnButton } from './ReturnButton.tsx';
import { OwnerLinks, WholeRecord } from './WholeRecord.tsx';

const TRAIL = [{ title: labelOf('proposals').many, href: toList('proposals') }];

/** A proposal as it was sent: of one that is decided, or whose record is gone. */
function AsSent({ collection, proposal }: { collection: CollectionName; proposal: ProposalRecord }) {
  const names = useNames(collection, [proposal.before ?? {}, proposal.after ?? {}]);
  if (proposal.deed !== 'change') return <WholeRecord collection={collection} present={null} proposal={proposal} />;
  return <ChangeList after={proposal.after} before={proposal.before} collection={collection} names={names} />;
}

function Waiting({ collection, proposal }: { collection: CollectionName; proposal: ProposalRecord }) {
  const { role } = usePerson();
  const isNew = proposal.deed === 'create';
  const present = useRecord(collection, isNew ? null : proposal.record);
  if (isNew) return <DecideCard collection={collection} present={null} proposal={proposal} />;
  if (present.isPending) return <Loading />;
  if (present.data !== undefined)
    return <DecideCard collection={collection} present={present.data} proposal={proposal} />;
  return (
    <div className="card flex flex-col gap-4 p-5">
      <Notice icon="remove" tone="attention">
        {present.error?.status === 404 ? 'Bản ghi này không còn nữa.' : present.error?.message}
      </Notice>
      <AsSent collection={collection} proposal={proposal} />
      <div>{mayApprove(role) && <ReturnButton id={proposal.id} />}</div>
    </div>
  );
}

function Decided({ collection, proposal }: { collection: CollectionName; proposal: ProposalRecord }) {
  const { id: me } = usePerson();
  const isReturnedToMe = proposal.state === 'refused' && proposal.author === me;
  return (
    <div className="card flex flex-col gap-4 p-5">
      <AsSent collection={collection} proposal={proposal} />
      {isReturnedToMe && proposal.deed !== 'remove' && (
        <div>
          <ButtonLink
            href={toGoOn(collection, proposal.deed === 'create' ? NEW : proposal.record, proposal.id)}
            look="primary"
          >
            Sửa rồi gửi lại
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

/** What it is about: `Chứng nhận: …`, or with what is to become of it, `Xóa chứng nhận: …`. */
function titleOf(collection: CollectionName, { deed, title, record }: ProposalRecord): string {
  const { one } = labelOf(collection);
  const what = deed === 'change' ? one : `${PROPOSED_DEEDS[deed]} ${one.toLowerCase()}`;
  return `${what}: ${title || record}`;
}

/** Whether the record is there to be opened. */
function isThere({ deed, state }: ProposalRecord): boolean {
  if (deed === 'change') return true;
  return (state === 'approved') === (deed === 'create');
}

function One({ proposal }: { proposal: ProposalRecord }) {
  const collection = proposal.collection as CollectionName;
  const Body = proposal.state === 'waiting' ? Waiting : Decided;
  return (
    <Screen
      actions={isThere(proposal) && <ButtonLink href={toRecord(collection, proposal.record)}>Mở bản ghi</ButtonLink>}
      state={<ProposalChip state={proposal.state} />}
      title={titleOf(collection, proposal)}
      trail={TRAIL}
    >
      <div className="flex max-w-form flex-col gap-4">
        <ProposalHead proposal={proposal} />
        <OwnerLinks proposal={proposal} />
        <Body collection={collection} proposal={proposal} />
      </div>
    </Screen>
  );
}

/** One proposed change, each field old → new, with what can be done with it. */
export function ProposalScreen({ id }: { id: string }) {
  const asked = useRecord('proposals', id);
  const proposal = asked.data as ProposalRecord | undefined;
  if (asked.isError || (proposal !== undefined && !(proposal.collection in presentations)))
    return (
      <Screen title={labelOf('proposals').one} trail={TRAIL}>
        <LoadError message={asked.error?.message ?? 'Loại bản ghi này không còn nữa.'} />
      </Screen>
    );
  return proposal === undefined ? <Loading /> : <One proposal={proposal} />;
}
