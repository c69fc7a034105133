import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PUBLISH_STEPS, type Release } from '#domain/release.ts';
import { may } from '../access.ts';
import { failureOf } from '../api/messages.ts';
import { askToPublish } from '../api/releases.ts';
import { toList, toRecord } from '../paths.ts';
import { navigate } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Button, TextLink } from '../ui/Button.tsx';
import { tell } from '../ui/toast.tsx';
import { heldCount, isUnderWay, useLiveRelease, useNewestRelease, useWaitingChanges } from './queries.ts';

/** Asks for a publish and shows its progress. */
export function usePublish(): { publish: () => Promise<void>; isAsking: boolean } {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const publish = async () => {
    setAsking(true);
    try {
      const release = await askToPublish();
      await client.invalidateQueries({ queryKey: ['releases'] });
      navigate(toRecord('releases', release.id));
    } catch (error) {
      tell(failureOf(error).message, false);
    } finally {
      setAsking(false);
    }
  };
  return { publish, isAsking };
}

function runningWords(release: Release): string {
  if (release.state === 'queued') return 'Chờ đăng…';
  const running = release.steps?.find((each) => each.state === 'running');
  return running === undefined ? 'Đang đăng…' : `Đang đăng… ${PUBLISH_STEPS[running.step].toLowerCase()}`;
}

/** In words: how many changes the public does not see yet, or how far publishing is. */
function useSiteWords(): string {
  const newest = useNewestRelease().data;
  const live = useLiveRelease().data;
  const waiting = useWaitingChanges();
  if (newest && isUnderWay(newest)) return runningWords(newest);
  if (live === null) return 'Chưa đăng lần nào';
  if (newest?.state === 'failed') return 'Đăng lỗi – xem lý do';
  if (waiting === undefined) return '';
  const held = heldCount(live);
  if (waiting === 0 && held > 0) return `${held} bản ghi bị giữ lại`;
  return waiting === 0 ? 'Mọi thay đổi đã đăng' : `${waiting} thay đổi chưa đăng`;
}

/** The state of the public site, always in sight, and the button that publishes. */
export function PublishState() {
  const { role } = usePerson();
  const newest = useNewestRelease().data;
  const live = useLiveRelease().data;
  const words = useSiteWords();
  const { publish, isAsking } = usePublish();
  const isTold = newest && (isUnderWay(newest) || newest.state === 'failed');
  const told = isTold ? newest : heldCount(live) > 0 ? live : null;
  const href = told ? toRecord('releases', told.id) : toList('releases');
  return (
    <div className="flex items-center gap-3">
      <span aria-live="polite" className="text-end text-sm leading-tight">
        {words !== '' && <TextLink href={href}>{words}</TextLink>}
      </span>
      {may(role, 'create', 'releases') && (
        <Button icon="publish" isDisabled={isAsking || isUnderWay(newest)} onPress={publish}>
          Đăng
        </Button>
      )}
    </div>
  );
}
