import { Link } from 'react-aria-components';
import type { CollectionName } from '#domain/nouns.ts';
import { may } from '../access.ts';
import { collectionOfPath, presentations, RAIL } from '../nouns.ts';
import { BASE, PROGRAMME, REPORTS, toList, toProgramme, toReports, toWorklist, WORKLIST } from '../paths.ts';
import { QUERY } from '../record/listQuery.ts';
import { labelOf } from '../record/schema.ts';
import { useWaitingCount } from '../review/queries.ts';
import { useLocation } from '../router.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { usePerson } from './person.ts';

interface RailLinkProps {
  href: string;
  icon: IconName;
  label: string;
  isHere: boolean;
  /** How many wait there; nothing is said of none. */
  count?: number;
}

function RailLink({ href, icon, label, isHere, count = 0 }: RailLinkProps) {
  return (
    <Link className="rail-link" href={href} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={icon} size={18} />
      {label}
      {count > 0 && <span className="chip notice-waiting ms-auto">{count}</span>}
    </Link>
  );
}

/** The nouns, in groups: what a role may not see is not there. */
export function Rail() {
  const { role } = usePerson();
  const { segments } = useLocation();
  const waiting = useWaitingCount();
  const here = segments[0] === undefined ? null : collectionOfPath(segments[0]);
  const link = (collection: CollectionName) => (
    <RailLink
      href={toList(collection)}
      icon={presentations[collection].icon}
      isHere={here === collection}
      key={collection}
      label={presentations[collection].short ?? labelOf(collection).many}
    />
  );
  const groups = RAIL.map(({ title, collections }) => ({
    title,
    collections: collections.filter((collection) => may(role, 'see', collection)),
  })).filter(({ collections }) => collections.length > 0);
  return (
    <nav aria-label="Các loại bản ghi" className="flex flex-col gap-3 p-3">
      <div className="flex flex-col">
        <RailLink href={BASE} icon="home" isHere={segments.length === 0} label="Tổng quan" />
        {may(role, 'see', 'recognitions') && role !== 'producer' && (
          <RailLink href={toWorklist} icon="waiting" isHere={segments[0] === WORKLIST} label="Hạn chứng nhận" />
        )}
        {may(role, 'see', 'proposals') && (
          <RailLink
            count={waiting}
            href={`${toList('proposals')}?${QUERY.view}=cho-duyet`}
            icon={presentations.proposals.icon}
            isHere={here === 'proposals'}
            label="Chờ duyệt"
          />
        )}
        {may(role, 'see', 'targets') && (
          <RailLink href={toProgramme} icon="figure" isHere={segments[0] === PROGRAMME} label="Chương trình" />
        )}
        {may(role, 'see', 'targets') && (
          <RailLink href={toReports} icon="paper" isHere={segments[0] === REPORTS} label="Báo cáo" />
        )}
        {may(role, 'see', 'releases') && link('releases')}
      </div>
      {groups.map(({ title, collections }) => (
        <div className="flex flex-col" key={title}>
          <p className="px-3 pb-1 text-sm text-ink-2">{title}</p>
          {collections.map(link)}
        </div>
      ))}
    </nav>
  );
}
