/** The programme's office at work: counts and targets as of a day, facts of many producers at once, a course and what it offers. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AdminPages, adminPages } from './adminPages.ts';

let admin: AdminPages;
let page: AdminPages['page'];
let superuser: AdminPages['pocketbase']['superuser'];

beforeAll(async () => {
  admin = await adminPages();
  page = admin.page;
  superuser = admin.pocketbase.superuser;
});
afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

const factOf = async (id: string, fact: string) => (await superuser.collection('producers').getOne(id))[fact];
const countOf = (title: string) =>
  page.locator('.card').filter({ hasText: title }).locator('span').first().textContent();

it('counts taking part and holding stars apart, for today and for a day that has passed', async () => {
  await page.goto(admin.at('/chuong-trinh'));
  await page.getByRole('heading', { name: 'Tham gia và đang có sao' }).waitFor();
  expect(await countOf('Tham gia chương trình')).toBe('13');
  expect(await countOf('Đang có sao')).toBe('4');
  const target = page.getByRole('row').filter({ hasText: 'Sản phẩm từ 3 sao còn hiệu lực' });
  await expect.poll(() => target.textContent()).toMatch(/20 sản phẩm420\s%Còn thiếu 16 sản phẩm/);
  await expect
    .poll(() => page.getByRole('row').filter({ hasText: 'Người được tập huấn' }).textContent())
    .toContain('không đếm được');

  await page.getByLabel('Tính đến ngày').fill('31/12/2022');
  await page.getByRole('cell', { name: '31/12/2022' }).first().waitFor();
  expect(await countOf('Đang có sao')).toBe('2');
});

it('names products whose stated part does not fit their decisions, with the way out', async () => {
  const { version } = await superuser.collection('products').getOne('pmatong00000000');
  await superuser.collection('products').update('pmatong00000000', { programme_state: 'left', version });
  await page.goto(admin.at('/chuong-trinh'));
  const line = page.getByRole('listitem').filter({ hasText: 'Mật ong hoa vải Minh Họa' });
  await expect.poll(() => line.textContent()).toContain('Hãy ghi “Đạt sao”');
  expect(await countOf('Tham gia chương trình')).toBe('13');
});

it('finds producers of whom nobody has said, and tells a fact of several at once', async () => {
  await page.goto(admin.at('/chu-the?has_website=-'));
  const names = ['HTX Minh Họa 1', 'Công ty TNHH Minh Họa 2'];
  for (const name of names) await page.getByRole('row', { name }).getByRole('checkbox').click({ force: true });
  await page.getByText('Đã chọn 2', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Đổi một mục…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đổi một mục của 2 bản ghi' });
  await dialog.getByRole('button', { name: 'Có trang web riêng' }).last().click();
  await page.getByRole('option', { name: 'Có', exact: true }).click();
  await dialog.getByRole('button', { name: 'Đổi 2 bản ghi' }).click();
  await page.getByText('Đã đổi 2 bản ghi.').waitFor();
  expect(await factOf('htxminhhoa10000', 'has_website')).toBe('yes');
  expect(await factOf('congtymh2000000', 'has_website')).toBe('yes');
  // They are no longer among those of whom nobody has said.
  await page.getByRole('row', { name: names[0] as string }).waitFor({ state: 'detached' });
});

it('offers to note who was trained, and notes nothing by itself', async () => {
  const course = await superuser.collection('trainings').create({
    name: 'Ghi nhật ký điện tử',
    starts_on: '2026-10-05',
    participants: 24,
    producers: ['htxminhhoa10000', 'congtymh2000000'],
  });
  expect(await factOf('htxminhhoa10000', 'trained')).not.toBe('yes');
  await page.goto(admin.at(`/tap-huan/${course.id}`));
  const offer = page.getByRole('button', { name: 'Ghi “Đã tập huấn: Có” cho 2 chủ thể' });
  await offer.click();
  await page.getByText('Đã đổi 2 bản ghi.').waitFor();
  await offer.waitFor({ state: 'detached' });
  expect(await factOf('htxminhhoa10000', 'trained')).toBe('yes');
});
