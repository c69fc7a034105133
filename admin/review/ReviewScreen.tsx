import { useQueries } from '@tanstack/react-query';
import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import { countRecords } from '../api/records.ts';
import { presentations } from '../nouns.ts';
import { toList } from '../paths.ts';
import { ListScreen } from '../record/ListScreen.tsx';
import { QUERY } from '../record/listQuery.ts';
import { labelOf } from '../record/schema.ts';
import { usePerson } from '../shell/person.ts';
import { TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { isReviewed } from './queries.ts';

const REVIEWED = (Object.keys(presentations) as CollectionName[]).filter(isReviewed);
const WAITING = "state='waiting'";

/** Records that never were public and wait under their own state, with the way to them. */
function NewOnes() {
  const { role } = usePerson();
  const seen = role === 'producer' ? [] : REVIEWED.filter((collection) => may(role, 'see', collection));
  const counts = useQueries({
    queries: seen.map((collection) => ({
      queryKey: [collection, 'count', WAITING],
      queryFn: () => countRecords(collection, WAITING),
    })),
  });
  const waiting = seen.flatMap((collection, at) => {
    const count = counts[at]?.data ?? 0;
    return count === 0 ? [] : [{ collection, count }];
  });
  if (waiting.length === 0) return null;
  return (
    <Notice icon="waiting" tone="waiting">
      <p className="flex flex-wrap gap-x-4">
        <span>Bản ghi mới chờ duyệt:</span>
        {waiting.map(({ collection, count }) => (
          <TextLink href={`${toList(collection)}?${QUERY.view}=cho-duyet`} key={collection}>
            {`${labelOf(collection).many} (${count})`}
          </TextLink>
        ))}
      </p>
    </Notice>
  );
}

/** Everything that waits for a second look: changes of approved records, and new records. */
export function ReviewScreen() {
  return <ListScreen collection="proposals" top={<NewOnes />} />;
}
