import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDatabase } from '#scripts/database.ts';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import type { Environment } from '#scripts/environment.ts';
import type { PocketbaseServer } from '#scripts/pocketbase.ts';
import { applyEnvironment } from '#scripts/start/applyEnvironment.ts';
import { signInAsWorker, workerAccount } from '#scripts/worker/account.ts';

const NOTHING: Environment = {
  dataFolder: '',
  address: '',
  trustedProxy: [],
  dashboardFrom: [],
  encryptionKey: '',
  smtp: { host: '', port: 587, user: '', password: '', from: '' },
  backup: { folder: '', keep: 14, nightly: false },
  caddy: { site: '', pocketbase: '', tiles: '', formerSite: [] },
};
const SERVER: Environment = {
  ...NOTHING,
  address: 'https://ocop.example.vn',
  trustedProxy: ['127.0.0.1'],
  dashboardFrom: ['203.0.113.7', '10.0.0.0/8'],
  smtp: { host: 'mail.example.vn', port: 465, user: 'ocop', password: 'only-for-this-test', from: 'ocop@example.vn' },
};

let data: DataFolder;
let server: PocketbaseServer;
beforeEach(async () => {
  process.env['OCOP_ENCRYPTION_KEY'] = '0123456789abcdef0123456789abcdef';
  data = dataFolder(mkdtempSync(join(tmpdir(), 'ocop-env-')));
  await workerAccount(data);
  server = await startDatabase(data);
});
afterEach(async () => {
  delete process.env['OCOP_ENCRYPTION_KEY'];
  await server.stop();
  rmSync(data.root, { recursive: true, force: true });
});

test('mail, proxy and address are applied; the address only while there is none, or one that was left; the password is kept encrypted', async () => {
  const pb = await signInAsWorker(data, server.url);
  const site = await pb
    .collection('site_settings')
    .create({ kind: 'real', province_code: '24', province: 'Bắc Ninh', office: 'Văn phòng' });
  await applyEnvironment(pb, SERVER, server.url);
  expect(await pb.settings.getAll()).toMatchObject({
    meta: { appName: 'OCOP', appURL: 'https://ocop.example.vn', senderAddress: 'ocop@example.vn' },
    smtp: { enabled: true, host: 'mail.example.vn', port: 465, username: 'ocop', tls: true },
    trustedProxy: { headers: ['X-Forwarded-For'] },
    superuserIPs: ['127.0.0.1', '::1', '203.0.113.7', '10.0.0.0/8'],
    logs: { logIP: false },
  });
  expect(await pb.collection('site_settings').getOne(site.id)).toMatchObject({
    public_address: 'https://ocop.example.vn',
  });
  await applyEnvironment(pb, { ...NOTHING, address: 'https://other.example.vn' }, server.url);
  expect(await pb.collection('site_settings').getOne(site.id)).toMatchObject({
    public_address: 'https://ocop.example.vn',
  });
  const caddy = { ...NOTHING.caddy, formerSite: ['khac.example.vn', 'ocop.example.vn'] };
  await applyEnvironment(pb, { ...NOTHING, address: 'https://other.example.vn', caddy }, server.url);
  expect(await pb.collection('site_settings').getOne(site.id)).toMatchObject({
    public_address: 'https://other.example.vn',
  });
  expect(await pb.settings.getAll()).toMatchObject({
    trustedProxy: { headers: [] },
    superuserIPs: ['127.0.0.1', '::1'],
    smtp: { host: 'mail.example.vn' },
  });
  await server.stop();
  expect(readFileSync(join(data.database, 'data.db')).includes(Buffer.from('only-for-this-test'))).toBe(false);
  server = await startDatabase(data);
  const again = await signInAsWorker(data, server.url);
  expect(await again.settings.getAll()).toMatchObject({ smtp: { host: 'mail.example.vn' } });
});

test('a worker account that a restored database does not know is made anew', async () => {
  const pb = await signInAsWorker(data, server.url);
  const [account] = await pb.collection('_superusers').getFullList({ filter: 'email = "worker@ocop.local"' });
  await pb
    .collection('_superusers')
    .create({ email: 'other@ocop.example', password: 'only-for-this-test', passwordConfirm: 'only-for-this-test' });
  await pb.collection('_superusers').delete(account?.id ?? '');
  const again = await signInAsWorker(data, server.url);
  expect((await again.collection('_superusers').getFullList()).length).toBe(2);
});
