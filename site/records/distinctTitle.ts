/** Page titles that no two records share, though households stand under one name and many makers sell "Mật ong". */
import type { SnapshotRecords } from '#domain/snapshot.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';
import { all, byId } from '#site/snapshot.ts';
import { saidIn } from './told.ts';

type Titled = 'products' | 'producers' | 'sales_points' | 'fairs';

const shared = new Map<string, Set<string>>();

function plainTitle(record: SnapshotRecords[Titled], language: SiteLanguage): string {
  const producer = 'producer' in record ? byId('producers', record.producer) : undefined;
  const name = saidIn(language, record.name, record.name_en);
  return producer === undefined ? name : `${name} – ${saidIn(language, producer.name, producer.name_en)}`;
}

function sharedTitles(collection: Titled, language: SiteLanguage): Set<string> {
  const known = shared.get(`${language} ${collection}`);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const title of all(collection).map((record) => plainTitle(record, language)))
    (seen.has(title) ? twice : seen).add(title);
  shared.set(`${language} ${collection}`, twice);
  return twice;
}

/** Name (of a product: with its producer), and the slug behind it where another record has the same. */
export function distinctTitle<C extends Titled>(
  collection: C,
  record: SnapshotRecords[C],
  language: SiteLanguage,
): string {
  const title = plainTitle(record, language);
  return sharedTitles(collection, language).has(title) ? `${title} (${record.slug})` : title;
}
