import type { CollectionName } from '#domain/nouns.ts';
import { PROPOSED_DEEDS } from '#domain/proposal.ts';
import type { ProposalRecord } from '../api/proposals.ts';
import { presentations } from '../nouns.ts';
import { toRecord } from '../paths.ts';
import { TextLink } from '../ui/Button.tsx';
import { Chip } from '../ui/states.tsx';
import { useWaitingWithin } from './queries.ts';

function Item({ collection, proposal }: { collection: CollectionName; proposal: ProposalRecord }) {
  const { before, after, record: id, created, updated, deed, author_name } = proposal;
  // One to be made or removed is told as its own list tells it; of a change only some fields are known.
  const values = { id, created, updated, ...before, ...after };
  const title = deed === 'change' ? proposal.title : presentations[collection].title(values);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3 border-line border-t py-2">
      <span className="min-w-0">
        <TextLink href={toRecord('proposals', proposal.id)}>{`${PROPOSED_DEEDS[deed]}: ${title}`}</TextLink>
        <span className="block text-ink-2 text-sm">{author_name}</span>
      </span>
      <Chip icon="waiting" tone="waiting">
        Chờ duyệt
      </Chip>
    </li>
  );
}

/** What of a record's inner ones waits to be made, changed or removed. */
export function WaitingWithin({ collection, owner }: { collection: CollectionName; owner: string }) {
  const waiting = useWaitingWithin(collection, owner);
  if (waiting.length === 0) return null;
  return (
    <ul aria-label="Chờ duyệt">
      {waiting.map((proposal) => (
        <Item collection={collection} key={proposal.id} proposal={proposal} />
      ))}
    </ul>
  );
}
