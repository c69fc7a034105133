/** Many records for trying out size. Each says in its name that it is a test; none could be taken for a product. */
import { randomBytes } from 'node:crypto';
import { addDays, type Day } from '#domain/rules/day.ts';
import { nameToSlug } from '#domain/rules/slug.ts';
import { newTraceCode } from '#domain/rules/traceCode.ts';
import { communesOf } from './communes.ts';
import { idOf, joinPlans, type NewRecord, type Plan } from './plan.ts';
import type { DemonstrationSet } from './sets.ts';

const PRODUCER = 'Cơ sở thử tải';
const PRODUCT = 'Sản phẩm thử tải';
const LOT = 'TT';
const PRODUCTS_PER_PRODUCER = 20;
const CRITERIA_SETS = 26;
/** Enough random bytes that a code's nine signs are hardly ever short. */
const CODE_BYTES = 24;

function numbered(words: string, number: number, digits: number): string {
  return `${words} ${String(number).padStart(digits, '0')}`;
}

function freshTraceCode(): string {
  for (;;) {
    const code = newTraceCode(randomBytes(CODE_BYTES));
    if (code !== null) return code;
  }
}

function producer(number: number, communes: string[]): NewRecord {
  const name = numbered(PRODUCER, number, 3);
  return {
    id: idOf('producers', name),
    name,
    slug: nameToSlug(name),
    kind: 'company',
    report_bucket: 'company',
    commune: communes[number % communes.length] ?? '',
    state: 'approved',
    demonstration: true,
  };
}

/** Number of the producer that makes a product. */
function makerOf(product: number): number {
  return Math.ceil(product / PRODUCTS_PER_PRODUCER);
}

function packId(product: number): string {
  return idOf('pack_variants', numbered(PRODUCT, product, 5));
}

function product(number: number, today: Day): Plan {
  const name = numbered(PRODUCT, number, 5);
  const maker = numbered(PRODUCER, makerOf(number), 3);
  const id = idOf('products', name);
  const record = {
    id,
    name,
    slug: nameToSlug(name),
    producer: idOf('producers', maker),
    criteria_set: (number % CRITERIA_SETS) + 1,
    programme_state: 'recognised',
    description: `Bản ghi số ${number} do phần mềm tạo ra để thử tải.`,
    state: 'approved',
    demonstration: true,
  };
  // Spread over five years: some certificates are in force, some have ended.
  const issuedOn = addDays(today, -((number * 37) % 1800));
  return {
    products: [record],
    pack_variants: [{ id: packId(number), product: id, net_contents: '500 g' }],
    recognitions: [{ id: idOf('recognitions', name), product: id, stars: 3 + (number % 2), issued_on: issuedOn }],
  };
}

function lot(number: number, products: number, today: Day): Plan {
  const id = idOf('lots', `Lô thử tải ${number}`);
  const producedOn = addDays(today, -(number % 300));
  const packedOn = addDays(producedOn, 1);
  const event = { lot: id, place: 'Xưởng thử tải', demonstration: true };
  return {
    lots: [
      {
        id,
        variant: packId((number % products) + 1),
        lot_number: `${LOT}${String(number).padStart(6, '0')}`,
        trace_code: freshTraceCode(),
        state: 'active',
        produced_on: producedOn,
        packed_on: packedOn,
        use_by: addDays(producedOn, 365),
        quantity: 100,
        quantity_unit: 'gói',
        demonstration: true,
      },
    ],
    trace_events: [
      { ...event, id: idOf('trace_events', `${id} 1`), step: 'processing', happened_at: `${producedOn} 07:00` },
      { ...event, id: idOf('trace_events', `${id} 2`), step: 'packing', happened_at: `${packedOn} 08:00` },
    ],
  };
}

function numbersFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The synthetic products from one number to another with packs and recognitions, and the producers that begin among them. */
export function syntheticProducts(set: DemonstrationSet, today: Day, from: number, to: number): Plan {
  const communes = [...communesOf(set).values()].map((commune) => commune.id);
  const numbers = numbersFrom(from, to);
  const makers = numbers.filter((number) => number % PRODUCTS_PER_PRODUCER === 1).map(makerOf);
  return joinPlans(
    { producers: makers.map((maker) => producer(maker, communes)) },
    ...numbers.map((number) => product(number, today)),
  );
}

/** The synthetic lots from one number to another, with short diaries, spread over so many synthetic products. */
export function syntheticLots(today: Day, products: number, from: number, to: number): Plan {
  return joinPlans(...numbersFrom(from, to).map((number) => lot(number, products, today)));
}
