import { fold } from '#domain/rules/fold.ts';
import { productKey } from '../cells/readProductName.ts';
import type { ProductIndex } from '../targets/context.ts';
import type { Rec } from './workingSet.ts';

interface Known {
  id: string;
  name: string;
  key: string;
}

/** An index of products by producer and name. */
export function productIndex(records: Iterable<Rec>): ProductIndex {
  const byProducer = new Map<string, Known[]>();
  const byKey = new Map<string, Known[]>();
  const push = (map: Map<string, Known[]>, key: string, known: Known) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [known]);
    else list.push(known);
  };

  function add(producer: string, name: string, id: string): void {
    const known = { id, name, key: productKey(name) };
    push(byProducer, producer, known);
    push(byKey, known.key, known);
  }

  for (const record of records) add(String(record['producer'] ?? ''), String(record['name']), record.id);
  return {
    add,
    named: (key) => byKey.get(key) ?? [],
    find(producer, key) {
      const products = byProducer.get(producer) ?? [];
      const id = products.find((known) => known.key === key)?.id ?? null;
      const folded = fold(key);
      return { id, similar: id === null ? products.filter((known) => fold(known.key) === folded) : [] };
    },
  };
}
