/** A disk that is really full: whatever is saved is refused with a status and a sentence of its own, nothing is left half, and a recall gets through. */
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import type { RecordModel } from 'pocketbase';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_ROOM, NO_ROOM_STATUS } from '#domain/rules/noRoom.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { photo } from '#tests/support/photo.ts';
import { mayMount, type SmallDisk, smallDisk } from '#tests/support/smallDisk.ts';
import { seedSample } from './sample.ts';

const PASSWORD = 'mat-khau-de-thu';

describe.runIf(mayMount)('on a full disk', () => {
  let disk: SmallDisk;
  let base: FreshPocketBase;
  let ids: Record<string, string>;
  let admin: PocketBase;
  let producer: PocketBase;
  beforeAll(async () => {
    disk = smallDisk(96);
    base = await freshPocketBase({ folder: join(disk.folder, 'data') });
    const sample = await seedSample(base.superuser);
    ids = sample.ids;
    admin = await base.signedIn('admin');
    producer = await base.signedIn('producer', { producer: ids['producers'] });
  });
  afterAll(async () => {
    await base?.stop();
    disk?.remove();
  });
  beforeEach(() => {
    disk.empty();
  });

  const one = (collection: string) => admin.collection(collection).getOne(ids[collection] ?? '');
  const commune = (code: string) => ({ code, name: `Xã ${code}`, slug: `xa-${code}`, type: 'xa', province_code: '24' });
  const change = (collection: string, record: RecordModel, values: Record<string, unknown>) =>
    admin.collection(collection).update(record.id, { version: record['version'], ...values });
  const formOf = (fields: Record<string, Blob | string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };

  // Each is prepared while there is room, then sent when there is none.
  const WAYS: Record<string, () => Promise<() => Promise<unknown>>> = {
    'saving a record': async () => {
      const product = await one('products');
      return () => change('products', product, { brand: 'Thương hiệu khác' });
    },
    'making a record': async () => () => admin.collection('communes').create(commune('09901')),
    'deleting a record': async () => {
      const made = await admin.collection('communes').create(commune('09902'));
      return () => admin.collection('communes').delete(made.id);
    },
    'asking to publish': async () => () =>
      admin.collection('releases').create({
        action: 'publish',
        state: 'queued',
        reason: 'button',
        requested_by: admin.authStore.record?.id,
      }),
    'uploading a picture': async () => {
      const file = new Blob([new Uint8Array(await photo())], { type: 'image/jpeg' });
      return () => admin.collection('media').create(formOf({ file, alt: 'Ảnh' }));
    },
    'asking for a dry run': async () => () =>
      admin.send('/api/ocop/imports', {
        method: 'POST',
        body: formOf({ source: new Blob(['Tên sản phẩm\nChè\n'.repeat(2_000)]), target: 'products' }),
      }),
    'sending a proposal': async () => {
      const { id, version } = await one('products');
      const body = { collection: 'products', record: id, values: { story: 'Một câu chuyện khác' }, version };
      return () => producer.send('/api/ocop/proposals', { method: 'POST', body });
    },
    'recognising products': async () => () =>
      admin.send(`/api/ocop/decisions/${ids['decisions']}/recognitions`, {
        method: 'POST',
        body: { common: {}, rows: [{ product: ids['products'], stars: 3 }] },
      }),
    'bringing many records': async () => () =>
      base.superuser.send('/api/ocop/records', {
        method: 'POST',
        body: { records: [{ collection: 'communes', fields: commune('09903') }] },
      }),
    'restoring an earlier version': async () => {
      const product = await change('products', await one('products'), { brand: crypto.randomUUID() });
      const [last] = (
        await admin.collection('revisions').getList(1, 1, { filter: `record='${product.id}'`, sort: '-created' })
      ).items;
      await change('products', product, { brand: 'Khác nữa' });
      const { version } = await one('products');
      return () => admin.send(`/api/ocop/revisions/${last?.id}/restore`, { method: 'POST', body: { version } });
    },
    'changing settings of the server': async () => () =>
      base.superuser.settings.update({ meta: { appName: 'Tên khác' } }),
  };

  test.each(Object.entries(WAYS))(
    '%s is refused as what it is, and goes through when there is room',
    async (_, way) => {
      const send = await way();
      disk.fill();
      await expect(send()).rejects.toMatchObject({ status: NO_ROOM_STATUS, response: { message: NO_ROOM } });
      disk.empty();
      await expect(send()).resolves.toBeDefined();
    },
  );

  test('a record that is called like it is refused for its own reason', async () => {
    const name = 'ENOSPC: no space left on device, database or disk is full (13)';
    await admin.collection('producers').update(ids['producers'] ?? '', {
      version: (await one('producers'))['version'],
      name,
    });
    await expect(admin.collection('communes').delete(ids['communes'] ?? '')).rejects.toMatchObject({
      status: 400,
      response: { message: expect.stringContaining(name) },
    });
  });

  test('reading and signing in go on', async () => {
    disk.fill();
    const email = admin.authStore.record?.['email'];
    await expect(base.guest.collection('users').authWithPassword(email, PASSWORD)).resolves.toBeDefined();
    await expect(one('products')).resolves.toBeDefined();
    base.guest.authStore.clear();
  });

  describe('a recall', () => {
    const standing = () =>
      JSON.parse(readFileSync(base.data.standing, 'utf8')) as { recalled: Record<string, unknown> };
    const recall = async () =>
      change('lots', await one('lots'), { state: 'recalled', recall_reason: 'Nhãn sai', recall_phone: '0241' });

    test('without a reserve is refused in words', async () => {
      disk.fill();
      await expect(recall()).rejects.toMatchObject({
        status: NO_ROOM_STATUS,
        response: { message: NO_ROOM, data: {} },
      });
    });

    test('that could not be shown is not saved either, and nothing is left of the try', async () => {
      const shelf = smallDisk(1);
      rmSync(base.data.status, { recursive: true, force: true });
      symlinkSync(shelf.folder, base.data.status);
      try {
        shelf.fill();
        await expect(recall()).rejects.toMatchObject({ status: NO_ROOM_STATUS, response: { message: NO_ROOM } });
        expect((await one('lots'))['state']).not.toBe('recalled');
        expect(readdirSync(shelf.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      } finally {
        rmSync(base.data.status);
        shelf.remove();
      }
    });

    test('takes the reserve: pressed again it is saved and shown', async () => {
      writeFileSync(base.data.reserve, Buffer.alloc(16_000_000, 1));
      disk.fill();
      await expect(recall()).rejects.toMatchObject({
        status: NO_ROOM_STATUS,
        response: { data: { again: { code: 'try_again' } } },
      });
      expect(existsSync(base.data.reserve)).toBe(false);
      await recall();
      expect(Object.keys(standing().recalled)).toContain(ids['lots']);
    });
  });
});
