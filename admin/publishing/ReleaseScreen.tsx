import { useQuery } from '@tanstack/react-query';
import { RELEASE_ACTIONS, RELEASE_REASONS, RELEASE_STATES, type Release, type ReleaseState } from '#domain/release.ts';
import type { Failure } from '../api/messages.ts';
import { type AnyRecord, getRecord } from '../api/records.ts';
import { instantWords } from '../clock.ts';
import { presentations } from '../nouns.ts';
import { toList, toRecord } from '../paths.ts';
import { expanded } from '../presentation.ts';
import { labelOf } from '../record/schema.ts';
import { Screen } from '../shell/Screen.tsx';
import { TextLink } from '../ui/Button.tsx';
import { Chip, LoadError, Loading, Notice } from '../ui/states.tsx';
import { isCollection, Problems } from './Problems.tsx';
import { pageCount } from './pageCount.ts';
import { isUnderWay } from './queries.ts';
import { Steps } from './Steps.tsx';

const QUICK_MS = 1_500;

export const RELEASE_TONES: Readonly<Record<ReleaseState, 'neutral' | 'good' | 'attention' | 'bad' | 'waiting'>> = {
  queued: 'waiting',
  running: 'waiting',
  live: 'good',
  kept: 'neutral',
  done: 'neutral',
  covered: 'neutral',
  failed: 'bad',
  pruned: 'neutral',
};

const seconds = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

function Facts({ release, asker }: { release: Release; asker: string }) {
  const facts: [string, string][] = [
    ['Việc', RELEASE_ACTIONS[release.action]],
    ['Vì', release.reason === '' ? '' : RELEASE_REASONS[release.reason]],
    ['Người yêu cầu', asker],
    ['Yêu cầu lúc', instantWords(release.created)],
    ['Bắt đầu', instantWords(release.started_at)],
    ['Xong', instantWords(release.ended_at)],
    ['Số trang', pageCount(release)],
    ['Dung lượng', release.size_bytes > 0 ? `${seconds.format(release.size_bytes / 1_000_000)} MB` : ''],
    ['Ghi chú', release.note],
  ];
  return (
    <dl className="card grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 p-4">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div className="contents" key={name}>
            <dt className="text-ink-2">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function ReleaseDetails({ record }: { record: AnyRecord }) {
  const release = record as unknown as Release;
  const asker = expanded(record, 'requested_by');
  const changed = release.changed ?? [];
  return (
    <div className="grid gap-4 desktop:grid-cols-2 desktop:items-start">
      <div className="flex flex-col gap-4">
        {release.state === 'queued' && (
          <Notice icon="waiting" tone="waiting">
            Đang chờ máy đăng nhận việc.
          </Notice>
        )}
        {(release.steps ?? []).length > 0 && <Steps steps={release.steps ?? []} />}
        <Facts asker={asker === null ? '' : presentations.users.title(asker)} release={release} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Problems problems={release.problems ?? []} severity="error" />
        <Problems problems={release.problems ?? []} severity="held" />
        <Problems problems={release.problems ?? []} severity="warning" />
        {changed.length > 0 && (
          <section aria-label="Bản ghi đã đổi" className="card p-4">
            <h2 className="pb-2 text-lg">{`Bản ghi đã đổi (${changed.length})`}</h2>
            <ul className="max-h-72 overflow-auto">
              {changed.map(({ collection, record: id, title }) => (
                <li key={collection + id}>
                  {isCollection(collection) ? <TextLink href={toRecord(collection, id)}>{title}</TextLink> : title}
                </li>
              ))}
            </ul>
          </section>
        )}
        {release.log !== '' && (
          <section aria-label="Nhật ký" className="card p-4">
            <h2 className="pb-2 text-lg">Nhật ký</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
            <pre className="max-h-96 overflow-auto whitespace-pre-wrap text-sm" tabIndex={0}>
              {release.log}
            </pre>
          </section>
        )}
      </div>
    </div>
  );
}

/** One request to publish: how far it is, what must be mended, what it did. */
export function ReleaseScreen({ id }: { id: string }) {
  const release = useQuery<AnyRecord, Failure>({
    queryKey: ['releases', 'one', id],
    queryFn: () => getRecord('releases', id, 'requested_by,target'),
    refetchInterval: ({ state }) => (isUnderWay(state.data as Release | undefined) ? QUICK_MS : false),
  });
  const state = release.data?.['state'] as ReleaseState | undefined;
  const trail = [{ title: labelOf('releases').many, href: toList('releases') }];
  const title = release.data === undefined ? 'Bản đăng' : `Bản đăng ${instantWords(release.data.created)}`;
  return (
    <Screen
      state={
        state !== undefined && (
          <span aria-live="polite">
            <Chip tone={RELEASE_TONES[state]}>{RELEASE_STATES[state]}</Chip>
          </span>
        )
      }
      title={title}
      trail={trail}
    >
      {release.isError && <LoadError message={release.error.message} onRetry={() => release.refetch()} />}
      {release.isPending && <Loading />}
      {release.data !== undefined && <ReleaseDetails record={release.data} />}
    </Screen>
  );
}
