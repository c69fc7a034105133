import { LOT_STATES } from '#domain/lot.ts';
import { RECORD_STATES } from '#domain/noun.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { today } from '../clock.ts';
import { shapesOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import type { IconName } from '../ui/Icon.tsx';
import { Chip } from '../ui/states.tsx';
import { isPublished, isUnderWay, useHeldBack, useLiveRelease, useNewestRelease } from './queries.ts';
import { type StandingTone, standingOf } from './standing.ts';

const REVIEW: Readonly<Record<string, string>> = { ...RECORD_STATES, ...LOT_STATES };

const ICONS: Readonly<Record<StandingTone, IconName>> = {
  good: 'check',
  attention: 'waiting',
  waiting: 'waiting',
  bad: 'warning',
  neutral: 'paper',
};

/** The review's word alone, for those who do not see releases. */
function ReviewChip({ record }: { record: AnyRecord }) {
  const words = REVIEW[String(record['state'])];
  return words === undefined ? null : <Chip tone="neutral">{words}</Chip>;
}

/** Whether the public sees this record as it is now, in words. */
export function StandingChip(props: { collection: CollectionName; record: AnyRecord }) {
  const { role } = usePerson();
  if (!isPublished(props.collection)) return null;
  return may(role, 'see', 'releases') ? <PublicChip {...props} /> : <ReviewChip record={props.record} />;
}

function PublicChip({ collection, record }: { collection: CollectionName; record: AnyRecord }) {
  const live = useLiveRelease().data;
  const newest = useNewestRelease().data;
  const held = useHeldBack();
  if (live === undefined || newest === undefined) return null;
  const shapes = shapesOf(collection);
  const hasReview = shapes.has('visible_from');
  // A lot speaks for itself: a draft is not published at all.
  if (collection === 'lots' && record['state'] === 'draft') return <Chip tone="neutral">Bản nháp</Chip>;
  const site = {
    liveSince: live?.started_at ?? '',
    runningSince: isUnderWay(newest) ? (newest?.started_at ?? '') : null,
    failedSince: newest?.state === 'failed' ? newest.started_at : null,
    isHeld: held.some((problem) => problem.collection === collection && problem.record === record.id),
  };
  const { words, tone } = standingOf(record, hasReview, site, today());
  return (
    <Chip icon={ICONS[tone]} tone={tone}>
      {words}
    </Chip>
  );
}
