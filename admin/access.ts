/**
 * Which screens and buttons a person sees, read from the table of access. The law is PocketBase's rules, derived from the same table; this
 * only keeps the admin from offering what they refuse. A producer may read communes, floors and settings as well, but has no screen of them.
 */
import { ACCESS, type AccessPerson, type Deed, grantOf, mayDo } from '#domain/access.ts';
import type { CollectionName } from '#domain/nouns.ts';
import { UNREVISED } from '#domain/rules/revision.ts';
import type { Role } from '#domain/user.ts';

/** A role alone speaks for people without limits. */
type Who = Role | AccessPerson;

const personOf = (who: Who): AccessPerson =>
  typeof who === 'string' ? { role: who, communes: [], collections: [] } : who;

/** Whether the admin offers a deed to a person, for records of a collection that their limits do not close. */
export function may(who: Who, deed: Deed, collection: CollectionName): boolean {
  const person = personOf(who);
  const whose = grantOf(person, deed, collection);
  // A person's own account has no screen.
  if (whose === undefined || whose === 'self') return false;
  return person.role !== 'producer' || whose !== 'all';
}

/** Whether a role may know what records of a collection were: where it may see them, and of people's accounts only admins. */
export function mayReadHistory(role: Role, collection: CollectionName): boolean {
  if (UNREVISED.includes(collection) || role === 'producer') return false;
  return may(role, 'see', collection) && (collection !== 'users' || role === 'admin');
}

/** Whether the person may put things before the public and take them away. */
export function mayApprove(role: Role): boolean {
  return mayDo(role, 'approve');
}

/** Whether the admin offers to change this record: a producer describes its lots only while they are drafts. */
export function mayUpdateRecord(
  who: Who,
  collection: CollectionName,
  record: Readonly<Record<string, unknown>>,
): boolean {
  if (!may(who, 'update', collection)) return false;
  const isOwnDraft = ACCESS[collection].update[personOf(who).role] === 'ownDraft';
  return !isOwnDraft || ACCESS[collection].draft !== 'state' || record['state'] === 'draft';
}
