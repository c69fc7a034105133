/** Page titles that no two records share, though households stand under one name and many makers sell "Mật ong". */
import type { SnapshotRecords } from '#domain/snapshot.ts';
import { all, byId } from '#site/snapshot.ts';

type Titled = 'products' | 'producers' | 'sales_points' | 'fairs';

const shared = new Map<Titled, Set<string>>();

function plainTitle(record: SnapshotRecords[Titled]): string {
  const producer = 'producer' in record ? (byId('producers', record.producer)?.name ?? '') : '';
  return producer === '' ? record.name : `${record.name} – ${producer}`;
}

function sharedTitles(collection: Titled): Set<string> {
  const known = shared.get(collection);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const title of all(collection).map(plainTitle)) (seen.has(title) ? twice : seen).add(title);
  shared.set(collection, twice);
  return twice;
}

/** Name (of a product: with its producer), and the slug behind it where another record has the same. */
export function distinctTitle<C extends Titled>(collection: C, record: SnapshotRecords[C]): string {
  const title = plainTitle(record);
  return sharedTitles(collection).has(title) ? `${title} (${record.slug})` : title;
}
