import { useQuery } from '@tanstack/react-query';
import type { CollectionName } from '#domain/nouns.ts';
import { ERASABLE } from '#domain/rules/revision.ts';
import { may, mayReadHistory } from '../access.ts';
import { type RevisionRecord, revisionsOf } from '../api/history.ts';
import type { Failure } from '../api/messages.ts';
import { useIsOutside } from '../limits/useIsOutside.ts';
import { presentations } from '../nouns.ts';
import { toList, toRecord } from '../paths.ts';
import { QUERY } from '../record/listQuery.ts';
import { Pager } from '../record/Pager.tsx';
import { useRecord } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { useLocation } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { Empty, LoadError, Loading, Notice } from '../ui/states.tsx';
import { EraseButton } from './EraseButton.tsx';
import { useNames } from './names.ts';
import { RevisionCard } from './RevisionCard.tsx';

const PAGE = 30;

/** What the button beside a change says; the newest change is what the record is now. */
function restoreWords(revision: RevisionRecord, isNewest: boolean, isThere: boolean): string | null {
  if (revision.action === 'erase') return null;
  if (!isThere) return revision.action === 'delete' && !isNewest ? null : 'Khôi phục bản ghi';
  return isNewest ? null : 'Khôi phục phiên bản này';
}

function History({ collection, id }: { collection: CollectionName; id: string }) {
  const person = usePerson();
  const isOutside = useIsOutside(collection, id);
  const { query } = useLocation();
  const page = Math.max(1, Number(query.get(QUERY.page)) || 1);
  const record = useRecord(collection, id, presentations[collection].expand ?? '');
  const history = useQuery<Awaited<ReturnType<typeof revisionsOf>>, Failure>({
    queryKey: ['revisions', 'of', collection, id, page],
    queryFn: () => revisionsOf(collection, id, page, PAGE),
  });
  const items = history.data?.items ?? [];
  const names = useNames(
    collection,
    items.flatMap(({ before, after }) => [before ?? {}, after ?? {}]),
  );
  const isGone = record.error?.status === 404;
  const title = record.data === undefined ? '' : presentations[collection].title(record.data);
  const name = title || items[0]?.title || labelOf(collection).one;
  const trail = [
    { title: labelOf(collection).many, href: toList(collection) },
    ...(isGone ? [] : [{ title: name, href: toRecord(collection, id) }]),
  ];
  const isThere = record.data !== undefined;
  const mayRestore = may(person, isThere ? 'update' : 'create', collection) && !(isThere && isOutside);
  const mayErase = person.role === 'admin' && ERASABLE.includes(collection);
  return (
    <Screen
      actions={mayErase && <EraseButton collection={collection} record={id} />}
      title={`Lịch sử: ${name}`}
      trail={trail}
    >
      {isGone && items.length > 0 && (
        <Notice icon="remove" tone="attention">
          Bản ghi này đã xóa. Có thể khôi phục ở bất kỳ phiên bản nào dưới đây.
        </Notice>
      )}
      {history.isPending && <Loading />}
      {history.isError && <LoadError message={history.error.message} onRetry={() => history.refetch()} />}
      {history.data?.total === 0 && (
        <Empty icon="ledger" words="Chưa ghi thay đổi nào: bản ghi này có từ trước khi có lịch sử." />
      )}
      <ol className="flex max-w-form flex-col gap-3">
        {items.map((revision, at) => (
          <li key={revision.id}>
            <RevisionCard
              collection={collection}
              names={names}
              restore={record.isPending || !mayRestore ? null : restoreWords(revision, page === 1 && at === 0, isThere)}
              revision={revision}
            />
          </li>
        ))}
      </ol>
      <Pager page={page} pages={Math.ceil((history.data?.total ?? 0) / PAGE)} />
    </Screen>
  );
}

/** Every change of one record, the newest first, each with the way back to it. */
export function HistoryScreen({ collection, id }: { collection: CollectionName; id: string }) {
  const { role } = usePerson();
  if (mayReadHistory(role, collection)) return <History collection={collection} id={id} />;
  return (
    <Screen title="Lịch sử">
      <Empty icon="ledger" words="Tài khoản này không xem lịch sử của loại bản ghi này." />
    </Screen>
  );
}
