import { useQuery } from '@tanstack/react-query';
import { may } from '../access.ts';
import type { Failure } from '../api/messages.ts';
import { type ServerProblem, serverProblems } from '../api/server.ts';
import { toList } from '../paths.ts';
import { TextLink } from '../ui/Button.tsx';
import { Notice } from '../ui/states.tsx';
import { usePerson } from './person.ts';

const EVERY_MS = 60_000;

/** What the server needs, where staff begin their day; nothing while it is well. Producers are not told. */
export function ServerNotice() {
  const { role } = usePerson();
  const seesReleases = may(role, 'see', 'releases');
  const problems = useQuery<ServerProblem[], Failure>({
    queryKey: ['server'],
    queryFn: serverProblems,
    enabled: role !== 'producer',
    refetchInterval: EVERY_MS,
  }).data;
  if (problems === undefined || problems.length === 0) return null;
  return (
    <Notice icon="warning" tone="attention">
      <p className="font-semibold">Máy chủ cần người vận hành xem</p>
      <ul>
        {problems.map(({ part, words }) => (
          <li key={part}>
            {words} {part === 'publish' && seesReleases && <TextLink href={toList('releases')}>Xem lý do</TextLink>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
