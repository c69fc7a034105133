/** Reads the records of the office's registry, as whoever asks may see them. */
import type { Commune } from '#domain/commune.ts';
import type { Decision } from '#domain/decision.ts';
import type { Producer } from '#domain/producer.ts';
import type { ProducerContact } from '#domain/producerContact.ts';
import type { Product } from '#domain/product.ts';
import type { Recognition } from '#domain/recognition.ts';
import type { SiteSettings } from '#domain/siteSettings.ts';
import type { AskPage } from './readKnown.ts';

/** Everything that the registry and the ministry's table speak of. Contacts are empty for those who may not see them. */
export interface RegistryRecords {
  products: Product[];
  producers: Producer[];
  producer_contacts: ProducerContact[];
  communes: Commune[];
  decisions: Decision[];
  recognitions: Recognition[];
  site_settings: SiteSettings[];
}

const COLLECTIONS = [
  'products',
  'producers',
  'producer_contacts',
  'communes',
  'decisions',
  'recognitions',
  'site_settings',
] as const satisfies (keyof RegistryRecords)[];
const PAGE = 1_000;

async function readAll(ask: AskPage, collection: string): Promise<{ id: string }[]> {
  const records: { id: string }[] = [];
  for (let last = ''; ; ) {
    const query = { page: 1, perPage: PAGE, sort: 'id', filter: `id > "${last}"`, fields: '*' };
    const page = (await ask(collection, query)) as { id: string }[];
    records.push(...page);
    if (page.length < PAGE) return records;
    last = page.at(-1)?.id ?? '';
  }
}

/** All of them as they are now. */
export async function readRegistry(ask: AskPage): Promise<RegistryRecords> {
  const entries: [string, unknown][] = [];
  for (const collection of COLLECTIONS) entries.push([collection, await readAll(ask, collection)]);
  return Object.fromEntries(entries) as unknown as RegistryRecords;
}
