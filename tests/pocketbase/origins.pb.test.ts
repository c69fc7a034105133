/** Where the site and its tiles are: PocketBase takes from nobody what is more than a host. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#scripts/database.ts';
import { dataFolder } from '#scripts/dataFolder.ts';
import { copyMigrations } from '#tests/scripts/upgrade/firstRelease.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';

const SETTINGS = { kind: 'real', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' };

let base: FreshPocketBase;
let id = '';
beforeAll(async () => {
  base = await freshPocketBase();
  ({ id } = await base.superuser.collection('site_settings').create(SETTINGS));
});
afterAll(() => base?.stop());

/** The fields that were refused. */
const refused = (values: Record<string, unknown>) =>
  base.superuser
    .collection('site_settings')
    .update(id, values)
    .then(
      () => [],
      (error: { response: { data: object } }) => Object.keys(error.response.data),
    );

test.each([
  'https://x.example" onload="a',
  'https://ten:mat-khau@x.example',
  'https://x.example\\evil.example',
  'https://x.example.',
  'https://x．example',
  'https://X.example',
  'https://x.example:65536',
  'https://1.2.3',
])('the address %j is refused at its field', async (public_address) =>
  expect(await refused({ public_address })).toEqual(['public_address']),
);

test.each([
  "https://x.example'/{z}/{x}/{y}.png",
  'https://a@x.example/{z}/{x}/{y}.png',
  'https://x.example/{z}/{x}/{y}.png`',
  'https://-x.example/{z}/{x}/{y}.png',
  'https://x.example/\\{z}/{x}/{y}.png',
])('the tiles %j are refused at their field', async (map_tiles) =>
  expect(await refused({ map_tiles })).toEqual(['map_tiles']),
);

test('what is right is taken; what stamps carry is frozen, unless it is no address', async () => {
  const map_tiles = 'https://Tile.example:8443/{z}/{x}/{y}@2x.png?key=a';
  expect(await refused({ public_address: 'https://ocop.example:8080', map_tiles })).toEqual([]);
  expect(await refused({ stamps_printed: true })).toEqual([]);
  expect(await refused({ public_address: 'https://khac.example' })).toEqual(['public_address']);
  const database = new DatabaseSync(join(base.data.database, 'data.db'));
  database.exec('PRAGMA busy_timeout = 5000');
  database.prepare('UPDATE site_settings SET public_address = ?').run('https://x.example" onload="a');
  database.close();
  expect(await refused({ public_address: 'https://khac.example' })).toEqual([]);
  expect(await refused({ public_address: 'https://x.example' })).toEqual(['public_address']);
});

test('an address with capitals from before is written in small letters, and can be saved with', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ocop-origins-'));
  const data = dataFolder(root);
  await migrate(data, copyMigrations(join(root, 'old'), '1764000086_password_length.js'));
  const database = new DatabaseSync(join(data.database, 'data.db'));
  const insert = 'INSERT INTO site_settings (id, kind, province, office, public_address) VALUES (?, ?, ?, ?, ?)';
  database.prepare(insert).run('settings0000000', 'real', 'Bắc Ninh', 'Văn phòng', 'https://OCOP.BacNinh.gov.vn');
  await migrate(data);
  expect(database.prepare('SELECT public_address FROM site_settings').get()).toEqual({
    public_address: 'https://ocop.bacninh.gov.vn',
  });
  database.close();
  rmSync(root, { recursive: true, force: true });
});
