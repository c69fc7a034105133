import { useQuery } from '@tanstack/react-query';
import type { EarlierRecognition } from '#domain/rules/recognitionCase.ts';
import type { Failure } from '../api/messages.ts';
import { type AnyRecord, allRecords, where } from '../api/records.ts';
import { textOf } from '../presentation.ts';
import type { Histories } from './rows.ts';

/** How many products fit one filter. */
const AT_ONCE = 80;
const FIELDS = 'id,product,stars,pending_central,issued_on,revoked_on';

function earlier(record: AnyRecord): EarlierRecognition {
  return {
    stars: Number(record['stars']),
    pendingCentral: record['pending_central'] === true,
    issuedOn: textOf(record, 'issued_on'),
    revokedOn: textOf(record, 'revoked_on'),
  };
}

async function historiesOf(products: readonly string[]): Promise<Histories> {
  const found = new Map<string, EarlierRecognition[]>(products.map((product) => [product, []]));
  for (let start = 0; start < products.length; start += AT_ONCE) {
    const some = products.slice(start, start + AT_ONCE).map((product) => where('product={:product}', { product }));
    for (const record of await allRecords('recognitions', { filter: some.join('||'), fields: FIELDS }))
      found.get(textOf(record, 'product'))?.push(earlier(record));
  }
  return found;
}

/** What is known of products' recognitions; empty until it has come. */
export function useHistories(products: readonly string[]): Histories {
  const histories = useQuery<Histories, Failure>({
    queryKey: ['recognitions', 'histories', products],
    queryFn: () => historiesOf(products),
    enabled: products.length > 0,
    placeholderData: (previous) => previous,
  });
  return histories.data ?? new Map();
}
