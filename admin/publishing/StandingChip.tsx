import type { CollectionName } from '#domain/nouns.ts';
import type { AnyRecord } from '../api/records.ts';
import { today } from '../clock.ts';
import { shapesOf } from '../record/schema.ts';
import type { IconName } from '../ui/Icon.tsx';
import { Chip } from '../ui/states.tsx';
import { isUnderWay, useLiveRelease, useNewestRelease } from './queries.ts';
import { type StandingTone, standingOf } from './standing.ts';

const ICONS: Readonly<Record<StandingTone, IconName>> = {
  good: 'check',
  attention: 'waiting',
  waiting: 'waiting',
  bad: 'warning',
  neutral: 'paper',
};

/** Whether the public sees this record as it is now, in words. */
export function StandingChip({ collection, record }: { collection: CollectionName; record: AnyRecord }) {
  const live = useLiveRelease().data;
  const newest = useNewestRelease().data;
  if (live === undefined || newest === undefined) return null;
  const shapes = shapesOf(collection);
  const hasReview = shapes.has('visible_from');
  // A lot speaks for itself: a draft is not published at all.
  if (collection === 'lots' && record['state'] === 'draft') return <Chip tone="neutral">Bản nháp</Chip>;
  const site = {
    liveSince: live?.started_at ?? '',
    isPublishing: isUnderWay(newest),
    hasFailed: newest?.state === 'failed',
  };
  const { words, tone } = standingOf(record, hasReview, site, today());
  return (
    <Chip icon={ICONS[tone]} tone={tone}>
      {words}
    </Chip>
  );
}
