/** A lot with everything its legal items speak of. */
import { useQuery } from '@tanstack/react-query';
import type { Certificate } from '#domain/certificate.ts';
import { type LegalItem, legalItems } from '#domain/legalItems.ts';
import type { Lot } from '#domain/lot.ts';
import type { PackVariant } from '#domain/packVariant.ts';
import type { Producer } from '#domain/producer.ts';
import type { ProducerContact } from '#domain/producerContact.ts';
import type { Product } from '#domain/product.ts';
import { mayShow } from '#domain/rules/consent.ts';
import { TRACE_STEPS, type TraceEvent } from '#domain/traceEvent.ts';
import { Failure } from '../api/messages.ts';
import { type AnyRecord, allRecords, getRecord, where } from '../api/records.ts';
import { expanded } from '../presentation.ts';

export interface LotFile {
  lot: Lot & AnyRecord;
  variant: PackVariant;
  product: Product;
  producer: Producer;
  /** Null where there is none, or none that this person may see. */
  contact: ProducerContact | null;
  /** In the order in which things happened. */
  events: (TraceEvent & AnyRecord)[];
  certificates: Certificate[];
}

const STEP_ORDER: readonly string[] = Object.keys(TRACE_STEPS);

/** By time as exact as known, then by the usual order of the steps. */
export function inDiaryOrder<T extends Pick<TraceEvent, 'happened_at' | 'step'>>(events: readonly T[]): T[] {
  return [...events].sort(
    (a, b) =>
      a.happened_at.localeCompare(b.happened_at, 'en') || STEP_ORDER.indexOf(a.step) - STEP_ORDER.indexOf(b.step),
  );
}

function needed<T>(record: AnyRecord | null): T {
  if (record === null) throw new Failure(404, 'Không xem được sản phẩm hoặc chủ thể của lô này.');
  return record as unknown as T;
}

async function readLotFile(id: string): Promise<LotFile> {
  const lot = await getRecord('lots', id, 'variant.product.producer');
  const variantRecord = expanded(lot, 'variant');
  const productRecord = variantRecord && expanded(variantRecord, 'product');
  const producerRecord = productRecord && expanded(productRecord, 'producer');
  const product = needed<Product>(productRecord);
  const producer = needed<Producer>(producerRecord);
  const papers = where("product={:product}||(producer={:producer}&&product='')", {
    product: product.id,
    producer: producer.id,
  });
  const [events, certificates, contacts] = await Promise.all([
    allRecords('trace_events', { filter: where('lot={:id}', { id }) }),
    allRecords('certificates', { filter: papers }),
    allRecords('producer_contacts', { filter: where('producer={:id}', { id: producer.id }) }),
  ]);
  return {
    lot: lot as unknown as LotFile['lot'],
    variant: needed<PackVariant>(variantRecord),
    product,
    producer,
    contact: (contacts[0] as unknown as ProducerContact | undefined) ?? null,
    events: inDiaryOrder(events as unknown as LotFile['events']),
    certificates: certificates as unknown as Certificate[],
  };
}

export function useLotFile(id: string) {
  return useQuery<LotFile, Failure>({ queryKey: ['lots', 'file', id], queryFn: () => readLotFile(id) });
}

/** The ten legal items as the trace page will name them. */
export function legalItemsOf({ lot, variant, product, producer, contact, events, certificates }: LotFile): LegalItem[] {
  const consent = {
    naturalPerson: producer.natural_person,
    allowed: { name: contact?.name_public === true, address: contact?.address_public === true },
  };
  const address = contact?.address_as_printed ?? '';
  const hides = (item: 'name' | 'address', value: string) => value !== '' && !mayShow(item, consent);
  return legalItems({
    lot,
    variant,
    product,
    pictureCount: product.pictures.length,
    producer: {
      name: producer.name,
      address,
      withheld: [
        ...(hides('name', producer.name) ? (['name'] as const) : []),
        ...(hides('address', address) ? (['address'] as const) : []),
      ],
    },
    events,
    certificates,
  });
}

/** Whether anything that a stamp of this lot tells is made up. */
export function isDemonstration({ lot, product, producer }: LotFile): boolean {
  return lot.demonstration || product.demonstration || producer.demonstration;
}
