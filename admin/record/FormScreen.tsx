import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { may, mayReadHistory, mayUpdateRecord } from '../access.ts';
import type { ProposalRecord } from '../api/proposals.ts';
import type { AnyRecord } from '../api/records.ts';
import { LimitsNotice } from '../limits/LimitsNotice.tsx';
import { useIsOutside } from '../limits/useIsOutside.ts';
import { presentations } from '../nouns.ts';
import { PROPOSAL, toHistory, toList, toRecord } from '../paths.ts';
import { expanded } from '../presentation.ts';
import { HeldRecordNotice } from '../publishing/HeldBackNotice.tsx';
import { useLiveRelease } from '../publishing/queries.ts';
import { StandingChip } from '../publishing/StandingChip.tsx';
import { ownerFields } from '../review/queries.ts';
import { ProposableNotice, WaitingNotice } from '../review/WaitingNotice.tsx';
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
import { savedWords } from './savedWords.ts';
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

/** Where to go when a new record waits for approval: to that to which it was to be added, or to what waits. */
function afterProposed(collection: CollectionName, start: FormValues, proposal: string): string {
  const field = ownerFields(collection).find((name) => typeof start[name] === 'string' && start[name] !== '');
  if (field === undefined) return toRecord('proposals', proposal);
  return toRecord(shapeOfField(collection, field).to as CollectionName, String(start[field]));
}

interface LoadedFormProps extends Omit<FormScreenProps, 'id'> {
  record: AnyRecord | null;
  /** A proposal that its author goes on with. */
  earlier: ProposalRecord | null;
}

function LoadedForm({ collection, record, earlier, Top, Aside }: LoadedFormProps) {
  const person = usePerson();
  const isOutside = useIsOutside(collection, record?.id ?? null);
  const { query } = useLocation();
  const [start] = useState(() => startValues(collection, query));
  const label = labelOf(collection);
  const onSaved = (saved: AnyRecord | null, isMerged: boolean, proposal: string | undefined) => {
    tell(savedWords(isMerged, proposal !== undefined));
    if (saved === null) navigate(afterProposed(collection, start, proposal ?? ''), { replace: true });
    else if (record === null || earlier !== null) navigate(toRecord(collection, saved.id), { replace: true });
  };
  const state = useRecordForm({ collection, record, start, earlier, onSaved });
  const { way } = state;
  useSlugProposal(collection, state.form, record === null);
  const presentation = presentations[collection];
  const title = record === null ? `${label.one} mới` : presentation.title(record) || label.one;
  const mayChange = record === null ? may(person, 'create', collection) : mayUpdateRecord(person, collection, record);
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
      <LimitsNotice collection={collection} id={record?.id ?? null} />
      {record !== null && <HeldRecordNotice collection={collection} record={record} />}
      {record !== null && <WaitingNotice collection={collection} record={record} />}
      {way.only !== undefined && <ProposableNotice collection={collection} fields={way.only} />}
      {record !== null && Top !== undefined && <Top record={record} />}
      <div className={hasAside ? 'form-and-aside' : 'max-w-form'}>
        <RecordForm
          actions={record !== null && <RemoveButton collection={collection} record={record} />}
          collection={collection}
          isReadOnly={isOutside || (!mayChange && !way.isProposed)}
          record={record}
          state={state}
        />
        {hasAside && (
          <div className="flex min-w-0 flex-col gap-4">
            {Aside !== undefined && <Aside record={record} />}
            <RelatedLists collection={collection} isReadOnly={isOutside} owner={record.id} />
          </div>
        )}
      </div>
    </Screen>
  );
}

/** Asks for the proposal that the address names before its form is drawn; a foreign or decided one is passed over. */
function WithEarlier({ id, children }: { id: string; children: (earlier: ProposalRecord | null) => ReactNode }) {
  const me = usePerson().id;
  const asked = useRecord('proposals', id);
  if (asked.isPending) return <Loading />;
  const earlier = asked.data as ProposalRecord | undefined;
  const isOpen = earlier?.author === me && (earlier.state === 'waiting' || earlier.state === 'refused');
  return children(isOpen ? earlier : null);
}

/** The form of any collection's record, new or kept. */
export function FormScreen(props: FormScreenProps) {
  const { collection, id } = props;
  const { expand = '', parent } = presentations[collection];
  const wanted = useMemo(() => joinExpand(expand.split(','), [parent ?? '']), [expand, parent]);
  const record = useRecord(collection, id, wanted);
  const asked = useLocation().query.get(PROPOSAL);
  // A record that is here already stays, whatever became of asking again: somebody may be typing.
  if (id !== null && record.isError && record.data === undefined) {
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
  if (id !== null && record.data === undefined) return <Loading />;
  const kept = record.data ?? null;
  const key = id ?? 'new';
  if (asked === null) return <LoadedForm {...props} earlier={null} key={key} record={kept} />;
  return (
    <WithEarlier id={asked}>
      {(earlier) => <LoadedForm {...props} earlier={earlier} key={`${key} ${asked}`} record={kept} />}
    </WithEarlier>
  );
}
