import { fold } from '#domain/rules/fold.ts';
import { productKey } from '../cells/readProductName.ts';
import type { ProductIndex } from '../targets/context.ts';
import type { Rec } from './workingSet.ts';

interface Known {
  id: string;
  name: string;
}

/** An index of products by producer and name. One maker may have thousands: nothing here looks at all of them. */
export function productIndex(records: Iterable<Rec>): ProductIndex {
  const byKey = new Map<string, Known[]>();
  const ofProducer = new Map<string, Known[]>();
  const spelled = new Map<string, Known[]>();
  const push = (map: Map<string, Known[]>, key: string, known: Known) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [known]);
    else list.push(known);
  };
  const at = (producer: string, key: string) => `${producer} ${key}`;

  function add(producer: string, name: string, id: string): () => void {
    const known = { id, name };
    const key = productKey(name);
    const places = [
      [byKey, key],
      [ofProducer, at(producer, key)],
      [spelled, at(producer, fold(key))],
    ] as const;
    for (const [map, place] of places) push(map, place, known);
    return () => {
      for (const [map, place] of places) map.get(place)?.pop();
    };
  }

  for (const record of records) add(String(record['producer'] ?? ''), String(record['name']), record.id);
  return {
    add,
    named: (key) => byKey.get(key) ?? [],
    find(producer, key) {
      const id = ofProducer.get(at(producer, key))?.[0]?.id ?? null;
      return { id, similar: id === null ? (spelled.get(at(producer, fold(key))) ?? []) : [] };
    },
  };
}
