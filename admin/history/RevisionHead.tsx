import { REVISION_ACTIONS, REVISION_REASONS } from '#domain/revision.ts';
import type { RevisionRecord } from '../api/history.ts';
import { instantWords } from '../clock.ts';
import { Chip } from '../ui/states.tsx';

const LOOKS = {
  create: { tone: 'good', icon: 'add' },
  update: { tone: 'neutral', icon: 'check' },
  delete: { tone: 'bad', icon: 'remove' },
  erase: { tone: 'attention', icon: 'remove' },
} as const;

/** The note is a person's words, but for a restored record, where it names the version that came back. */
function noteOf({ why, note }: RevisionRecord): string {
  return why === 'restore' ? '' : note;
}

/** What was done, by whom, when and through what. */
export function RevisionHead({ revision }: { revision: RevisionRecord }) {
  const { tone, icon } = LOOKS[revision.action];
  const note = noteOf(revision);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Chip icon={icon} tone={tone}>
        {REVISION_ACTIONS[revision.action]}
      </Chip>
      <strong>{revision.actor_name || 'Hệ thống'}</strong>
      <span className="text-ink-2">{instantWords(revision.created)}</span>
      <span className="text-ink-2">{REVISION_REASONS[revision.why]}</span>
      {note !== '' && <span className="text-ink-2">“{note}”</span>}
    </div>
  );
}
