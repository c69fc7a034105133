import { type ComponentType, useMemo, useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { may, mayReadHistory, mayUpdateRecord } from '../access.ts';
import type { AnyRecord } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { toHistory, toList, toRecord } from '../paths.ts';
import { expanded } from '../presentation.ts';
import { useLiveRelease } from '../publishing/queries.ts';
import { StandingChip } from '../publishing/StandingChip.tsx';
import { navigate, useLocation } from '../router.ts';
import { usePerson } from '../shell/person.ts';
import { Screen } from '../shell/Screen.tsx';
import { ButtonLink, TextLink } from '../ui/Button.tsx';
import { LoadError, Loading } from '../ui/states.tsx';
import { tell } from '../ui/toast.tsx';
import { joinExpand } from './find.ts';
import { useRecord } from './queries.ts';
import { RecordForm } from './RecordForm.tsx';
import { RelatedLists } from './RelatedLists.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { type FormValues, labelOf, shapeOfField, shapesOf } from './schema.ts';
import { useRecordForm } from './useRecordForm.ts';
import { useSlugProposal } from './useSlugProposal.ts';

/** What a noun shows beside the common form. */
export type RecordPanel = ComponentType<{ record: AnyRecord }>;

interface FormScreenProps {
  collection: CollectionName;
  /** Null for a new one. */
  id: string | null;
  /** Above the form. */
  Top?: RecordPanel | undefined;
  /** Beside or below the form. */
  Aside?: RecordPanel | undefined;
}

function trailOf(collection: CollectionName, record: AnyRecord | null) {
  const trail = [{ title: labelOf(collection).many, href: toList(collection) }];
  const { parent } = presentations[collection];
  if (record === null || parent === undefined) return trail;
  const owner = expanded(record, parent);
  const to = shapeOfField(collection, parent).to as CollectionName;
  if (owner !== null)
    trail.push({ title: presentations[to].title(owner) || labelOf(to).one, href: toRecord(to, owner.id) });
  return trail;
}

/** Values of a new record: the noun's own, and those of the address. */
function startValues(collection: CollectionName, query: URLSearchParams): FormValues {
  const shapes = shapesOf(collection);
  const given = [...query].flatMap(([name, value]) => {
    const shape = shapes.get(name);
    return shape === undefined ? [] : [[name, shape.many ? [value] : value] as const];
  });
  return { ...presentations[collection].start, ...Object.fromEntries(given) };
}

function PublicLink({ collection, record }: { collection: CollectionName; record: AnyRecord }) {
  const path = presentations[collection].publicPath?.(record) ?? '';
  const isLive = useLiveRelease().data != null;
  const isShown = record['state'] === 'approved' || collection === 'lots';
  if (path === '' || !isShown || !isLive) return null;
  return (
    <TextLink href={path} outside>
      Xem trang công khai
    </TextLink>
  );
}

function HistoryLink({ collection, id }: { collection: CollectionName; id: string }) {
  const { role } = usePerson();
  if (!mayReadHistory(role, collection)) return null;
  return (
    <ButtonLink href={toHistory(collection, id)} icon="history" look="quiet">
      Lịch sử
    </ButtonLink>
  );
}

function LoadedForm({ collection, record, Top, Aside }: Omit<FormScreenProps, 'id'> & { record: AnyRecord | null }) {
  const { role } = usePerson();
  const { query } = useLocation();
  const [start] = useState(() => startValues(collection, query));
  const label = labelOf(collection);
  const onSaved = (saved: AnyRecord, isMerged: boolean) => {
    tell(isMerged ? 'Đã lưu, cùng với những gì người khác vừa lưu.' : 'Đã lưu.');
    if (record === null) navigate(toRecord(collection, saved.id), { replace: true });
  };
  const state = useRecordForm({ collection, record, start, onSaved });
  useSlugProposal(collection, state.form, record === null);
  const presentation = presentations[collection];
  const title = record === null ? `${label.one} mới` : presentation.title(record) || label.one;
  const isReadOnly = record === null ? !may(role, 'create', collection) : !mayUpdateRecord(role, collection, record);
  const hasAside = record !== null && (Aside !== undefined || (presentation.related ?? []).length > 0);
  return (
    <Screen
      actions={
        record !== null && (
          <>
            <PublicLink collection={collection} record={record} />
            <HistoryLink collection={collection} id={record.id} />
          </>
        )
      }
      state={record !== null && <StandingChip collection={collection} record={record} />}
      title={title}
      trail={trailOf(collection, record)}
    >
      {record !== null && Top !== undefined && <Top record={record} />}
      <div className={hasAside ? 'form-and-aside' : 'max-w-form'}>
        <RecordForm
          actions={record !== null && <RemoveButton collection={collection} record={record} />}
          collection={collection}
          isReadOnly={isReadOnly}
          record={record}
          state={state}
        />
        {hasAside && (
          <div className="flex min-w-0 flex-col gap-4">
            {Aside !== undefined && <Aside record={record} />}
            <RelatedLists collection={collection} owner={record.id} />
          </div>
        )}
      </div>
    </Screen>
  );
}

/** The form of any collection's record, new or kept. */
export function FormScreen(props: FormScreenProps) {
  const { collection, id } = props;
  const { expand = '', parent } = presentations[collection];
  const wanted = useMemo(() => joinExpand(expand.split(','), [parent ?? '']), [expand, parent]);
  const record = useRecord(collection, id, wanted);
  if (id === null) return <LoadedForm {...props} key="new" record={null} />;
  if (record.isError) {
    return (
      <Screen
        actions={<HistoryLink collection={collection} id={id} />}
        title={labelOf(collection).one}
        trail={trailOf(collection, null)}
      >
        <LoadError message={record.error.message} onRetry={() => record.refetch()} />
      </Screen>
    );
  }
  if (record.data === undefined) return <Loading />;
  return <LoadedForm {...props} key={id} record={record.data} />;
}
