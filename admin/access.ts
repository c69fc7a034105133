/**
 * Which screens and buttons a person sees. The law is PocketBase's access rules; this table only keeps the admin from offering what
 * they refuse. A producer may read communes, floors and settings as well, but has no screen of them.
 */
import type { CollectionName } from '#domain/nouns.ts';
import { UNREVISED } from '#domain/rules/revision.ts';
import type { Role } from '#domain/user.ts';

type Deed = 'see' | 'create' | 'update' | 'remove';
type Access = Readonly<Record<Deed, readonly Role[]>>;

const STAFF: readonly Role[] = ['viewer', 'editor', 'approver', 'admin'];
const WRITERS: readonly Role[] = ['editor', 'approver', 'admin'];
const APPROVERS: readonly Role[] = ['approver', 'admin'];
const ADMINS: readonly Role[] = ['admin'];
const NOBODY: readonly Role[] = [];
/** A producer's own; which these are PocketBase knows. */
const PRODUCER: Role = 'producer';

const office: Access = { see: STAFF, create: WRITERS, update: WRITERS, remove: ADMINS };
const ofProducers: Access = { ...office, see: [...STAFF, PRODUCER] };
const ledger: Access = { see: STAFF, create: NOBODY, update: NOBODY, remove: NOBODY };

const TABLE: Readonly<Record<CollectionName, Access>> = {
  media: { ...ledger, create: WRITERS },
  communes: { see: STAFF, create: ADMINS, update: ADMINS, remove: ADMINS },
  producers: ofProducers,
  producer_contacts: { ...ofProducers, see: [...WRITERS, PRODUCER] },
  products: ofProducers,
  pack_variants: ofProducers,
  decisions: { see: STAFF, create: APPROVERS, update: APPROVERS, remove: ADMINS },
  recognitions: { see: [...STAFF, PRODUCER], create: APPROVERS, update: APPROVERS, remove: ADMINS },
  certificates: ofProducers,
  growing_areas: ofProducers,
  lots: { ...ofProducers, create: [...WRITERS, PRODUCER], update: [...WRITERS, PRODUCER] },
  trace_events: {
    see: [...STAFF, PRODUCER],
    create: [...WRITERS, PRODUCER],
    update: [...WRITERS, PRODUCER],
    remove: [...ADMINS, PRODUCER],
  },
  sales_points: office,
  fairs: office,
  platforms: office,
  listings: ofProducers,
  published_figures: office,
  targets: office,
  supports: office,
  trainings: office,
  pages: office,
  synonyms: office,
  addresses: ledger,
  releases: { ...ledger, create: APPROVERS },
  revisions: ledger,
  imports: { ...ledger, see: WRITERS },
  proposals: { ...ledger, see: [...STAFF, PRODUCER] },
  site_settings: { ...ledger, update: ADMINS },
  users: { see: STAFF, create: ADMINS, update: ADMINS, remove: ADMINS },
};

/** Whether the admin offers a deed to a role. */
export function may(role: Role, deed: Deed, collection: CollectionName): boolean {
  return TABLE[collection][deed].includes(role);
}

/** Whether a role may know what records of a collection were: where it may see them, and of people's accounts only admins. */
export function mayReadHistory(role: Role, collection: CollectionName): boolean {
  if (UNREVISED.includes(collection) || role === PRODUCER) return false;
  return may(role, 'see', collection) && (collection !== 'users' || ADMINS.includes(role));
}

/** Whether the person may put things before the public and take them away. */
export function mayApprove(role: Role): boolean {
  return APPROVERS.includes(role);
}

/** Whether the admin offers to change this record: a producer describes its lots only while they are drafts. */
export function mayUpdateRecord(
  role: Role,
  collection: CollectionName,
  record: Readonly<Record<string, unknown>>,
): boolean {
  if (!may(role, 'update', collection)) return false;
  return role !== PRODUCER || collection !== 'lots' || record['state'] === 'draft';
}
