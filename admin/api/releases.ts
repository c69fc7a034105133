/** Publishing as the office asks for it: a record in the queue, which the worker takes. */
import type { Problem, Release } from '#domain/release.ts';
import { pocketbase } from './client.ts';
import { presentPerson } from './heldSession.ts';
import { Failure, orFailure } from './messages.ts';

const releases = () => pocketbase.collection('releases');

async function ask(values: Partial<Release>): Promise<Release> {
  const person = presentPerson();
  if (person === null) throw new Failure(401, 'Phiên làm việc đã hết. Hãy đăng nhập lại.');
  return orFailure(
    releases().create<Release>({ ...values, state: 'queued', reason: 'button', requested_by: person.id }),
  );
}

/** Asks for a new release of what the records say now. */
export function askToPublish(): Promise<Release> {
  return ask({ action: 'publish' });
}

/** Asks for an earlier release to be live again. */
export function askToActivate(target: string): Promise<Release> {
  return ask({ action: 'activate', target });
}

/** The release that visitors see; null before the first. */
export async function liveRelease(): Promise<Release | null> {
  const page = await orFailure(
    releases().getList<Release>(1, 1, { filter: "state='live'", sort: '-ended_at', skipTotal: true, fields: SHORT }),
  );
  return page.items[0] ?? null;
}

/** What a release tells of what must be mended. */
export async function problemsOf(id: string): Promise<Problem[]> {
  return (await orFailure(releases().getOne<Release>(id, { fields: 'problems' }))).problems ?? [];
}

/** The newest request that is waiting, running or has ended. */
export async function newestRelease(): Promise<Release | null> {
  const page = await orFailure(releases().getList<Release>(1, 1, { sort: '-created', skipTotal: true, fields: SHORT }));
  return page.items[0] ?? null;
}

/** All but the log and the lists of problems and changes, which can be large. */
const SHORT =
  'id,created,updated,action,state,reason,note,requested_by,target,name,started_at,ended_at,steps,counts,size_bytes';
