/** A province's colours, and whether its pictures can be shown, as staff see them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { photo, uploadPicture } from '#tests/support/photo.ts';
import { type AdminPages, adminPages } from './adminPages.ts';

let admin: AdminPages;
let pocketbase: AdminPages['pocketbase'];
let page: AdminPages['page'];

beforeAll(async () => {
  admin = await adminPages();
  ({ pocketbase, page } = admin);
});
afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

it('refuses a colour that cannot be read, in words at its field, and keeps one that can', async () => {
  const [settings] = await pocketbase.superuser.collection('site_settings').getFullList();
  await page.goto(admin.at(`/thiet-lap/${settings?.id}`));
  const link = page.getByRole('textbox', { name: 'Màu liên kết', exact: true });
  await link.fill('#6aa0d8');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.locator('#truong-colour_cham').getByText('cần ít nhất 4,5:1').waitFor();
  await expect.poll(() => link.getAttribute('aria-invalid')).toBe('true');
  // The browser's own chooser writes into the same field.
  await page.getByLabel('Chọn màu liên kết').fill('#17406d');
  await expect.poll(() => link.inputValue()).toBe('#17406d');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();
  const kept = await pocketbase.superuser.collection('site_settings').getOne(settings?.id ?? '');
  expect([kept['colour_cham'], kept['colour_son']]).toEqual(['#17406d', '']);
});

it('says of a picture that it is being prepared, ready, or broken and why', async () => {
  const media = await uploadPicture(pocketbase.superuser, await photo(), 'lo-mat.jpg', 'image/jpeg', 'Lọ mật trên bàn');
  await pocketbase.superuser.collection('products').update('pmatong00000000', { pictures: [media.id] });
  await page.goto(admin.at('/san-pham/pmatong00000000'));
  const entry = page.getByRole('listitem').filter({ hasText: 'Lọ mật trên bàn' });
  await entry.getByText('Đang chuẩn bị').waitFor();
  // The worker's answer shows by itself.
  await pocketbase.superuser.collection('media').update(media.id, { preparation: 'ready' });
  await entry.getByText('Sẵn sàng').waitFor();
  const problem = 'tệp bị cụt hoặc hỏng giữa chừng';
  await pocketbase.superuser.collection('media').update(media.id, { preparation: 'broken', problem });
  await page.goto(admin.at('/anh?loc=hong'));
  await page.getByRole('row').filter({ hasText: 'Lọ mật trên bàn' }).getByText(problem).waitFor();
  await page.goto(admin.at(`/anh/${media.id}`));
  await page.getByText('Trang công khai hiện tranh thay cho ảnh này.').waitFor();
});
