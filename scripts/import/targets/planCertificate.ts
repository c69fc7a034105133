import { CERTIFICATE_SCHEMES } from '#domain/certificate.ts';
import { dayBounds } from '#domain/rules/day.ts';
import { fold } from '#domain/rules/fold.ts';
import { readArea } from '../cells/readArea.ts';
import { readDay } from '../cells/readDay.ts';
import { ask, type Reading, right } from '../cells/reading.ts';
import { productKey, readProductName } from '../cells/readProductName.ts';
import { readScheme, type Scheme } from '../cells/readScheme.ts';
import type { RowDesk } from '../plan/rowDesk.ts';
import { type Rec, schemaProblem, type WorkingSet } from '../plan/workingSet.ts';
import type { ImportContext, PlanRow } from './context.ts';
import { findProduct } from './findProduct.ts';
import { namesNobody, planProducer, type ReadProducer, readRowProducer } from './planProducer.ts';
import { lineOf } from './readParts.ts';

/** Who holds the paper: a producer, for all it makes or for one product. */
interface Holder {
  /** Null: nobody is named beside the product. */
  producer: ReadProducer | null;
  /** Empty: the paper is not for one product. */
  product: string;
  title: string;
}

/** Of a producer's products the one named; a name that none bears is asked about: the paper may be the producer's. */
function productOf(desk: RowDesk, context: ImportContext, producer: ReadProducer): string | undefined {
  const name = desk.read('product_name', readProductName);
  if (name === undefined) return desk.cell('product_name') === '' ? '' : undefined;
  const { id, similar } =
    producer.id === null ? { id: null, similar: [] } : context.products.find(producer.id, name.key);
  if (id !== null) return id;
  return desk.settle(
    'product_match',
    'product_name',
    ask('Chủ thể chưa có sản phẩm này trong danh mục.', [
      ...similar.map((each) => ({ value: each.id, label: each.name })),
      { value: '', label: 'Chứng nhận của chủ thể, không riêng sản phẩm' },
    ]),
  );
}

/** Whether a record is a paper of this kind; papers of no known kind are told apart by their names. */
const isOfKind = (record: Rec, { scheme, name }: Scheme) =>
  record['scheme'] === scheme && fold(String(record['scheme_name'] ?? '')) === fold(name);

/** Whether a producer already holds the paper of this kind and number: it proves that a person of the name is the same. */
function holdsPaper({ working }: ImportContext, kind: Scheme | undefined, number: string) {
  const isIt = (each: Rec) =>
    kind !== undefined && isOfKind(each, kind) && numberKey(each['number']) === numberKey(number);
  return (id: string) => working.find('certificates', 'producer', id).some(isIt);
}

function readHolder(desk: RowDesk, context: ImportContext, holds: (id: string) => boolean): Holder | undefined {
  if (namesNobody(desk)) {
    const product = findProduct(desk, context);
    return product === undefined ? undefined : { producer: null, product: product.id, title: product.name };
  }
  const key = productKey(desk.text('product_name'));
  const owns = (id: string) => key !== '' && context.products.find(id, key).id !== null;
  const producer = readRowProducer(desk, context, (id) => owns(id) || holds(id));
  const product = producer === undefined ? undefined : productOf(desk, context, producer);
  if (producer === undefined || product === undefined) return undefined;
  return { producer, product, title: producer.name.name };
}

function readKind(desk: RowDesk): Scheme | undefined {
  if (desk.cell('scheme') !== '') return desk.read('scheme', readScheme);
  const all = Object.entries(CERTIFICATE_SCHEMES).filter(([scheme]) => scheme !== 'other');
  return desk.settle(
    'scheme',
    'scheme',
    ask(
      'Thiếu loại chứng nhận: cần chọn.',
      all.map(([scheme, label]) => ({ value: { scheme: scheme as Scheme['scheme'], name: '' }, label })),
    ),
  );
}

const numberKey = (number: unknown) => fold(String(number ?? '')).replace(/[^a-z0-9]/g, '');
const mayBeSameDay = (a: string, b: string) => a === '' || b === '' || a.startsWith(b) || b.startsWith(a);

function isOf(record: Rec, producer: string, product: string): boolean {
  if (product !== '' && record['product'] === product) return true;
  return producer !== '' && record['producer'] === producer && (record['product'] ?? '') === product;
}

/** The paper by scheme and number; the same number at another holder is asked about: groups share one, and people mistype. */
function match(working: WorkingSet, kind: Scheme, read: Facts, holder: Holder): Reading<string | null> {
  const producer = holder.producer?.id ?? '';
  const ofScheme = [...working.find('certificates', 'scheme', kind.scheme)];
  if (read.number === '') {
    const fitting = ofScheme.filter(
      (each) =>
        isOf(each, producer, holder.product) &&
        isOfKind(each, kind) &&
        mayBeSameDay(String(each['issued_on'] ?? ''), read.issued_on),
    );
    const unnumbered = fitting.filter((each) => numberKey(each['number']) === '');
    // A paper that came without a number is not one of those that came with theirs.
    const [only] = unnumbered.length === 1 ? unnumbered : fitting;
    if (unnumbered.length === 1 || fitting.length < 2) return right(only?.id ?? null);
    return ask('Chủ thể có nhiều chứng nhận loại này: cần chọn.', [
      ...fitting.map((each) => ({ value: each.id, label: `Số ${each['number'] || '(không ghi)'}` })),
      { value: null, label: 'Chứng nhận mới' },
    ]);
  }
  const numbered = ofScheme.filter((each) => numberKey(each['number']) === numberKey(read.number));
  const own = numbered.find((each) => isOf(each, producer, holder.product));
  if (own !== undefined) return right(own.id);
  // The same paper told once with its product and once without.
  if (numbered.length === 0) return right(null);
  return ask('Số chứng nhận này đã ghi cho nơi khác: cần xác nhận.', [
    { value: null, label: `Ghi riêng cho ${holder.title}` },
    ...numbered.map((each) => ({ value: each.id, label: `Là chứng nhận đã có của ${holderName(each, working)}` })),
  ]);
}

function holderName(record: Rec, working: WorkingSet): string {
  const producer = working.get('producers', String(record['producer'] ?? ''))?.['name'];
  return String(producer ?? working.get('products', String(record['product'] ?? ''))?.['name'] ?? '(không rõ)');
}

interface Facts {
  number: string;
  issuer: string;
  scope: string;
  area_ha: number | '';
  issued_on: string;
  expires_on: string;
}

function readFacts(desk: RowDesk): Facts {
  const facts = {
    number: desk.read('number', lineOf(80)) ?? '',
    issuer: desk.read('issuer', lineOf(300)) ?? '',
    scope: desk.read('scope', lineOf(500)) ?? '',
    area_ha: desk.read('area', (cell) => readArea(cell, desk.heading('area'))) || ('' as const),
    issued_on: desk.read('issued_on', readDay) ?? '',
    expires_on: desk.read('expires_on', readDay) ?? '',
  };
  const [start, end] = [dayBounds(facts.issued_on)?.first ?? '', dayBounds(facts.expires_on)?.last ?? ''];
  if (start !== '' && end !== '' && end < start) desk.refuse('expires_on', 'Hết hạn trước ngày cấp.');
  return facts;
}

/** A list of certificates. A holder who is not there yet is made, as a draft. */
export const planCertificateRow: PlanRow = (desk, context) => {
  const { working } = context;
  const kind = readKind(desk);
  const facts = readFacts(desk);
  const holder = readHolder(desk, context, holdsPaper(context, kind, facts.number));
  const stated = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
  const problem = schemaProblem('certificates', stated);
  if (problem !== null) desk.refuse(problem.field, problem.why);
  if (holder === undefined || kind === undefined || desk.problems.length > 0) return null;
  const id = desk.settle('certificate_match', 'number', match(working, kind, facts, holder));
  if (id === undefined || desk.problems.length > 0) return null;
  const maker = holder.producer === null ? { id: '', changes: [] } : planProducer(holder.producer, context);
  const fresh = { producer: maker.id, product: holder.product, scheme: kind.scheme, scheme_name: kind.name };
  const { change } = working.put('certificates', id, id === null ? { ...fresh, ...stated } : stated);
  return {
    title: `${CERTIFICATE_SCHEMES[kind.scheme]} ${facts.number} – ${holder.title}`,
    changes: [...maker.changes, ...(change === null ? [] : [change])],
    isNew: id === null,
  };
};
