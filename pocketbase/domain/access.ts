/**
 * Who may do what: role × collection × action × whose record, once. PocketBase's rules are derived from it (accessRules.ts), the admin asks
 * it what to offer, hooks ask the bundle made of it (pb_hooks/accessTable.js), the tests try every cell, `.docs/access.md` shows it.
 * What stands nowhere here is refused. Superusers, the programs, pass every rule. It imports types and `rules` only: it runs in goja.
 */
import type { CollectionName } from './nouns.ts';
import type { Limitable, Role } from './user.ts';

export type Deed = 'see' | 'create' | 'update' | 'remove';

/**
 * Whose records a grant speaks of. `limited`: all, but for a person limited to communes or collections only those. `own`: of the person's
 * own producer. `ownDraft`: the same, while the lot is a draft. `self`: the person's own account; `others`: all accounts but that.
 * `asked`: what the person asks for in their own name. `authored`: what the person sent. `seen`: the past of records that the
 * person may see.
 */
export type Whose = 'all' | 'limited' | 'own' | 'ownDraft' | 'self' | 'others' | 'asked' | 'authored' | 'seen';

/** Role → whose records; a role that is not named is refused. */
export type Grants = Readonly<Partial<Record<Role, Whose>>>;

export interface Access extends Readonly<Record<Deed, Grants>> {
  /** Ways over relations to the producer that a record belongs to; of several any one counts. */
  producer?: readonly string[];
  /** Ways to the commune that a record belongs to; each that leads somewhere must end in a person's communes. */
  commune?: readonly string[];
  /** With which of the collections that a person may be limited to it goes; without one it is closed to who is limited. */
  desk?: Limitable;
  /** Only approvers make a record public or take it from the public. */
  reviewed?: boolean;
  /**
   * Relations to the records under whose review it stands, for what the public sees with them: where one of those is beyond its draft, whoever
   * has to propose a change of that one (rules/review.ts) proposes making, changing and removing this too.
   */
  reviewedWith?: readonly string[];
  /** Way to the state of the lot that has to be a draft for `ownDraft`. */
  draft?: string;
  /** Fields that programs give: nobody who signs in brings or changes them. */
  given?: readonly string[];
  /** The only fields that may be written under `ownDraft`, `self` or `asked`. */
  writes?: readonly string[];
  /** Fields that are the office's alone where a producer sees its own record. */
  officeOnly?: readonly string[];
}

const NOBODY: Grants = {};
const STAFF: Grants = { viewer: 'all', editor: 'all', approver: 'all', admin: 'all' };
const WRITERS: Grants = { editor: 'all', approver: 'all', admin: 'all' };
const KEEPERS: Grants = { editor: 'limited', approver: 'limited', admin: 'all' };
const APPROVERS: Grants = { approver: 'limited', admin: 'all' };
const ADMINS: Grants = { admin: 'all' };
const STAFF_AND_OWN: Grants = { ...STAFF, producer: 'own' };
const EVERYBODY: Grants = { ...STAFF, producer: 'all' };

const office = { see: STAFF, create: KEEPERS, update: KEEPERS, remove: ADMINS };
const ofProducers = { ...office, see: STAFF_AND_OWN };
const ledger = { see: STAFF, create: NOBODY, update: NOBODY, remove: NOBODY };

const PRODUCER = { producer: ['producer'], commune: ['producer.commune'] };
const OF_PRODUCT = { producer: ['product.producer'], commune: ['product.producer.commune'] };
const OF_LOT = { producer: ['lot.variant.product.producer'], commune: ['lot.variant.product.producer.commune'] };

export const ACCESS: Readonly<Record<CollectionName, Access>> = {
  media: {
    see: STAFF_AND_OWN,
    create: WRITERS,
    update: NOBODY,
    remove: NOBODY,
    producer: ['producers_via_pictures.id', 'products_via_pictures.producer'],
    given: ['preparation', 'problem'],
  },
  communes: { see: EVERYBODY, create: ADMINS, update: ADMINS, remove: ADMINS },
  producers: { ...ofProducers, producer: ['id'], commune: ['commune'], desk: 'producers', reviewed: true },
  // Changed at once on purpose: a proposal would copy personal data to where viewers read it, and a consent withdrawn counts that moment.
  producer_contacts: { ...ofProducers, see: { ...WRITERS, producer: 'own' }, ...PRODUCER, desk: 'producers' },
  products: { ...ofProducers, ...PRODUCER, desk: 'products', reviewed: true },
  pack_variants: { ...ofProducers, ...OF_PRODUCT, desk: 'products', reviewedWith: ['product'] },
  decisions: { see: STAFF, create: APPROVERS, update: APPROVERS, remove: ADMINS, desk: 'decisions' },
  // Criteria are the decision's words; rounds and results are the office's alone until a decision makes recognitions of them.
  criteria: { see: STAFF, create: ADMINS, update: ADMINS, remove: ADMINS },
  rounds: { ...office, desk: 'products' },
  evaluations: { ...office, commune: ['product.producer.commune'], desk: 'products' },
  recognitions: {
    see: STAFF_AND_OWN,
    create: APPROVERS,
    update: APPROVERS,
    remove: ADMINS,
    ...OF_PRODUCT,
    desk: 'decisions',
    officeOnly: ['note', 'evaluation'],
  },
  certificates: {
    ...ofProducers,
    producer: ['producer', 'product.producer'],
    commune: ['producer.commune', 'product.producer.commune'],
    desk: 'products',
    reviewedWith: ['producer', 'product'],
  },
  growing_areas: {
    ...ofProducers,
    producer: ['producers'],
    commune: ['commune'],
    desk: 'producers',
    reviewed: true,
    officeOnly: ['note'],
  },
  lots: {
    see: STAFF_AND_OWN,
    create: { ...KEEPERS, producer: 'ownDraft' },
    update: { ...KEEPERS, producer: 'ownDraft' },
    remove: ADMINS,
    producer: ['variant.product.producer'],
    commune: ['variant.product.producer.commune'],
    desk: 'lots',
    draft: 'state',
    given: ['trace_code', 'corrections'],
    writes: [
      'variant',
      'lot_number',
      'produced_on',
      'packed_on',
      'use_by',
      'quantity',
      'quantity_unit',
      'areas',
      'growing_area',
    ],
    officeOnly: ['stamps_reason', 'corrections'],
  },
  trace_events: {
    see: STAFF_AND_OWN,
    create: { ...KEEPERS, producer: 'ownDraft' },
    update: { ...KEEPERS, producer: 'ownDraft' },
    remove: { ...ADMINS, producer: 'ownDraft' },
    ...OF_LOT,
    desk: 'lots',
    draft: 'lot.state',
    writes: [
      'lot',
      'step',
      'happened_at',
      'place',
      'commune',
      'area',
      'location_code',
      'actor_role',
      'inputs',
      'quantity',
      'quantity_unit',
      'note',
    ],
  },
  sales_points: { ...office, commune: ['commune'], desk: 'sales_points', reviewed: true },
  fairs: { ...office, commune: ['commune'], desk: 'fairs', reviewed: true },
  platforms: { ...office, see: EVERYBODY },
  listings: { ...ofProducers, ...OF_PRODUCT, desk: 'products', reviewedWith: ['product'] },
  published_figures: office,
  targets: { ...office, commune: ['commune'] },
  supports: { ...office, commune: ['commune', 'producer.commune', 'product.producer.commune'] },
  trainings: { ...office, commune: ['commune'] },
  pages: { ...office, reviewed: true },
  synonyms: office,
  addresses: ledger,
  releases: {
    ...ledger,
    create: { approver: 'asked', admin: 'asked' },
    writes: ['action', 'state', 'reason', 'note', 'requested_by', 'target'],
  },
  // The routes of pb_hooks/proposals.js write them; a producer proposes texts of its own profile and products (rules/review.ts).
  proposals: { ...ledger, see: { ...STAFF, producer: 'authored' } },
  revisions: { ...ledger, see: { viewer: 'seen', editor: 'seen', approver: 'seen', admin: 'seen' } },
  imports: { ...ledger, see: WRITERS },
  site_settings: { ...ledger, see: EVERYBODY, update: ADMINS },
  users: {
    see: { ...STAFF, producer: 'self' },
    create: ADMINS,
    update: { viewer: 'self', editor: 'self', approver: 'self', admin: 'all', producer: 'self' },
    remove: { admin: 'others' },
    writes: ['name'],
  },
};

/** Deeds that are no single record's: putting before the public and taking from it, taking a person out of the history. */
export const OTHER_DEEDS: Readonly<Record<'approve' | 'erase', Grants>> = { approve: APPROVERS, erase: ADMINS };

/** Whether a role may do a deed that is no single record's. */
export function mayDo(role: Role, deed: keyof typeof OTHER_DEEDS): boolean {
  return OTHER_DEEDS[deed][role] !== undefined;
}

/** What of a person decides on access; `Role` alone speaks for people without limits. */
export interface AccessPerson {
  role: Role;
  /** Ids of the only communes whose records this person writes; empty: all. */
  communes: readonly string[];
  /** The only collections that this person writes; empty: all. */
  collections: readonly string[];
}

/** Whether a person's limits close a collection as a whole. */
export function isClosedTo(
  { communes, collections }: Pick<AccessPerson, 'communes' | 'collections'>,
  collection: CollectionName,
): boolean {
  const { desk, commune = [] } = ACCESS[collection];
  const isOtherDesk = collections.length > 0 && (desk === undefined || collections.indexOf(desk) < 0);
  return isOtherDesk || (communes.length > 0 && commune.length === 0);
}

/** Whose records of a collection a person may see or write; nothing where none. Of `limited` ones PocketBase knows which. */
export function grantOf(person: AccessPerson, deed: Deed, collection: CollectionName): Whose | undefined {
  const whose = ACCESS[collection][deed][person.role];
  return whose === 'limited' && isClosedTo(person, collection) ? undefined : whose;
}
