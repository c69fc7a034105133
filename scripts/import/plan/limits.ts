/**
 * What a person who is limited to communes or collections may not write, foretold row by row: the route that writes (pb_hooks/imports.js)
 * refuses an import whole, by the rules derived from the same table of access (`communesRule` of domain/accessRules.ts).
 */
import { ACCESS, type AccessPerson, type Deed, isClosedTo } from '#domain/access.ts';
import { fieldsOf, type Noun } from '#domain/noun.ts';
import { type CollectionName, nouns } from '#domain/nouns.ts';
import { LIMIT_WORDS } from '#domain/rules/limitWords.ts';
import type { RecordChange } from './report.ts';
import type { Existing, Imported, Rec, WorkingSet } from './workingSet.ts';

type Get = (collection: Imported, id: string) => Rec | undefined;

const WAY_OUT = {
  outside: 'Dòng này cần người được giao nơi ấy nhập; các dòng khác vẫn ghi được.',
  closed: 'Dòng này cần người được giao loại ấy nhập; các dòng khác vẫn ghi được.',
} as const;
const DEEDS: readonly Deed[] = ['create', 'update'];

const textOf = (record: Rec | undefined, field: string) => String(record?.[field] ?? '');

function targetOf(collection: Imported, field: string): Imported | undefined {
  const shape = fieldsOf(nouns[collection] as Noun).find(([name]) => name === field)?.[1];
  return shape?.to as Imported | undefined;
}

/** Where a way over relations ends; empty where it leads nowhere. */
function endOf(collection: Imported, record: Rec | undefined, way: readonly string[], get: Get): string {
  const [field = '', ...rest] = way;
  const value = textOf(record, field);
  const to = targetOf(collection, field);
  if (value === '' || rest.length === 0 || to === undefined) return value;
  return endOf(to, get(to, value), rest, get);
}

/** Of several ways each that leads somewhere must end within the communes, and one must. */
function isWithin(collection: Imported, record: Rec, communes: readonly string[], get: Get): boolean {
  const ways = (ACCESS[collection].commune ?? []).map((way) => way.split('.'));
  const taken = ways.filter(([start = '']) => textOf(record, start) !== '');
  return taken.length > 0 && taken.every((way) => communes.includes(endOf(collection, record, way, get)));
}

/** What a change is about: a code of an earlier stamp system goes with what it leads to. */
function subjectOf(change: RecordChange, working: WorkingSet): { collection: Imported; id: string; isNew: boolean } {
  const address = change.collection === 'addresses' ? working.get('addresses', change.id) : undefined;
  if (address === undefined)
    return { collection: change.collection as Imported, id: change.id, isNew: change.action === 'create' };
  return { collection: address['collection'] as Imported, id: textOf(address, 'record'), isNew: false };
}

/** The name of a record; of one that is named by another, that one's. */
function nameOf(collection: Imported, record: Rec | undefined, get: Get): string {
  const { label, title } = nouns[collection];
  const to = targetOf(collection, title);
  const named = textOf(record, title);
  const name = to === undefined ? named : textOf(get(to, named), nouns[to].title);
  return name === '' ? label.one : `${label.one} “${name}”`;
}

/** Whether the person's limits, and not already the role, close a collection. */
function isClosedByLimits(person: AccessPerson, collection: CollectionName): boolean {
  return isClosedTo(person, collection) && DEEDS.some((deed) => ACCESS[collection][deed][person.role] === 'limited');
}

/** Says why a row's changes are not the person's to write; empty where they are. Asked while the working set holds them. */
export type RefuseBeyond = (changes: readonly RecordChange[]) => string;

/** Opens the question for a person over the records as they were; nothing to ask for somebody without limits. */
export function limitsOf(person: AccessPerson, existing: Existing, working: WorkingSet): RefuseBeyond | undefined {
  if (person.communes.length === 0 && person.collections.length === 0) return undefined;
  const were = new Map<Imported, ReadonlyMap<string, Rec>>();
  const getBefore: Get = (collection, id) => {
    const known = were.get(collection) ?? new Map((existing[collection] ?? []).map((record) => [record.id, record]));
    were.set(collection, known);
    return known.get(id);
  };
  const isOutside = (collection: Imported, id: string, isNew: boolean) => {
    if (person.communes.length === 0 || ACCESS[collection].update[person.role] === 'all') return false;
    if (ACCESS[collection].commune === undefined) return false;
    const [before, after] = [getBefore(collection, id), working.get(collection, id)];
    const was = isNew || before === undefined || isWithin(collection, before, person.communes, getBefore);
    return !was || after === undefined || !isWithin(collection, after, person.communes, working.get);
  };
  return (changes) => {
    for (const change of changes) {
      const { collection, id, isNew } = subjectOf(change, working);
      const why = isClosedByLimits(person, collection) ? 'closed' : isOutside(collection, id, isNew) ? 'outside' : null;
      if (why === null) continue;
      const name = nameOf(collection, working.get(collection, id), working.get);
      return `${name}: ${LIMIT_WORDS[why]}. ${WAY_OUT[why]}`;
    }
    return '';
  };
}
