import type { CollectionName } from '#domain/nouns.ts';
import type { RevisionRecord } from '../api/history.ts';
import { presentations } from '../nouns.ts';
import { toHistory, toList } from '../paths.ts';
import { useRecord } from '../record/queries.ts';
import { labelOf } from '../record/schema.ts';
import { Screen } from '../shell/Screen.tsx';
import { TextLink } from '../ui/Button.tsx';
import { LoadError, Loading } from '../ui/states.tsx';
import { useNames } from './names.ts';
import { RevisionCard } from './RevisionCard.tsx';

const TRAIL = [{ title: labelOf('revisions').many, href: toList('revisions') }];

function One({ revision }: { revision: RevisionRecord }) {
  const collection = revision.collection as CollectionName;
  const names = useNames(collection, [revision.before ?? {}, revision.after ?? {}]);
  const restore = { create: 'Khôi phục phiên bản này', update: 'Khôi phục phiên bản này', delete: 'Khôi phục bản ghi' };
  return (
    <Screen title={`${labelOf(collection).one}: ${revision.title || revision.record}`} trail={TRAIL}>
      <div className="max-w-form">
        <RevisionCard
          collection={collection}
          names={names}
          restore={revision.action === 'erase' ? null : restore[revision.action]}
          revision={revision}
        >
          <p>
            <TextLink href={toHistory(collection, revision.record)}>Xem cả lịch sử của bản ghi này</TextLink>
          </p>
        </RevisionCard>
      </div>
    </Screen>
  );
}

/** One change of any record. */
export function RevisionScreen({ id }: { id: string }) {
  const revision = useRecord('revisions', id);
  const found = revision.data as RevisionRecord | undefined;
  if (revision.isError || (found !== undefined && !(found.collection in presentations)))
    return (
      <Screen title={labelOf('revisions').one} trail={TRAIL}>
        <LoadError message={revision.error?.message ?? 'Loại bản ghi này không còn nữa.'} />
      </Screen>
    );
  return found === undefined ? <Loading /> : <One revision={found} />;
}
