/**
 * PocketBase's rule texts, derived from the table of access. Migrations are frozen and import nothing, so they carry these texts as they
 * were; a test compares what a freshly migrated PocketBase holds with what is derived here. `node scripts/access.ts rules` prints them.
 */
import { ACCESS, type Access, type Deed, OTHER_DEEDS, type Whose } from './access.ts';
import type { FieldShape } from './field.ts';
import { fieldsOf, type Noun } from './noun.ts';
import { type CollectionName, nouns } from './nouns.ts';
import { UNREVISED } from './rules/revision.ts';
import { ROLES, type Role } from './user.ts';

/** A collection's rules, as PocketBase names them; null: nobody but superusers. */
export interface RuleTexts {
  listRule: string | null;
  viewRule: string | null;
  createRule: string | null;
  updateRule: string | null;
  deleteRule: string | null;
}

const joined = (rules: readonly string[], sign: string) =>
  rules.length === 1 ? (rules[0] ?? '') : rules.map((rule) => `(${rule})`).join(` ${sign} `);
const any = (...rules: readonly string[]) => joined(rules, '||');
const all = (...rules: readonly string[]) =>
  joined(
    rules.filter((rule) => rule !== ''),
    '&&',
  );
const hasRole = (roles: readonly Role[]) => roles.map((role) => `@request.auth.role = '${role}'`).join(' || ');

/** What the record would point at, along a way that begins with a field of it; only where the request changes that field. */
function moved(way: string, holds: (way: string) => string): string {
  const field = way.split('.')[0] ?? way;
  return field === 'id' ? '' : any(`@request.body.${field}:changed = false`, holds(`@request.body.${way}`));
}

/** For records as they are and, where one is changed, as it would be. */
function nowAndThen(way: string, deed: Deed, holds: (way: string) => string): string {
  return deed === 'update' ? all(holds(way), moved(way, holds)) : holds(way);
}

/** The shape of the field in which a way ends; nothing for one that comes back over `_via_` or ends in an id. */
function endOf(name: CollectionName, way: string): FieldShape | undefined {
  const [field = '', ...rest] = way.split('.');
  const shape = fieldsOf(nouns[name] as Noun).find(([each]) => each === field)?.[1];
  return shape?.to === undefined || rest.length === 0 ? shape : endOf(shape.to as CollectionName, rest.join('.'));
}

/** Of many producers it is enough to be one. */
function mineRule(name: CollectionName, way: string): (way: string) => string {
  if (endOf(name, way)?.many === true) return (at) => `${at} ~ @request.auth.producer`;
  return (at) => `@request.auth.producer ${at.includes('_via_') ? '?=' : '='} ${at}`;
}

function ownRule(name: CollectionName, deed: Deed): string {
  const ways = (ACCESS[name].producer ?? []).map((way) => nowAndThen(way, deed, mineRule(name, way)));
  return all(`@request.auth.producer != ''`, any(...ways));
}

/** What a producer's record points at besides is its own as well, where it sees no others. */
function ownRelationsRule(name: CollectionName, deed: Deed): string {
  const { writes = [], producer = [] } = ACCESS[name];
  const rules = fieldsOf(nouns[name] as Noun).flatMap(([field, { to, many }]) => {
    if (to === undefined || !writes.includes(field) || producer.some((way) => way.startsWith(`${field}.`))) return [];
    const target = ACCESS[to as CollectionName];
    const [way] = target.producer ?? [];
    if (target.see.producer !== 'own' || way === undefined) return [];
    const isMine = mineRule(to as CollectionName, way);
    const held = deed === 'update' ? moved(`${field}.${way}`, isMine) : isMine(`${field}.${way}`);
    return [
      any(`${deed === 'update' ? '@request.body.' : ''}${field}${many === true ? ':length = 0' : " = ''"}`, held),
    ];
  });
  return all(...rules);
}

// Ids hold no sign that LIKE knows, and JSON's own quotes keep one name from being found in another.
const inCommunes = (way: string) => `${way} != '' && @request.auth.communes ~ ${way}`;

/** Of several ways each that leads somewhere must end within the person's communes, and one must. */
function communesRule(ways: readonly string[], deed: Deed): string {
  const held = (way: string) => nowAndThen(way, deed, inCommunes);
  if (ways.length < 2) return ways.map(held).join('');
  const starts = ways.map((way) => way.split('.')[0] ?? way);
  const each = ways.map((way, at) => any(`${starts[at]} = ''`, inCommunes(way)));
  const then = deed === 'update' ? ways.map((way) => moved(way, inCommunes)) : [];
  return all(any(...starts.map((start) => `${start} != ''`)), ...each, ...then);
}

/** Editors and approvers may be limited to communes and to collections; nothing said is no limit. */
function limitedRule({ commune = [], desk }: Access, deed: Deed): string {
  const noCommunes = '@request.auth.communes:length = 0';
  const noCollections = '@request.auth.collections:length = 0';
  return all(
    desk === undefined ? noCollections : any(noCollections, `@request.auth.collections ~ '"${desk}"'`),
    commune.length === 0 ? noCommunes : any(noCommunes, communesRule(commune, deed)),
  );
}

function emptyRule(name: string, { kind, many }: FieldShape): string {
  if (kind === 'flag') return `${name} = false`;
  if (kind === 'number') return `${name} = 0`;
  if (kind === 'json') return `@request.body.${name}:isset = false`;
  return many ? `${name}:length = 0` : `${name} = ''`;
}

/** Fields that this grant may not write: nothing in them at first, unchanged later. */
function untouchedRule(name: CollectionName, { writes = [], given = [], draft }: Access, deed: Deed): string {
  if (deed !== 'create' && deed !== 'update') return '';
  const closed = fieldsOf(nouns[name] as Noun).filter(
    ([field]) => field !== 'version' && !writes.includes(field) && !given.includes(field),
  );
  if (deed === 'update') return all(...closed.map(([field]) => `@request.body.${field}:changed = false`));
  return all(...closed.filter(([field]) => field !== draft).map(([field, shape]) => emptyRule(field, shape)));
}

/** PocketBase's own fields of an account, which its owner changes nowhere but through the password's form. */
const KEPT_OF_SELF = ['email', 'emailVisibility', 'verified'].map((name) => `@request.body.${name}:changed = false`);

function draftRule({ draft = '' }: Access, deed: Deed): string {
  const isDraft = (way: string) => `${way} = 'draft'`;
  return draft.includes('.') ? nowAndThen(draft, deed, isDraft) : isDraft(draft);
}

/** The past of records that a role may not see is closed to it; that of accounts to all but admins, as it names addresses. */
function seenRule(roles: readonly Role[]): string {
  const about = (role: Role) =>
    (Object.keys(ACCESS) as CollectionName[]).filter(
      (name) => ACCESS[name].see[role] !== 'all' || (name === 'users' && role !== 'admin'),
    );
  const closed = (role: Role) => about(role).filter((name) => !UNREVISED.includes(name));
  return any(...roles.map((role) => all(hasRole([role]), ...closed(role).map((name) => `collection != '${name}'`))));
}

function whoseRule(name: CollectionName, whose: Whose, deed: Deed): string {
  const access = ACCESS[name];
  switch (whose) {
    case 'all':
    case 'seen':
      return '';
    case 'limited':
      return limitedRule(access, deed);
    case 'own':
      return ownRule(name, deed);
    case 'ownDraft':
      return all(
        ownRule(name, deed),
        draftRule(access, deed),
        deed === 'remove' ? '' : ownRelationsRule(name, deed),
        untouchedRule(name, access, deed),
      );
    case 'self':
      return deed === 'see'
        ? 'id = @request.auth.id'
        : all('id = @request.auth.id', untouchedRule(name, access, deed), ...KEPT_OF_SELF);
    case 'others':
      return 'id != @request.auth.id';
    case 'authored':
      return 'author = @request.auth.id';
    case 'asked':
      return all(
        `@request.body.state = 'queued'`,
        '@request.body.requested_by = @request.auth.id',
        untouchedRule(name, access, deed),
      );
  }
}

/** A record becomes public and stops being so by an approver's hand alone. */
function reviewRule(deed: Deed): string {
  const unapproved = `@request.body.state = 'draft' || @request.body.state = 'waiting'`;
  const approver = hasRole(Object.keys(OTHER_DEEDS.approve) as Role[]);
  if (deed === 'create') return any(unapproved, approver);
  return any(
    '@request.body.state:changed = false',
    all(unapproved, `state != 'approved'`, `state != 'withdrawn'`),
    approver,
  );
}

function givenRule({ given = [] }: Access, deed: Deed): string {
  if (deed === 'update') return all(...given.map((field) => `@request.body.${field}:changed = false`));
  const unsaid = (field: string) => any(`@request.body.${field}:isset = false`, `@request.body.${field} = ''`);
  // The program gives ids too: nobody takes up that of a record which was deleted.
  return all('@request.body.id:isset = false', ...given.map(unsaid));
}

/** The rule of one deed; null where nobody may. */
export function ruleOf(name: CollectionName, deed: Deed): string | null {
  const grants = Object.entries(ACCESS[name][deed]) as [Role, Whose][];
  if (grants.length === 0) return null;
  const whoses = [...new Set(grants.map(([, whose]) => whose))];
  const granted = whoses.map((whose) => {
    const roles = (Object.keys(ROLES) as Role[]).filter((role) => ACCESS[name][deed][role] === whose);
    return whose === 'seen' ? seenRule(roles) : all(hasRole(roles), whoseRule(name, whose, deed));
  });
  const isWritten = deed === 'create' || deed === 'update';
  return all(
    any(...granted),
    isWritten && ACCESS[name].reviewed === true ? reviewRule(deed) : '',
    isWritten ? givenRule(ACCESS[name], deed) : '',
  );
}

/** All rules of a collection. */
export function rulesOf(name: CollectionName): RuleTexts {
  const see = ruleOf(name, 'see');
  return {
    listRule: see,
    viewRule: see,
    createRule: ruleOf(name, 'create'),
    updateRule: ruleOf(name, 'update'),
    deleteRule: ruleOf(name, 'remove'),
  };
}
