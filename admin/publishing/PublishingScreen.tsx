import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RELEASE_ACTIONS, RELEASE_REASONS, RELEASE_STATES, type Release } from '#domain/release.ts';
import { may } from '../access.ts';
import { failureOf } from '../api/messages.ts';
import type { AnyRecord } from '../api/records.ts';
import { askToActivate } from '../api/releases.ts';
import { instantWords } from '../clock.ts';
import { presentations } from '../nouns.ts';
import { toRecord } from '../paths.ts';
import { expanded } from '../presentation.ts';
import { Pager } from '../record/Pager.tsx';
import { usePage } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { navigate, useLocation } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { Button, TextLink } from '../ui/Button.tsx';
import { Dialog, DialogButtons } from '../ui/Dialog.tsx';
import { Chip, Empty, LoadError, Loading, Notice } from '../ui/states.tsx';
import { Table, type TableColumn } from '../ui/Table.tsx';
import { tell } from '../ui/toast.tsx';
import { HeldBackNotice } from './HeldBackNotice.tsx';
import { usePublish } from './PublishState.tsx';
import { pageCount } from './pageCount.ts';
import { heldCount, isUnderWay, useLiveRelease, useNewestRelease, useWaitingChanges } from './queries.ts';
import { RELEASE_TONES } from './ReleaseScreen.tsx';

const SHOWN = 30;

type ReleaseRow = Release & AnyRecord;

const asRelease = (record: AnyRecord) => record as unknown as ReleaseRow;

function columns(onActivate: ((release: ReleaseRow) => void) | null): TableColumn<ReleaseRow>[] {
  return [
    { id: 'created', label: 'Yêu cầu lúc', render: (each) => instantWords(each.created) },
    {
      id: 'state',
      label: 'Trạng thái',
      render: (each) => <Chip tone={RELEASE_TONES[each.state]}>{RELEASE_STATES[each.state]}</Chip>,
    },
    { id: 'action', label: 'Việc', render: (each) => RELEASE_ACTIONS[each.action] },
    { id: 'reason', label: 'Vì', render: (each) => (each.reason === '' ? '' : RELEASE_REASONS[each.reason]) },
    {
      id: 'requested_by',
      label: 'Người yêu cầu',
      render: (each) => {
        const person = expanded(each, 'requested_by');
        return person === null ? '' : presentations.users.title(person);
      },
    },
    { id: 'pages', label: 'Số trang', isNumber: true, render: pageCount },
    {
      id: 'again',
      label: 'Quay về',
      render: (each) =>
        each.state === 'kept' && onActivate !== null ? (
          <Button
            aria-label={`Đưa lên lại bản ${instantWords(each.created)}`}
            look="quiet"
            onPress={() => onActivate(each)}
          >
            Đưa lên lại
          </Button>
        ) : (
          ''
        ),
    },
  ];
}

function SiteCard() {
  const { role } = usePerson();
  const live = useLiveRelease().data;
  const newest = useNewestRelease().data;
  const waiting = useWaitingChanges();
  const { publish, isAsking } = usePublish();
  const isBusy = isUnderWay(newest);
  return (
    <section aria-label="Trang công khai" className="card flex max-w-form flex-col gap-3 p-5">
      {live === null && <p>Chưa đăng lần nào: khách vào trang công khai được báo là trang chưa mở.</p>}
      {live && <p>{`Khách đang xem bản đăng lúc ${instantWords(live.ended_at || live.started_at)}.`}</p>}
      {live && waiting !== undefined && (
        <p className="font-semibold">
          {waiting > 0 ? `${waiting} thay đổi chưa đăng.` : heldCount(live) === 0 && 'Mọi thay đổi đã đăng.'}
        </p>
      )}
      <HeldBackNotice />
      {newest?.state === 'failed' && (
        <Notice icon="warning" tone="bad">
          Lần đăng gần nhất bị lỗi; trang công khai vẫn như cũ.{' '}
          <TextLink href={toRecord('releases', newest.id)}>Xem lý do</TextLink>
        </Notice>
      )}
      {newest && isBusy && (
        <Notice icon="turning" tone="waiting">
          <TextLink href={toRecord('releases', newest.id)}>Đang đăng…</TextLink>
        </Notice>
      )}
      {may(role, 'create', 'releases') && (
        <div>
          <Button icon="publish" isDisabled={isAsking || isBusy} look="primary" onPress={publish}>
            Đăng ngay
          </Button>
        </div>
      )}
    </section>
  );
}

/** Asks before an earlier release is shown again. */
function ActivateDialog({ release, onClose }: { release: ReleaseRow; onClose: () => void }) {
  const client = useQueryClient();
  const activate = async () => {
    try {
      const asked = await askToActivate(release.id);
      onClose();
      await client.invalidateQueries({ queryKey: ['releases'] });
      navigate(toRecord('releases', asked.id));
    } catch (error) {
      onClose();
      tell(failureOf(error).message, false);
    }
  };
  return (
    <Dialog isAlert isOpen onClose={onClose} title={`Đưa lên lại bản ${instantWords(release.created)}?`}>
      <p>
        Khách sẽ thấy lại bản này. Lô đã bị thu hồi vẫn báo thu hồi, thông tin cá nhân đã rút vẫn ẩn. Bản ghi trong phần
        quản trị không đổi.
      </p>
      <DialogButtons>
        <Button onPress={onClose}>Thôi</Button>
        <Button look="primary" onPress={activate}>
          Đưa lên lại
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

/** The state of the public site, and every release with a way back to it. */
export function PublishingScreen() {
  const { role } = usePerson();
  const { query } = useLocation();
  const [asked, setAsked] = useState<ReleaseRow | null>(null);
  const number = Math.max(1, Number(query.get('trang')) || 1);
  const page = usePage('releases', { page: number, perPage: SHOWN, sort: '-created', expand: 'requested_by' });
  const label = labelOf('releases').many;
  return (
    <Screen title={label}>
      <SiteCard />
      {page.isPending && <Loading />}
      {page.isError && <LoadError message={page.error.message} onRetry={() => page.refetch()} />}
      {page.data !== undefined && (
        <>
          <Table
            columns={columns(may(role, 'create', 'releases') ? setAsked : null)}
            empty={<Empty icon="publish" words="Chưa có bản đăng nào." />}
            hrefOf={(each) => toRecord('releases', each.id)}
            label={label}
            nameOf={(each) => instantWords(each.created)}
            rows={page.data.items.map(asRelease)}
          />
          <Pager page={number} pages={page.data.pages} />
        </>
      )}
      {asked !== null && <ActivateDialog onClose={() => setAsked(null)} release={asked} />}
    </Screen>
  );
}
