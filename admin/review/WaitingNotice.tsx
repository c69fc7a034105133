import type { CollectionName } from '#domain/nouns.ts';
import type { ProposalRecord } from '../api/proposals.ts';
import type { AnyRecord } from '../api/records.ts';
import { instantWords } from '../clock.ts';
import { fieldLabel, fieldsIn } from '../history/valueWords.ts';
import { toRecord } from '../paths.ts';
import { usePerson } from '../shell/person.ts';
import { TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { useWaiting } from './queries.ts';

function Waiting({ collection, proposal }: { collection: CollectionName; proposal: ProposalRecord }) {
  const { id } = usePerson();
  const who = proposal.author === id ? 'Bạn' : proposal.author_name || 'Có người';
  const fields = fieldsIn(collection, proposal.after ?? {}).map((field) => fieldLabel(collection, field));
  return (
    <p>
      {proposal.deed === 'remove'
        ? `${who} đề nghị xóa lúc ${instantWords(proposal.created)}. `
        : `${who} đề nghị sửa lúc ${instantWords(proposal.created)}: ${fields.join(', ')}. `}
      <TextLink href={toRecord('proposals', proposal.id)}>Xem đề nghị</TextLink>
    </p>
  );
}

/** Above a record's form: which changes wait. What is shown, here and to the public, is what was approved. */
export function WaitingNotice({ collection, record }: { collection: CollectionName; record: AnyRecord }) {
  const waiting = useWaiting(collection, record.id).data ?? [];
  if (waiting.length === 0) return null;
  return (
    <Notice icon="waiting" tone="waiting">
      <p className="font-semibold">
        {record['state'] === 'approved'
          ? 'Có thay đổi chờ duyệt. Trang công khai chưa đổi.'
          : 'Có thay đổi chờ duyệt. Bản ghi chưa đổi.'}
      </p>
      {waiting.map((proposal) => (
        <Waiting collection={collection} key={proposal.id} proposal={proposal} />
      ))}
    </Notice>
  );
}

/** Above a producer's form: what of it may be typed. */
export function ProposableNotice({ collection, fields }: { collection: CollectionName; fields: readonly string[] }) {
  const inOrder = fieldsIn(collection, Object.fromEntries(fields.map((field) => [field, ''])));
  const labels = inOrder.map((field) => fieldLabel(collection, field)).join(', ');
  return (
    <Notice icon="paper" tone="neutral">
      {`Bạn đề nghị sửa được: ${labels}. Các mục khác do cơ quan phụ trách giữ.`}
    </Notice>
  );
}
