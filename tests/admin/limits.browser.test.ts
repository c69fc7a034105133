/** An admin limits an editor to a commune; the editor then sees everything and is offered no more than may be written. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCREENS } from '../support/chromium.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';
import { EMAILS } from './runningAdmin.ts';

let admin: AdminPages;
/** A producer in the editor's commune and one elsewhere. */
let own: { id: string; commune: string };
let other: { id: string; commune: string };

beforeAll(async () => {
  admin = await adminPages();
  const { superuser } = admin.pocketbase;
  const producers = await superuser
    .collection('producers')
    .getFullList({ filter: "commune != ''", sort: 'name', expand: 'commune' });
  const [first, ...rest] = producers.map((each) => ({
    id: each.id,
    commune: String(each.expand?.['commune']['name']),
  }));
  const second = rest.find((each) => each.commune !== first?.commune);
  if (first === undefined || second === undefined) throw new Error('the fixture has producers of one commune only');
  own = first;
  other = second;
});
afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

/** As a person types it. */
const bare = (commune: string) => commune.replace(/^(Xã|Phường) /, '');

test('limits are set in the form of an account, and hold from the next page on', async () => {
  const { page } = admin;
  const { superuser } = admin.pocketbase;
  const { id } = await superuser.collection('users').getFirstListItem(`email = '${EMAILS.editor}'`);
  await page.goto(admin.at(`/nguoi-dung/${id}`));
  await page.getByRole('button', { name: 'Giới hạn' }).click();
  await page.getByRole('combobox', { name: /xã, phường/ }).fill(bare(own.commune));
  await page.getByRole('option', { name: own.commune }).first().click();
  // The mark that is drawn lies over the box.
  await page.getByRole('checkbox', { name: 'Chủ thể' }).press('Space');
  await looksRight(page);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').first().waitFor();
  expect(await superuser.collection('users').getOne(id)).toMatchObject({ collections: ['producers'] });
});

test.each([
  ['desk', SCREENS.desk],
  ['phone', SCREENS.phone],
])('a limited editor reads what may be written, at a %s', async (_, screen) => {
  const { page, context } = await admin.asRole('editor', screen);
  await page.goto(admin.at(`/chu-the/${other.id}`));
  await page.getByText('Bản ghi này chỉ xem được.').waitFor();
  await page.getByText(`bản ghi của ${own.commune}`).waitFor();
  await expect.poll(() => page.getByLabel('Tên chủ thể').isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /^(Lưu|Gửi duyệt)$/ }).count()).toBe(0);
  await looksRight(page);

  await page.goto(admin.at(`/chu-the/${own.id}`));
  await page.getByText(`Tài khoản này chỉ ghi loại Chủ thể, bản ghi của ${own.commune}.`, { exact: true }).waitFor();
  await expect.poll(() => page.getByLabel('Tên chủ thể').isEnabled()).toBe(true);
  await looksRight(page);

  await page.goto(admin.at('/diem-ban'));
  await page.getByRole('heading', { level: 1, name: 'Điểm bán' }).waitFor();
  expect(await page.getByRole('link', { name: /^Thêm/ }).count()).toBe(0);
  await context.close();
});

test('a new record is offered the own communes alone', async () => {
  const { page, context } = await admin.asRole('editor');
  await page.goto(admin.at('/chu-the'));
  await page.getByRole('link', { name: 'Thêm chủ thể' }).click();
  await page.getByLabel('Tên chủ thể').waitFor();
  const commune = page.getByRole('combobox', { name: 'Xã, phường' });
  await commune.fill(bare(own.commune));
  await page.getByRole('option', { name: own.commune }).first().waitFor();
  await commune.fill(bare(other.commune));
  await expect.poll(() => page.getByRole('option', { name: other.commune }).count()).toBe(0);
  await expect.poll(() => page.getByRole('option', { name: own.commune }).count()).toBe(0);
  await context.close();
});
