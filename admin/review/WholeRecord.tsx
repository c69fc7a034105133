import type { CollectionName } from '#domain/nouns.ts';
import { isEmptyValue } from '#domain/rules/revision.ts';
import type { ProposalRecord } from '../api/proposals.ts';
import type { AnyRecord } from '../api/records.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import { useNames } from '../history/names.ts';
import { presentations } from '../nouns.ts';
import { toRecord } from '../paths.ts';
import { useRecord } from '../record/queries.ts';
import { labelOf, shapesOf } from '../record/schema.ts';
import { TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';

type Values = Readonly<Record<string, unknown>>;

/** What a record says, without what it leaves open. */
function stated(collection: CollectionName, values: Values): Values {
  const shapes = shapesOf(collection);
  const isStated = ([name, value]: [string, unknown]) =>
    shapes.has(name) && name !== 'version' && value !== false && !isEmptyValue(value);
  return Object.fromEntries(Object.entries(values).filter(isStated));
}

interface WholeProps {
  collection: CollectionName;
  proposal: ProposalRecord;
  /** Null where it is not there: not yet, or not any more. */
  present: AnyRecord | null;
}

/** A record that is to be made, or one that is to go, with all that it says. */
export function WholeRecord({ collection, proposal, present }: WholeProps) {
  const { deed, before, after, base_version } = proposal;
  const values = stated(collection, deed === 'create' ? (after ?? {}) : (present ?? before ?? {}));
  const names = useNames(collection, [values]);
  const isChanged = present !== null && present['version'] !== base_version;
  return (
    <>
      {deed === 'remove' && present !== null && (
        <Notice icon="remove" tone="attention">
          {isChanged
            ? 'Từ khi có đề nghị xóa, bản ghi đã đổi. Được duyệt thì bản ghi như dưới đây bị xóa.'
            : 'Được duyệt thì bản ghi này bị xóa. Bản ghi đã xóa còn khôi phục được từ lịch sử.'}
        </Notice>
      )}
      <ChangeList
        after={deed === 'create' ? values : null}
        before={deed === 'create' ? null : values}
        collection={collection}
        names={names}
      />
    </>
  );
}

type Owner = NonNullable<ProposalRecord['owners']>[number];

function OwnerLink({ owner }: { owner: Owner }) {
  const collection = owner.collection as CollectionName;
  const record = useRecord(collection, owner.id, presentations[collection].expand).data;
  return (
    <li>
      {`${labelOf(collection).one}: `}
      {record === undefined ? (
        owner.id
      ) : (
        <TextLink href={toRecord(collection, owner.id)}>{presentations[collection].title(record)}</TextLink>
      )}
    </li>
  );
}

/** To what an inner record belongs, or would. */
export function OwnerLinks({ proposal }: { proposal: ProposalRecord }) {
  const owners = (proposal.owners ?? []).filter(({ collection }) => collection in presentations);
  if (owners.length === 0) return null;
  return (
    <ul>
      {owners.map((owner) => (
        <OwnerLink key={owner.id} owner={owner} />
      ))}
    </ul>
  );
}
