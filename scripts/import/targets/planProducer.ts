import { PRODUCER_KINDS, type ProducerKind, REPORT_BUCKETS } from '#domain/producer.ts';
import { fold } from '#domain/rules/fold.ts';
import { ask, type Reading, refuse, right } from '../cells/reading.ts';
import { readPhone } from '../cells/readPhone.ts';
import { type ProducerName, readProducer } from '../cells/readProducer.ts';
import { readLine } from '../cells/text.ts';
import type { RecordChange } from '../plan/report.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { schemaProblem } from '../plan/workingSet.ts';
import type { Cell } from '../read/sheet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { lineOf, readCommune, readLink, readPoint, readSoundTaxCode, readSource } from './readParts.ts';

/** A producer as a row names it: read, matched, not yet planned. */
export interface ReadProducer {
  name: ProducerName;
  /** Null: new. */
  id: string | null;
  record: Record<string, unknown>;
  contact: Record<string, unknown>;
}

const KIND_WORDS: readonly [RegExp, ProducerKind][] = [
  [/to hop tac|^tht$/, 'cooperative_group'],
  [/hop tac xa|^htx/, 'cooperative'],
  [/\bho\b|ca nhan|ca the/, 'household'],
  [/trang trai/, 'farm'],
  [/doanh nghiep|cong ty|^dn$|^cty/, 'company'],
  [/co so|lang nghe|khac/, 'other'],
];

/** The kind that a column states in words. */
function readKind(cell: Cell): Reading<ProducerKind> {
  const line = readLine(cell);
  if (line.status !== 'right') return refuse(line.why);
  const kind = KIND_WORDS.find(([pattern]) => pattern.test(fold(line.value)))?.[1];
  return kind === undefined ? right('other', 'Loại hình không rõ: xếp vào “Khác”.') : right(kind);
}

/** A column that states another kind than the name does. "Cơ sở" in a name says nothing certain, so the column decides there. */
function settleKind(desk: RowDesk, name: ProducerName): ProducerKind | undefined {
  const stated = desk.read('producer_kind', readKind);
  if (stated === undefined || stated === name.kind || stated === 'other') return name.kind;
  if (name.kind === 'other') return stated;
  return desk.settle(
    'producer_kind',
    'producer_kind',
    ask(`Cột ghi “${PRODUCER_KINDS[stated]}”, tên cho thấy “${PRODUCER_KINDS[name.kind]}”.`, [
      { value: name.kind, label: PRODUCER_KINDS[name.kind] },
      { value: stated, label: PRODUCER_KINDS[stated] },
    ]),
  );
}

/** What reports collapse the kind to; groups, farms and the rest are the office's to sort. */
const bucket = (kind: ProducerKind) => (Object.hasOwn(REPORT_BUCKETS, kind) ? kind : '');

/** A name without legal form that a known producer bears is that producer's question, not one about its kind. */
function readName(desk: RowDesk): ProducerName | undefined {
  if (desk.cell('producer') === '') {
    desk.refuse('producer', 'Thiếu tên chủ thể.');
    return undefined;
  }
  const name = desk.read('producer', readProducer);
  if (name === undefined) return undefined;
  const kind = settleKind(desk, name);
  return kind === undefined ? undefined : { ...name, kind, naturalPerson: name.naturalPerson || kind === 'household' };
}

function readContact(desk: RowDesk, name: ProducerName): Record<string, unknown> {
  const contact = {
    phone: desk.read('phone', readPhone) ?? '',
    email: desk.read('email', lineOf(200)) ?? '',
    address_as_printed: desk.read('address', lineOf(300)) ?? name.place,
    representative: desk.read('representative', lineOf(300)) ?? '',
  };
  const problem = schemaProblem('producer_contacts', contact);
  if (problem !== null) desk.refuse(problem.field, problem.why);
  return contact;
}

/** What two persons of one name hardly share. */
const CONTACT_PROOF = ['phone', 'email', 'address_as_printed'] as const;

/** Whether a producer's contact already carries the row's phone or address. */
function sameContact(context: ImportContext, contact: Readonly<Record<string, unknown>>) {
  const equal = (a: unknown, b: unknown) => a !== '' && a === b;
  return (id: string) =>
    context.working
      .find('producer_contacts', 'producer', id)
      .some((known) => CONTACT_PROOF.some((field) => equal(known[field], contact[field])));
}

/** Columns that tell of a producer whom the row should then name. */
const ABOUT_PRODUCER = ['producer_kind', 'tax_code', 'representative', 'phone', 'email', 'address', 'website'] as const;

/** Whether a row says nothing at all of who makes its product. */
export function namesNobody(desk: RowDesk): boolean {
  return desk.cell('producer') === '' && ABOUT_PRODUCER.every((field) => desk.cell(field) === '');
}

/**
 * Reads and matches a row's producer. `alsoKnown` adds the target's own proof that a namesake is the same; `isBare`: the row was read to say
 * neither where the producer is nor how to reach it.
 */
export function readRowProducer(
  desk: RowDesk,
  context: ImportContext,
  alsoKnown: (id: string, isBare: boolean) => boolean = () => false,
): ReadProducer | undefined {
  const name = readName(desk);
  const commune = readCommune(desk, context, name?.place ?? '');
  if (name === undefined) return undefined;
  const contact = readContact(desk, name);
  const record = {
    name: name.name,
    kind: name.kind,
    report_bucket: bucket(name.kind),
    commune: commune ?? '',
    tax_code: desk.read('tax_code', readSoundTaxCode) ?? '',
    website: desk.read('website', readLink) ?? '',
    point: readPoint(desk),
  };
  const problem = schemaProblem(
    'producers',
    record.point === undefined ? { ...record, point: { lon: 0, lat: 0 } } : record,
  );
  if (problem !== null) desk.refuse(problem.field === 'name' ? 'producer' : problem.field, problem.why);
  if (commune === undefined) return undefined;
  const contactSame = sameContact(context, contact);
  const saysPlace = commune !== '' || contact['address_as_printed'] !== '';
  const isBare = !saysPlace && contact['phone'] === '' && contact['email'] === '';
  const knownAs = (id: string) =>
    alsoKnown(id, isBare) || contactSame(id) || (!saysPlace && context.working.isMade(id) && placeless(context, id));
  const communeOf = (id: string) => String(context.working.get('producers', id)?.['commune'] ?? '');
  const match = desk.settle(
    'producer_match',
    'producer',
    context.producers.match(name, { commune, communeOf, knownAs }),
  );
  return match === undefined ? undefined : { name, id: match, record, contact };
}

/** Planned in this import without any place, like the row at hand: one list means one producer by one name. */
function placeless(context: ImportContext, id: string): boolean {
  return context.working.get('producers', id)?.['commune'] === undefined;
}

/** Plans the producer and its contact. Names and kinds that are there already are never overwritten by other spellings. */
export function planProducer(producer: ReadProducer, context: ImportContext): { id: string; changes: RecordChange[] } {
  const { name, record } = producer;
  const { working } = context;
  // A person's address says nothing of the name; it is made when the import is applied.
  const slug = name.naturalPerson ? {} : { slug: working.freeSlug('producers', name.name) };
  const { name: _, kind: __, report_bucket: ___, ...facts } = record;
  const fresh = { ...record, ...slug, natural_person: name.naturalPerson, state: context.state };
  const put = working.put('producers', producer.id, producer.id === null ? fresh : facts);
  const stored = working.get('producers', put.id);
  if (producer.id === null && stored !== undefined) working.whenTakenBack(context.producers.add(stored));
  return {
    id: put.id,
    changes: [put.change, planContact(producer, put.id, context)].filter((change) => change !== null),
  };
}

/** Contacts never become public by import: no switch is set, whoever it is. */
function planContact(producer: ReadProducer, id: string, context: ImportContext): RecordChange | null {
  if (Object.values(producer.contact).every((value) => value === '')) return null;
  const known = contactOf(context, id);
  return context.working.put('producer_contacts', known, {
    ...(known === null ? { producer: id } : {}),
    ...producer.contact,
  }).change;
}

function contactOf(context: ImportContext, producer: string): string | null {
  return context.working.find('producer_contacts', 'producer', producer)[0]?.id ?? null;
}

function isNameOnly(context: ImportContext, id: string): boolean {
  return (context.working.get('producers', id)?.['commune'] ?? '') === '' && contactOf(context, id) === null;
}

/** A list of producers. */
export const planProducerRow: PlanRow = (desk, context) => {
  // A person of whom list and record know the name alone: taking them for one adds nothing to either.
  const producer = readRowProducer(desk, context, (id, isBare) => isBare && isNameOnly(context, id));
  const source = desk.read('source_url', readSource) ?? '';
  if (producer === undefined || desk.problems.length > 0) return null;
  const { changes } = planProducer({ ...producer, record: { ...producer.record, source_url: source } }, context);
  return { title: producer.name.name, changes, isNew: producer.id === null };
};
