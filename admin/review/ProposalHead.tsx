import { PROPOSAL_STATES } from '#domain/proposal.ts';
import type { ProposalRecord } from '../api/proposals.ts';
import { instantWords } from '../clock.ts';
import { Chip } from '../ui/states.tsx';

const LOOKS = {
  waiting: { tone: 'waiting', icon: 'waiting' },
  approved: { tone: 'good', icon: 'check' },
  refused: { tone: 'attention', icon: 'back' },
  withdrawn: { tone: 'neutral', icon: 'restore' },
} as const;

/** Where a proposal stands. */
export function ProposalChip({ state }: { state: ProposalRecord['state'] }) {
  const { tone, icon } = LOOKS[state];
  return (
    <Chip icon={icon} tone={tone}>
      {PROPOSAL_STATES[state]}
    </Chip>
  );
}

const DECIDED = { approved: 'duyệt', refused: 'trả lại', withdrawn: 'rút lại' };

/** Who sent it when and with what words; who decided, and why. */
export function ProposalHead({ proposal }: { proposal: ProposalRecord }) {
  const { author_name, created, comment, state, decided_by_name, decided_at, decision_note } = proposal;
  return (
    <div className="flex flex-col gap-1">
      <p>
        <strong>{author_name || 'Có người'}</strong>
        {` gửi lúc ${instantWords(created)}`}
      </p>
      {comment !== '' && <p className="whitespace-pre-line">“{comment}”</p>}
      {state !== 'waiting' && (
        <p>
          <strong>{decided_by_name || 'Hệ thống'}</strong>
          {` ${DECIDED[state]}${decided_at === '' ? '' : ` lúc ${instantWords(decided_at)}`}`}
        </p>
      )}
      {decision_note !== '' && <p className="whitespace-pre-line">{`Lý do: ${decision_note}`}</p>}
    </div>
  );
}
