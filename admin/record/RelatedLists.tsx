import { useId } from 'react';
import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import { type AnyRecord, where } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { toList, toNew, toRecord } from '../paths.ts';
import type { Related } from '../presentation.ts';
import { StandingChip } from '../publishing/StandingChip.tsx';
import { ownerFields } from '../review/queries.ts';
import { WaitingWithin } from '../review/WaitingWithin.tsx';
import { usePerson } from '../shell/person.ts';
import { ButtonLink, TextLink } from '../ui/Button.tsx';
import { fieldWords } from './Cell.tsx';
import { equals } from './listQuery.ts';
import { usePage } from './queries.ts';
import { labelOf, shapeOfField } from './schema.ts';

const SHOWN = 30;

function RelatedItem({ related, record }: { related: Related; record: AnyRecord }) {
  const { collection, columns } = related;
  const words = columns
    .filter((column) => column !== '@standing')
    .map((column) => fieldWords(collection, record, column))
    .filter(Boolean);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3 border-line border-t py-2">
      <span className="min-w-0">
        <TextLink href={toRecord(collection, record.id)}>
          {presentations[collection].title(record) || record.id}
        </TextLink>
        {words.length > 0 && <span className="block text-sm text-ink-2">{words.join(' · ')}</span>}
      </span>
      {columns.includes('@standing') && <StandingChip collection={collection} record={record} />}
    </li>
  );
}

interface RelatedListProps {
  related: Related;
  owner: string;
  isReadOnly: boolean;
}

function RelatedList({ related, owner, isReadOnly }: RelatedListProps) {
  const { collection, field, columns } = related;
  const person = usePerson();
  const headingId = useId();
  const { expand = '', sort, filters = [] } = presentations[collection];
  // The owner's own name beside each of its records would say the same again and again.
  const relations = [...expand.split(','), ...columns.filter((column) => !column.startsWith('@'))].filter(
    (name) => name !== '' && name !== field && shapeOfField(collection, name.split('.')[0] ?? '').kind === 'relation',
  );
  const page = usePage(collection, {
    perPage: SHOWN,
    filter: where(`${field}${equals(collection, field)}{:owner}`, { owner }),
    sort,
    expand: [...new Set(relations)].join(','),
  });
  const label = labelOf(collection);
  const total = page.data?.total ?? 0;
  return (
    <section aria-labelledby={headingId} className="card p-4">
      <div className="flex items-center justify-between gap-2 pb-2">
        <h2 className="text-lg" id={headingId}>
          {label.many} <span className="font-normal text-ink-2">({total})</span>
        </h2>
        {!isReadOnly && may(person, 'create', collection) && !field.includes('.') && (
          <ButtonLink href={toNew(collection, { [field]: owner })} icon="add" look="quiet">
            <span aria-hidden="true">Thêm</span>
            <span className="sr-only">{`Thêm ${label.one.toLowerCase()}`}</span>
          </ButtonLink>
        )}
      </div>
      {page.isError && <p className="text-danger">{page.error.message}</p>}
      <ul>
        {page.data?.items.map((record) => (
          <RelatedItem key={record.id} record={record} related={related} />
        ))}
      </ul>
      {ownerFields(collection).includes(field) && <WaitingWithin collection={collection} owner={owner} />}
      {total > SHOWN && (
        <p className="text-sm">
          {`Hiện ${SHOWN} trong ${total} bản ghi. `}
          {filters.includes(field) && <TextLink href={`${toList(collection)}?${field}=${owner}`}>Xem tất cả</TextLink>}
        </p>
      )}
    </section>
  );
}

interface RelatedListsProps {
  collection: CollectionName;
  owner: string;
  /** The person's limits close the owner, and what belongs to it with it. */
  isReadOnly?: boolean;
}

/** What belongs to a record, each with a way to add to it. */
export function RelatedLists({ collection, owner, isReadOnly = false }: RelatedListsProps) {
  const { role } = usePerson();
  const lists = (presentations[collection].related ?? []).filter((each) => may(role, 'see', each.collection));
  return lists.map((related) => (
    <RelatedList isReadOnly={isReadOnly} key={related.collection} owner={owner} related={related} />
  ));
}
