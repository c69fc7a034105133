import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { mergeChanges } from '#domain/rules/revision.ts';
import { mayApprove } from '../access.ts';
import { type Failure, failureOf } from '../api/messages.ts';
import { approveProposal, type Choices, type ProposalRecord, withdrawProposal } from '../api/proposals.ts';
import type { AnyRecord } from '../api/records.ts';
import { ChangeList } from '../history/ChangeList.tsx';
import { useNames } from '../history/names.ts';
import { fieldLabel } from '../history/valueWords.ts';
import { NEW, toGoOn } from '../paths.ts';
import { FieldChoice } from '../record/FieldChoice.tsx';
import { refreshAll } from '../record/queries.ts';
import { usePerson } from '../shell/person.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { useMustDiffer } from './queries.ts';
import { ReturnButton } from './ReturnButton.tsx';
import { WholeRecord } from './WholeRecord.tsx';

type Values = Readonly<Record<string, unknown>>;

const WHOSE = { theirs: 'Bản ghi hiện có', mine: 'Đề nghị' };

interface DecideProps {
  collection: CollectionName;
  proposal: ProposalRecord;
  /** The record as it is now; null where it is to be made. */
  present: AnyRecord | null;
}

function Refusal({ collection, failure }: { collection: CollectionName; failure: Failure }) {
  const told = Object.entries(failure.fields).filter(([, words]) => words !== failure.message);
  return (
    <Notice icon="warning" tone="bad">
      <p className="font-semibold">{failure.message}</p>
      <ul className="list-disc ps-5">
        {told.map(([field, words]) => (
          <li key={field}>{`${fieldLabel(collection, field)}: ${words}`}</li>
        ))}
      </ul>
    </Notice>
  );
}

function only(values: Values, fields: readonly string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** What would change, field by field; of what somebody changed since, both values and the choice between them. */
function Changes({
  collection,
  proposal,
  present,
  choices,
  onChoose,
}: DecideProps & { present: AnyRecord; choices: Choices; onChoose: ((choices: Choices) => void) | null }) {
  const after = proposal.after ?? {};
  const { conflicts } = mergeChanges(proposal.before ?? {}, after, present);
  const names = useNames(collection, [present, after]);
  const rest = Object.keys(after).filter((field) => !conflicts.includes(field));
  return (
    <>
      <ChangeList after={only(after, rest)} before={only(present, rest)} collection={collection} names={names} />
      {conflicts.length > 0 && (
        <Notice icon="warning" tone="attention">
          Từ khi có đề nghị, bản ghi đã đổi ở cùng mục. Người duyệt chọn giá trị để giữ.
        </Notice>
      )}
      {onChoose === null ? (
        <ChangeList
          after={only(after, conflicts)}
          before={only(present, conflicts)}
          collection={collection}
          names={names}
        />
      ) : (
        conflicts.map((field) => (
          <FieldChoice
            chosen={choices[field]}
            collection={collection}
            field={field}
            key={field}
            names={names}
            onChoose={(side) => onChoose({ ...choices, [field]: side })}
            values={{ theirs: present, mine: after }}
            whose={WHOSE}
          />
        ))
      )}
    </>
  );
}

/** What waits, and what the person at the screen may do with it. */
export function DecideCard({ collection, proposal, present }: DecideProps) {
  const client = useQueryClient();
  const { id: me, role } = usePerson();
  const mustDiffer = useMustDiffer();
  const [choices, setChoices] = useState<Choices>({});
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOwn = proposal.author === me;
  const isChange = proposal.deed === 'change' && present !== null;
  const isDecider = mayApprove(role) && !(isOwn && mustDiffer);
  const { conflicts } = isChange
    ? mergeChanges(proposal.before ?? {}, proposal.after ?? {}, present)
    : { conflicts: [] };
  const attempt = async (work: () => Promise<unknown>, words: string) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      tell(words);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
      await refreshAll(client);
    }
  };
  const approve = () => approveProposal(proposal.id, present?.['version'], choices);
  return (
    <div className="card flex flex-col gap-4 p-5">
      {isChange ? (
        <Changes
          choices={choices}
          collection={collection}
          onChoose={isDecider ? setChoices : null}
          present={present}
          proposal={proposal}
        />
      ) : (
        <WholeRecord collection={collection} present={present} proposal={proposal} />
      )}
      {mayApprove(role) && !isDecider && (
        <Notice icon="people" tone="neutral">
          Người soạn và người duyệt phải là hai người: đề nghị của bạn chờ người khác duyệt.
        </Notice>
      )}
      {failure !== null && <Refusal collection={collection} failure={failure} />}
      <div className="flex flex-wrap gap-3">
        {isDecider && (
          <>
            <Button
              icon="check"
              isDisabled={isBusy || conflicts.some((field) => !choices[field])}
              look="primary"
              onPress={() => attempt(approve, 'Đã duyệt. Trang công khai đổi ở lần đăng tới.')}
            >
              Duyệt
            </Button>
            <ReturnButton id={proposal.id} />
          </>
        )}
        {isOwn && (
          <>
            {proposal.deed !== 'remove' && (
              <ButtonLink href={toGoOn(collection, present?.id ?? NEW, proposal.id)}>Sửa tiếp</ButtonLink>
            )}
            <Button
              isDisabled={isBusy}
              onPress={() => attempt(() => withdrawProposal(proposal.id), 'Đã rút lại đề nghị.')}
            >
              Rút lại đề nghị
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
