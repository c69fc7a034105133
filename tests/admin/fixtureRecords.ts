/** Puts the records of tests/fixtures into a PocketBase, as staff would find them. */
import { readFile } from 'node:fs/promises';
import type PocketBase from 'pocketbase';

type Fields = Record<string, unknown>;

/** Collections of the fixture in the order in which they can be made. */
const ORDER = [
  'communes',
  'producers',
  'products',
  'pack_variants',
  'decisions',
  'recognitions',
  'certificates',
  'growing_areas',
  'lots',
  'trace_events',
  'sales_points',
  'fairs',
  'platforms',
  'listings',
  'published_figures',
  'targets',
  'pages',
  'synonyms',
] as const;

/** What the fixture holds as publishing writes it, and PocketBase keeps elsewhere. */
const MADE = ['pictures', 'as_of', 'emblem_path', 'emblem_icon', 'share_prints'];
const ELSEWHERE = ['withheld', 'phone', 'email', 'address', 'representative', ...MADE];

async function readFixture(): Promise<Record<string, Fields[]>> {
  return JSON.parse(await readFile(new URL('../fixtures/records.json', import.meta.url), 'utf8'));
}

function withoutElsewhere(collection: string, record: Fields): Fields {
  const dropped = collection === 'producers' ? ELSEWHERE : [...MADE, 'superseded_by', 'withheld', 'persons'];
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !dropped.includes(name)));
  // Publishing leaves out a code that leads to a person; the office has one.
  return kept['code'] === '' ? { ...kept, code: String(record['id']) } : kept;
}

/** Loads all of them; `superuser` may do everything. */
export async function loadFixture(superuser: PocketBase): Promise<void> {
  const collections = await readFixture();
  for (const settings of collections['settings'] ?? [])
    await superuser.collection('site_settings').create(withoutElsewhere('site_settings', settings));
  for (const collection of ORDER) {
    for (const record of collections[collection] ?? [])
      await superuser.collection(collection).create(withoutElsewhere(collection, record));
  }
  for (const { id, superseded_by } of collections['recognitions'] ?? [])
    if (superseded_by) await superuser.collection('recognitions').update(String(id), { superseded_by });
  for (const producer of collections['producers'] ?? [])
    await superuser.collection('producer_contacts').create({
      producer: producer['id'],
      phone: producer['phone'],
      phone_public: producer['phone'] !== '',
      address_as_printed: producer['address'],
      address_public: producer['address'] !== '',
    });
}
