/** A data folder as the first released schema left it: migrations 1764000001 to 1764000022 in the real PocketBase, and a record of every collection. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { freePort, makeFolderWithoutHooks, saveSuperuser, startPocketbase } from '#scripts/pocketbase.ts';
import { migrationsFolder } from '#scripts/schemaVersion.ts';
import { client } from '#tests/support/freshPocketBase.ts';

const LAST = '1764000022_settings.js';
const WORKER = { email: 'worker@ocop.local', password: 'only-for-this-test' };
/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Copies the project's migrations up to `last` into a folder. */
export function copyMigrations(folder: string, last = '~'): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(migrationsFolder))
    if (name <= last) copyFileSync(join(migrationsFolder, name), join(folder, name));
  return folder;
}

/** One record of each collection, in an order in which each finds what it points to; frozen as that release was. */
const RECORDS: [collection: string, body: (ids: Record<string, string>) => Record<string, unknown>][] = [
  ['communes', () => ({ code: '07288', name: 'Xã Yên Thế', slug: 'xa-yen-the', type: 'xa', province_code: '24' })],
  [
    'producers',
    (ids) => ({
      name: 'HTX Một',
      slug: 'htx-mot',
      kind: 'cooperative',
      commune: ids['communes'],
      state: 'approved',
      pictures: [ids['media']],
    }),
  ],
  ['producer_contacts', (ids) => ({ producer: ids['producers'], phone: '0900000000', phone_public: true })],
  [
    'products',
    (ids) => ({ name: 'Mật ong', slug: 'mat-ong', producer: ids['producers'], state: 'approved', version: 3 }),
  ],
  ['pack_variants', (ids) => ({ product: ids['products'], net_contents: 'Lọ 500 g' })],
  ['decisions', () => ({ number: '12/QĐ-UBND', decided_on: '2025-09-15', kind: 'recognition', authority: 'province' })],
  [
    'recognitions',
    (ids) => ({
      product: ids['products'],
      decision: ids['decisions'],
      stars: 4,
      case: 'first',
      issued_on: '2025-09-15',
      expires_on: '2028-09-15',
    }),
  ],
  ['certificates', (ids) => ({ producer: ids['producers'], product: ids['products'], scheme: 'vietgap' })],
  ['lots', (ids) => ({ variant: ids['pack_variants'], lot_number: 'L1', trace_code: 'MATNG2345E', state: 'active' })],
  ['trace_events', (ids) => ({ lot: ids['lots'], step: 'harvest', happened_at: '2026-09-12' })],
  ['sales_points', () => ({ name: 'Điểm bán', slug: 'diem-ban', state: 'approved' })],
  ['fairs', () => ({ name: 'Hội chợ', slug: 'hoi-cho', kind: 'fair', state: 'approved' })],
  ['platforms', () => ({ name: 'Sàn' })],
  ['listings', (ids) => ({ product: ids['products'], platform: ids['platforms'], url: 'https://example.org/1' })],
  ['published_figures', () => ({ metric: 'Số sản phẩm', value: '1' })],
  ['addresses', (ids) => ({ path: '/san-pham/mat-ong', collection: 'products', record: ids['products'] })],
  ['releases', () => ({ action: 'publish', state: 'failed', reason: 'button' })],
  [
    'site_settings',
    () => ({ kind: 'real', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng', expires_soon_days: 30 }),
  ],
  [
    'users',
    () => ({
      email: 'a@ocop.example',
      password: 'cau-dai-de-thu-1',
      passwordConfirm: 'cau-dai-de-thu-1',
      role: 'editor',
    }),
  ],
];

/** Makes the folder at `root`; no hooks run, so that every value is as written here. */
export async function firstReleaseFolder(root: string): Promise<DataFolder> {
  const data = dataFolder(root);
  const migrationsDir = copyMigrations(join(root, 'old-migrations'), LAST);
  const hooksDir = await makeFolderWithoutHooks(join(root, 'no-hooks'));
  const folders = { dataDir: data.database, migrationsDir, hooksDir };
  await saveSuperuser(folders, WORKER);
  writeFileSync(data.worker, JSON.stringify(WORKER));
  const server = await startPocketbase({ ...folders, port: await freePort() });
  try {
    const pb = client(server.url);
    await pb.collection('_superusers').authWithPassword(WORKER.email, WORKER.password);
    const file = new File([PIXEL], 'mau.png', { type: 'image/png' });
    const ids: Record<string, string> = { media: (await pb.collection('media').create({ file, alt: 'Ảnh mẫu' })).id };
    for (const [name, body] of RECORDS) ids[name] = (await pb.collection(name).create(body(ids))).id;
  } finally {
    await server.stop();
  }
  return data;
}
