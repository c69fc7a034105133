import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-aria-components';
import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import type { Failure } from '../api/messages.ts';
import { countRecords } from '../api/records.ts';
import { today } from '../clock.ts';
import { presentations } from '../nouns.ts';
import { toList } from '../paths.ts';
import type { View } from '../presentation.ts';
import { HeldBackNotice } from '../publishing/HeldBackNotice.tsx';
import { QUERY } from '../record/listQuery.ts';
import { useSettings } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { TextLink } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { usePerson } from './person.ts';
import { Screen } from './Screen.tsx';
import { ServerNotice } from './ServerNotice.tsx';

const numbers = new Intl.NumberFormat('vi-VN');

const COUNTED: readonly CollectionName[] = ['products', 'producers', 'recognitions', 'lots', 'sales_points', 'fairs'];
const WITH_TO_DO: readonly CollectionName[] = [
  'proposals',
  'products',
  'producers',
  'sales_points',
  'fairs',
  'lots',
  'recognitions',
];

function useCount(collection: CollectionName, filter: string): number | undefined {
  return useQuery<number, Failure>({
    queryKey: [collection, 'count', filter],
    queryFn: () => countRecords(collection, filter),
  }).data;
}

function CountCard({ collection }: { collection: CollectionName }) {
  const count = useCount(collection, '');
  return (
    <Link className="card flex flex-col gap-1 p-4 data-hovered:bg-paper-2" href={toList(collection)}>
      <span className="flex items-center justify-between font-semibold text-2xl">
        {count === undefined ? '…' : numbers.format(count)}
        <span className="text-ink-2">
          <Icon name={presentations[collection].icon} size={22} />
        </span>
      </span>
      <span className="text-ink-2">{labelOf(collection).many}</span>
    </Link>
  );
}

function ToDoRow({ collection, view, day }: { collection: CollectionName; view: View; day: string }) {
  const { id } = usePerson();
  const count = useCount(collection, view.filter(day, id));
  if (count === undefined || count === 0) return null;
  return (
    <li className="flex items-baseline gap-4 border-line border-b py-2 last:border-b-0">
      <strong className="w-14 text-end">{numbers.format(count)}</strong>
      <TextLink href={`${toList(collection)}?${QUERY.view}=${view.key}`}>
        {`${labelOf(collection).many}: ${view.label.charAt(0).toLowerCase()}${view.label.slice(1)}`}
      </TextLink>
    </li>
  );
}

/** How much there is, and what waits for a hand. */
export function Home() {
  const { role } = usePerson();
  const settings = useSettings();
  const day = today(settings?.test_today);
  const seen = (collections: readonly CollectionName[]) => collections.filter((each) => may(role, 'see', each));
  return (
    <Screen title="Tổng quan">
      <ServerNotice />
      <HeldBackNotice />
      <div className="grid grid-cols-2 gap-3 tablet:grid-cols-3 wide:grid-cols-6">
        {seen(COUNTED).map((collection) => (
          <CountCard collection={collection} key={collection} />
        ))}
      </div>
      <section aria-labelledby="to-do" className="card max-w-form p-5">
        <h2 className="pb-2 text-lg" id="to-do">
          Việc cần làm
        </h2>
        <ul className="to-do">
          {seen(WITH_TO_DO).flatMap((collection) =>
            (presentations[collection].views ?? [])
              .filter((view) => view.isToDo)
              .map((view) => <ToDoRow collection={collection} day={day} key={collection + view.key} view={view} />),
          )}
        </ul>
        <p className="to-do-nothing text-ink-2">Không có việc nào đang chờ.</p>
      </section>
    </Screen>
  );
}
