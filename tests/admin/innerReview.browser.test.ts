/** What is shown with an approved record goes to review in the admin: added, changed, removed, with what waits told where it belongs. */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../support/chromium.ts';
import { publicSnapshot } from '../support/publicSnapshot.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

const PRODUCT = 'pmatong00000000';
const NUMBER = 'MH-ISO-2026';

let admin: AdminPages;
let editor: Page;
let approver: Page;
let removed = 'none';

beforeAll(async () => {
  admin = await adminPages();
  ({ page: editor } = await admin.asRole('editor', SCREENS.phone));
  ({ page: approver } = await admin.asRole('approver'));
});

afterAll(async () => {
  await admin?.stop();
  // The one that was removed is asked for and is not there.
  expect(admin.complaints.filter((each) => !each.startsWith('404') || !each.includes(removed))).toEqual([]);
});

const certificates = () => admin.pocketbase.superuser.collection('certificates');
const snapshot = async () => (await publicSnapshot(admin.pocketbase)).hash;
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });
const waitingOf = (page: Page) => page.getByRole('list', { name: 'Chờ duyệt' });

/** The approver finds what waits in the list, and opens it. */
async function openWaiting(title: string): Promise<void> {
  await approver.goto(admin.at('/cho-duyet?xem=cho-duyet'));
  await approver.getByRole('rowheader').first().click();
  await approver.getByRole('heading', { level: 1, name: title }).waitFor();
}

async function approve(): Promise<void> {
  await button(approver, 'Duyệt').click();
  await approver.getByText('Đã duyệt. Trang công khai đổi ở lần đăng tới.').waitFor();
}

describe('a certificate of an approved product', () => {
  it('is added by an editor, waits unseen by the public, and stands once approved', async () => {
    const before = await snapshot();
    await editor.goto(admin.at(`/san-pham/${PRODUCT}`));
    await editor.getByRole('link', { name: 'Thêm chứng nhận' }).click();
    await button(editor, 'Gửi duyệt').waitFor();
    await editor.getByRole('button', { name: /Loại chứng nhận/ }).click();
    await editor.getByRole('option', { name: 'ISO 22000', exact: true }).click();
    await editor.getByRole('textbox', { name: 'Số', exact: true }).fill(NUMBER);
    await editor.getByLabel('Lời nhắn cho người duyệt').fill('Giấy mới');
    await looksRight(editor);
    await button(editor, 'Gửi duyệt').click();
    await editor.getByText('Đã gửi chờ duyệt.').waitFor();
    await waitingOf(editor)
      .getByRole('link', { name: `Thêm: ISO 22000 – ${NUMBER}` })
      .waitFor();
    await looksRight(editor);
    expect(await certificates().getFullList({ filter: `number='${NUMBER}'` })).toEqual([]);
    expect(await snapshot()).toBe(before);

    await openWaiting(`Thêm chứng nhận: ${NUMBER} (Mật ong hoa vải Minh Họa)`);
    await approver.locator('.changes', { hasText: NUMBER }).waitFor();
    await approver.getByText('“Giấy mới”').waitFor();
    await looksRight(approver);
    await approver.getByRole('main').getByRole('link', { name: 'Mật ong hoa vải Minh Họa' }).waitFor();
    await approve();
    await approver.getByRole('link', { name: 'Mở bản ghi' }).click();
    await approver.getByRole('heading', { level: 1, name: `ISO 22000 – ${NUMBER}` }).waitFor();
    expect(await snapshot()).not.toBe(before);
    expect(await certificates().getFullList({ filter: `number='${NUMBER}'` })).toHaveLength(1);
  });

  it('that came back is mended and sent again', async () => {
    await editor.goto(admin.at(`/chung-nhan/moi?product=${PRODUCT}`));
    await editor.getByRole('button', { name: /Loại chứng nhận/ }).click();
    await editor.getByRole('option', { name: 'HACCP', exact: true }).click();
    await button(editor, 'Gửi duyệt').click();
    await waitingOf(editor).getByRole('link').click();
    await editor.getByRole('link', { name: 'Sửa tiếp' }).click();
    const number = editor.getByRole('textbox', { name: 'Số', exact: true });
    await number.fill('MH-HACCP-77');
    await button(editor, 'Gửi duyệt').click();
    await editor.getByRole('heading', { level: 1, name: /^Thêm chứng nhận: MH-HACCP-77/ }).waitFor();
    await openWaiting('Thêm chứng nhận: MH-HACCP-77 (Mật ong hoa vải Minh Họa)');
    await button(approver, 'Trả lại').click();
    await approver.getByRole('dialog').getByLabel('Cần sửa gì').fill('Thiếu ngày cấp');
    await button(approver.getByRole('dialog'), 'Trả lại').click();
    await approver.getByText('Lý do: Thiếu ngày cấp').waitFor();
    await editor.reload();
    await editor.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
    await expect.poll(() => number.inputValue()).toBe('MH-HACCP-77');
    await button(editor, 'Bỏ thay đổi').click();
    expect(await certificates().getFullList({ filter: "number='MH-HACCP-77'" })).toEqual([]);
  });

  it('is changed and removed the same way', async () => {
    const [kept] = await certificates().getFullList({ filter: `number='${NUMBER}'` });
    removed = kept?.id ?? '';
    await editor.goto(admin.at(`/chung-nhan/${removed}`));
    await editor.getByRole('textbox', { name: 'Nơi cấp' }).fill('Tổ chức minh họa');
    await button(editor, 'Gửi duyệt').click();
    await editor.getByText('Có thay đổi chờ duyệt.').waitFor();
    await openWaiting(`Chứng nhận: ${NUMBER} (Mật ong hoa vải Minh Họa)`);
    await approve();
    await editor.reload();
    await button(editor, 'Đề nghị xóa').click();
    await looksRight(editor);
    await button(editor.getByRole('dialog'), 'Gửi duyệt').click();
    await editor.getByText('đề nghị xóa lúc').waitFor();
    expect(await certificates().getOne(removed)).toMatchObject({ issuer: 'Tổ chức minh họa' });
    await editor.goto(admin.at(`/san-pham/${PRODUCT}`));
    await waitingOf(editor)
      .getByRole('link', { name: `Xóa: ISO 22000 – ${NUMBER}` })
      .waitFor();
    await openWaiting(`Xóa chứng nhận: ${NUMBER} (Mật ong hoa vải Minh Họa)`);
    await approver.locator('.changes', { hasText: 'Tổ chức minh họa' }).waitFor();
    await looksRight(approver);
    await approve();
    expect(await certificates().getFullList({ filter: `number='${NUMBER}'` })).toEqual([]);
    await editor.goto(admin.at(`/chung-nhan/${removed}/lich-su`));
    await button(editor, 'Khôi phục bản ghi').first().click();
    await button(editor.getByRole('alertdialog'), 'Gửi duyệt').click();
    await editor.getByRole('heading', { level: 1, name: /^Thêm chứng nhận/ }).waitFor();
    await openWaiting(`Thêm chứng nhận: ${NUMBER} (Mật ong hoa vải Minh Họa)`);
    await approve();
    expect(await certificates().getOne(removed)).toMatchObject({ number: NUMBER, version: 3 });
  });
});
