/** What staff read when the server needs somebody, and when its disk is really full. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_ROOM } from '#domain/rules/noRoom.ts';
import { SCREENS } from '../support/chromium.ts';
import { mayMount, type SmallDisk, smallDisk } from '../support/smallDisk.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

let disk: SmallDisk | undefined;
let admin: AdminPages;
let page: AdminPages['page'];
const at = (path: string) => admin.at(path);

beforeAll(async () => {
  disk = mayMount ? smallDisk(128) : undefined;
  admin = await adminPages(disk === undefined ? {} : { folder: join(disk.folder, 'data') });
  ({ page } = admin);
});
afterAll(async () => {
  await admin?.stop();
  disk?.remove();
  expect(admin.complaints).toEqual([]);
});

const told = (free: number) =>
  admin.pocketbase.superuser.send('/api/ocop/health', {
    method: 'POST',
    body: { within: 3_600_000, free, wanted: 4e9, backup: { isNightly: true, madeAt: 0, failedAt: Date.now() } },
  });

describe('a server that needs somebody', () => {
  const NOTICE = 'Máy chủ cần người vận hành xem';

  it.each(['phone', 'desk'] as const)('says so where the day begins, on a %s', async (screen) => {
    await told(3.2e9);
    const { page: own, context } = await admin.asRole('editor', SCREENS[screen]);
    for (const path of ['', '/han-giay-chung-nhan']) {
      await own.goto(at(path));
      const notice = own.getByRole('status').filter({ hasText: NOTICE });
      await notice.getByText('Ổ đĩa gần đầy: còn 3,2 GB.').waitFor();
      await notice.getByText('Chưa sao lưu được. Chưa có bản sao lưu nào.').waitFor();
      await looksRight(own);
    }
    await context.close();
  });

  it('says nothing to a maker, and nothing while all is well', async () => {
    const { page: own, context } = await admin.asRole('producer');
    await own.getByText('Không có việc nào đang chờ.').waitFor();
    expect(await own.getByText(NOTICE).count()).toBe(0);
    await context.close();
  });
});

describe.runIf(mayMount)('a full disk', () => {
  beforeEach(() => disk?.empty());

  it('is told over the form; what was typed is still there, and is saved when there is room', async () => {
    await page.goto(at('/san-pham/pmatong00000000'));
    await page.getByLabel('Nhãn hiệu').fill('Chữ đang gõ dở');
    disk?.fill();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    const notice = page.getByRole('alert').getByText(NO_ROOM);
    await notice.waitFor();
    // In sight, wherever on the long form the button was pressed.
    await expect.poll(() => notice.evaluate((node) => node.getBoundingClientRect().bottom)).toBeLessThan(900);
    expect(await page.getByLabel('Nhãn hiệu').inputValue()).toBe('Chữ đang gõ dở');
    disk?.empty();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu.').waitFor();
    const product = await admin.pocketbase.superuser.collection('products').getOne('pmatong00000000');
    expect(product['brand']).toBe('Chữ đang gõ dở');
  });

  it('is told beside the button that publishes', async () => {
    await page.goto(at(''));
    await page.getByText('Chưa đăng lần nào').waitFor();
    disk?.fill();
    await page.getByRole('button', { name: 'Đăng', exact: true }).click();
    await page.getByRole('status').getByText(NO_ROOM).waitFor();
  });

  it('lets a recall through by one press, with the room put aside for it', async () => {
    const { reserve } = admin.pocketbase.data;
    writeFileSync(reserve, Buffer.alloc(16_000_000, 1));
    await page.goto(at('/lo/lmatong10000000'));
    await page.getByRole('button', { name: 'Thu hồi lô hàng', exact: true }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel('Lý do thu hồi lô hàng').fill('Nhãn ghi sai hạn');
    disk?.fill();
    await dialog.getByRole('button', { name: 'Thu hồi lô hàng' }).click();
    await page.getByText(/DỪNG SỬ DỤNG – lô bị thu hồi, thông báo lúc/).waitFor();
    expect(existsSync(reserve)).toBe(false);
  });
});
