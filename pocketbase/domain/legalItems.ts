/**
 * The ten items that a traceability record must hold (Circular 02/2024/TT-BKHCN). The trace page names each, given or not; the admin
 * prints no stamps below 10/10 without a recorded reason. Strict on purpose: what nobody declared is missing, nothing is inferred.
 */
import { CERTIFICATE_SCHEMES, type Certificate } from './certificate.ts';
import { criteriaSet } from './criteriaSets.ts';
import type { Lot } from './lot.ts';
import type { PackVariant } from './packVariant.ts';
import type { Product } from './product.ts';
import { dayToVietnamese } from './rules/day.ts';
import type { WithheldItem } from './snapshot.ts';
import type { TraceEvent } from './traceEvent.ts';

/** `withheld`: declared to the office, not shown at the person's request. `notApplicable`: "if any", and this kind of goods has none. */
export type LegalStatus = 'given' | 'missing' | 'withheld' | 'notApplicable';

export interface LegalItem {
  number: number;
  name: string;
  status: LegalStatus;
  /** As shown; for a missing item what is there of it, often empty. */
  value: string;
}

export interface LegalFacts {
  lot: Pick<Lot, 'trace_code' | 'produced_on' | 'packed_on' | 'use_by'>;
  variant: Pick<PackVariant, 'shelf_life_days'>;
  product: Pick<Product, 'name' | 'brand' | 'standards' | 'criteria_set'>;
  pictureCount: number;
  producer: { name: string; address: string; withheld: readonly WithheldItem[] };
  events: readonly Pick<TraceEvent, 'happened_at' | 'location_code'>[];
  /** Papers of the product and of its producer. */
  certificates: readonly Pick<Certificate, 'scheme' | 'scheme_name'>[];
}

type Answer = Pick<LegalItem, 'status' | 'value'>;

/** How the items are told in a language; the admin's and the first is Vietnamese. */
export interface LegalWords {
  /** Of the ten items, in the Circular's order. */
  names: readonly string[];
  pictures: (count: number) => string;
  stages: (count: number) => string;
  stagesWithoutTime: (count: number) => string;
  stagesWithoutPlace: (count: number) => string;
  produced: (day: string) => string;
  packed: (day: string) => string;
  until: (day: string) => string;
  shelfLife: (days: number) => string;
  schemes: Readonly<Record<Certificate['scheme'], string>>;
}

const VIETNAMESE: LegalWords = {
  names: [
    'Tên sản phẩm',
    'Hình ảnh sản phẩm',
    'Tên cơ sở sản xuất, kinh doanh',
    'Địa chỉ cơ sở',
    'Các công đoạn sản xuất, kinh doanh',
    'Thời gian sản xuất',
    'Mã truy xuất của sản phẩm',
    'Thương hiệu, nhãn hiệu, ký hiệu',
    'Thời hạn sử dụng',
    'Tiêu chuẩn, quy chuẩn áp dụng',
  ],
  pictures: (count) => `${count} ảnh`,
  stages: (count) => `${count} công đoạn`,
  stagesWithoutTime: (count) => `${count} công đoạn chưa khai báo thời gian`,
  stagesWithoutPlace: (count) => `${count} công đoạn chưa khai báo mã địa điểm`,
  produced: (day) => `Sản xuất ${dayToVietnamese(day)}`,
  packed: (day) => `đóng gói ${dayToVietnamese(day)}`,
  until: dayToVietnamese,
  shelfLife: (days) => `${days} ngày kể từ ngày sản xuất`,
  schemes: CERTIFICATE_SCHEMES,
};

/** Papers that say after which standard something is made; a trademark or a geographical indication does not. */
const STANDARD_SCHEMES: readonly Certificate['scheme'][] = [
  'vietgap',
  'vietgahp',
  'globalgap',
  'organic',
  'haccp',
  'iso22000',
  'iso9001',
  'gmp',
  'quality_declaration',
];
/** Sectors whose goods keep no shelf life: crafts and cloth, ornamental plants and animals, tourism. */
const SECTORS_WITHOUT_SHELF_LIFE: readonly number[] = [4, 5, 6];

function given(value: string): Answer {
  return value.trim() === '' ? { status: 'missing', value: '' } : { status: 'given', value: value.trim() };
}

function personal(value: string, item: WithheldItem, withheld: readonly WithheldItem[]): Answer {
  return withheld.includes(item) ? { status: 'withheld', value: '' } : given(value);
}

function stages({ events }: LegalFacts, words: LegalWords): Answer {
  if (events.length === 0) return { status: 'missing', value: '' };
  const withoutTime = events.filter((each) => each.happened_at === '').length;
  const withoutPlace = events.filter((each) => each.location_code === '').length;
  const lacking = [
    withoutTime === 0 ? '' : words.stagesWithoutTime(withoutTime),
    withoutPlace === 0 ? '' : words.stagesWithoutPlace(withoutPlace),
  ].filter((part) => part !== '');
  const value = [words.stages(events.length), ...lacking].join('; ');
  return { status: lacking.length === 0 ? 'given' : 'missing', value };
}

function producedWhen({ lot: { produced_on, packed_on } }: LegalFacts, words: LegalWords): Answer {
  const parts = [
    produced_on === '' ? '' : words.produced(produced_on),
    packed_on === '' ? '' : words.packed(packed_on),
  ].filter((part) => part !== '');
  return produced_on === '' ? { status: 'missing', value: parts.join('') } : given(parts.join('; '));
}

function shelfLife({ lot, variant, product }: LegalFacts, words: LegalWords): Answer {
  if (lot.use_by !== '') return given(words.until(lot.use_by));
  if (variant.shelf_life_days > 0) return given(words.shelfLife(variant.shelf_life_days));
  const sector = criteriaSet(product.criteria_set)?.sector;
  const hasNone = sector !== undefined && SECTORS_WITHOUT_SHELF_LIFE.includes(sector);
  return { status: hasNone ? 'notApplicable' : 'missing', value: '' };
}

function standards({ product, certificates }: LegalFacts, words: LegalWords): Answer {
  const papers = certificates
    .filter((each) => STANDARD_SCHEMES.includes(each.scheme))
    .map((each) => each.scheme_name || words.schemes[each.scheme]);
  return given(product.standards || [...new Set(papers)].join(', '));
}

/** How each item is answered, in the Circular's order. */
const ANSWERS: readonly ((facts: LegalFacts, words: LegalWords) => Answer)[] = [
  ({ product }) => given(product.name),
  ({ pictureCount }, words) => given(pictureCount > 0 ? words.pictures(pictureCount) : ''),
  ({ producer }) => personal(producer.name, 'name', producer.withheld),
  ({ producer }) => personal(producer.address, 'address', producer.withheld),
  stages,
  producedWhen,
  ({ lot }) => given(lot.trace_code),
  ({ product }) => given(product.brand),
  shelfLife,
  standards,
];

/** The ten items of a lot, in order. */
export function legalItems(facts: LegalFacts, words: LegalWords = VIETNAMESE): LegalItem[] {
  return ANSWERS.map((answer, index) => ({
    number: index + 1,
    name: words.names[index] ?? '',
    ...answer(facts, words),
  }));
}

/** How many of the ten are declared: all that are not missing. */
export function countDeclared(items: readonly LegalItem[]): number {
  return items.filter((item) => item.status !== 'missing').length;
}
