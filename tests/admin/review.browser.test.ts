/** An editor changes what is approved: the public sees the old until an approver has looked, in browsers of their own. */

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../support/chromium.ts';
import { publicSnapshot } from '../support/publicSnapshot.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

const PRODUCT = 'pmatong00000000';

let admin: AdminPages;
let editor: Page;
let approver: Page;

beforeAll(async () => {
  admin = await adminPages();
  ({ page: editor } = await admin.asRole('editor'));
  ({ page: approver } = await admin.asRole('approver'));
});

afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

const products = () => admin.pocketbase.superuser.collection('products');
const storageOf = (page: Page) => page.getByRole('textbox', { name: 'Bảo quản', exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const waitingCount = (page: Page) => page.getByRole('link', { name: /^Chờ duyệt/ }).first();

const snapshot = () => publicSnapshot(admin.pocketbase);

async function propose(storage: string, comment = ''): Promise<void> {
  await editor.goto(admin.at(`/san-pham/${PRODUCT}`));
  await storageOf(editor).fill(storage);
  await editor.getByLabel('Lời nhắn cho người duyệt').fill(comment);
  await button(editor, 'Gửi duyệt').click();
  await editor.getByText('Đã gửi chờ duyệt.').waitFor();
}

async function openWaiting(page: Page): Promise<void> {
  await page.goto(admin.at('/cho-duyet?xem=cho-duyet'));
  await page.getByRole('rowheader').first().click();
  await page.getByRole('link', { name: 'Mở bản ghi' }).waitFor();
}

describe('an editor’s change of an approved product', () => {
  it('waits, and what is public stays to the byte; approved, it is there', async () => {
    const before = await snapshot();
    const { storage } = await products().getOne(PRODUCT);
    await propose('Để nơi khô mát, lời đề nghị thứ nhất.', 'Theo nhãn mới');
    await editor.getByText('Có thay đổi chờ duyệt. Trang công khai chưa đổi.').waitFor();
    await expect.poll(() => storageOf(editor).inputValue()).toBe(storage);
    await looksRight(editor);
    expect(await snapshot()).toEqual(before);

    await approver.goto(admin.at(''));
    await approver.getByRole('link', { name: 'Đề nghị sửa: chờ duyệt' }).waitFor();
    await expect.poll(() => waitingCount(approver).textContent()).toBe('Chờ duyệt1');
    await approver.goto(admin.at('/cho-duyet'));
    await approver.getByRole('rowheader').first().waitFor();
    await looksRight(approver);
    await openWaiting(approver);
    await approver.getByText('“Theo nhãn mới”').waitFor();
    await approver.locator('.changes', { hasText: 'lời đề nghị thứ nhất' }).waitFor();
    await looksRight(approver);
    await button(approver, 'Duyệt').click();
    await approver.getByText('Đã duyệt. Trang công khai đổi ở lần đăng tới.').waitFor();
    const after = await snapshot();
    expect(after.hash).not.toBe(before.hash);
    expect([before, after].map(({ text }) => text.includes('lời đề nghị thứ nhất'))).toEqual([false, true]);
    expect(
      (
        await admin.pocketbase.superuser.collection('revisions').getFirstListItem(`record='${PRODUCT}' && why='review'`)
      )['actor_name'],
    ).toBe('Phạm Người Duyệt');
  });

  it('comes back with a reason, is mended and sent again, and taken back', async () => {
    await propose('Để tủ lạnh, lời đề nghị thứ hai.');
    await openWaiting(approver);
    await button(approver, 'Trả lại').click();
    const dialog = approver.getByRole('dialog');
    await button(dialog as unknown as Page, 'Trả lại').click();
    await dialog.getByText('Hãy ghi cần sửa gì').first().waitFor();
    await looksRight(approver);
    await dialog.getByLabel('Cần sửa gì').fill('Nêu rõ nhiệt độ');
    await button(dialog as unknown as Page, 'Trả lại').click();
    await approver.getByText('Lý do: Nêu rõ nhiệt độ').waitFor();

    await editor.goto(admin.at(''));
    await editor.getByRole('link', { name: 'Đề nghị sửa: trả lại tôi, cần sửa' }).click();
    await editor.getByRole('rowheader').first().click();
    await editor.getByText('Lý do: Nêu rõ nhiệt độ').waitFor();
    await editor.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
    await editor.getByText('Có thay đổi chưa lưu').waitFor();
    await expect.poll(() => storageOf(editor).inputValue()).toBe('Để tủ lạnh, lời đề nghị thứ hai.');
    await storageOf(editor).fill('Để tủ lạnh dưới 5 độ.');
    await button(editor, 'Gửi duyệt').click();
    await editor.getByRole('link', { name: 'Xem đề nghị' }).click();
    await button(editor, 'Rút lại đề nghị').click();
    await editor.getByText('Người gửi đã rút lại').waitFor();
    expect(await products().getOne(PRODUCT)).toMatchObject({ storage: 'Để nơi khô mát, lời đề nghị thứ nhất.' });
  });

  it('that another changed meanwhile is chosen between by the approver', async () => {
    await propose('Để nơi khô, lời đề nghị thứ ba.');
    await openWaiting(approver);
    await products().update(PRODUCT, { storage: 'Lời của người khác.' });
    await approver.reload();
    const choice = approver.getByRole('radiogroup', { name: 'Bảo quản' });
    await choice.getByText('Bản ghi hiện có: Lời của người khác.').waitFor();
    await expect.poll(() => button(approver, 'Duyệt').isDisabled()).toBe(true);
    await looksRight(approver);
    await choice.getByText('Đề nghị: Để nơi khô, lời đề nghị thứ ba.').click();
    await button(approver, 'Duyệt').click();
    await approver.getByText('Đã duyệt. Trang').waitFor();
    expect(await products().getOne(PRODUCT)).toMatchObject({ storage: 'Để nơi khô, lời đề nghị thứ ba.' });
  });

  it('can be the earlier version of its history; many at once are left as they are', async () => {
    await editor.goto(admin.at(`/san-pham/${PRODUCT}/lich-su`));
    await editor.getByRole('button', { name: 'Khôi phục phiên bản này' }).first().click();
    await editor.getByRole('alertdialog').getByRole('button', { name: 'Gửi duyệt' }).click();
    await editor.getByText('Đã gửi chờ duyệt.').waitFor();
    await editor.getByText('Có thay đổi chờ duyệt.').waitFor();
    expect(await products().getOne(PRODUCT)).toMatchObject({ storage: 'Để nơi khô, lời đề nghị thứ ba.' });
    await editor.goto(admin.at('/hoi-cho'));
    const fair = editor.getByRole('rowgroup').last().getByRole('checkbox').first();
    await fair.click({ force: true });
    await editor.getByText('Đã chọn 1', { exact: true }).waitFor();
    await button(editor, 'Gửi chờ duyệt').click();
    await editor.getByText('1 bản ghi đã duyệt giữ nguyên').waitFor();
  });
});

it('a producer proposes its texts, and nothing else can be typed', async () => {
  const { page, context } = await admin.asRole('producer', SCREENS.phone);
  await page.goto(admin.at('/chu-the/htxminhhoa10000'));
  await page.getByText('Bạn đề nghị sửa được: Giới thiệu').waitFor();
  await page.getByRole('textbox', { name: 'Giới thiệu', exact: true }).fill('Chúng tôi làm nghề đã ba đời.');
  await expect.poll(() => page.getByRole('textbox', { name: 'Tên chủ thể' }).isDisabled()).toBe(true);
  await button(page, 'Gửi duyệt').click();
  await page.getByText('Bạn đề nghị sửa lúc').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: 'Xem đề nghị' }).click();
  await page.getByText('Chờ duyệt', { exact: true }).first().waitFor();
  await looksRight(page);
  const kept = await admin.pocketbase.superuser.collection('producers').getOne('htxminhhoa10000');
  expect(kept['story']).not.toContain('ba đời');
  await context.close();
});
