import { type ReactNode, useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import type { RevisionRecord } from '../api/history.ts';
import { Button } from '../ui/Button.tsx';
import { ChangeList } from './ChangeList.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { RevisionHead } from './RevisionHead.tsx';
import type { Names } from './valueWords.ts';

/** One change: who, when, why, what, and the way back to it. */
export function RevisionCard({
  collection,
  revision,
  names,
  restore,
  children,
}: {
  collection: CollectionName;
  revision: RevisionRecord;
  names: Names;
  /** Words of the button that restores; null where there is nothing to restore. */
  restore: string | null;
  children?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="card flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <RevisionHead revision={revision} />
        {restore !== null && (
          <Button icon="restore" onPress={() => setOpen(true)}>
            {restore}
          </Button>
        )}
      </div>
      <ChangeList after={revision.after} before={revision.before} collection={collection} names={names} />
      {children}
      <RestoreDialog collection={collection} isOpen={isOpen} onClose={() => setOpen(false)} revision={revision} />
    </div>
  );
}
