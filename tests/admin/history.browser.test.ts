/** Two people on one record, each in a browser of their own; what was, and the way back to it. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../support/chromium.ts';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

const PRODUCT = 'pgaonep00000000';

let admin: AdminPages;
let first: Page;
let second: Page;

beforeAll(async () => {
  admin = await adminPages();
  first = admin.page;
  ({ page: second } = await admin.asRole('approver'));
});

afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints.filter((each) => !each.startsWith('404'))).toEqual([]);
});

const products = () => admin.pocketbase.superuser.collection('products');
const brandOf = (page: Page) => page.getByLabel('Nhãn hiệu');
const storageOf = (page: Page) => page.getByRole('textbox', { name: 'Bảo quản', exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();

/** Both have the record open as it is now; the first then saves a change of it. */
async function bothOpen(change: (page: Page) => Promise<void>): Promise<void> {
  for (const page of [first, second]) {
    await page.goto(admin.at(`/san-pham/${PRODUCT}`));
    await brandOf(page).waitFor();
  }
  // Not typing, the second would be given what the first saves.
  await storageOf(second).fill('Nơi khô, của người sau');
  await change(first);
  await save(first);
  await first.getByText('Đã lưu.').waitFor();
}

describe('two people on one record', () => {
  it('both keep what only one of them changed', async () => {
    await bothOpen((page) => brandOf(page).fill('Nhãn của người trước'));
    await save(second);
    await second.getByText('Đã lưu, cùng với những gì người khác vừa lưu.').waitFor();
    await expect.poll(() => brandOf(second).inputValue()).toBe('Nhãn của người trước');
    expect(await products().getOne(PRODUCT)).toMatchObject({
      brand: 'Nhãn của người trước',
      storage: 'Nơi khô, của người sau',
    });
  });

  it('of one field the second sees both values, and chooses', async () => {
    await products().update(PRODUCT, { storage: '', brand: '' });
    await bothOpen((page) => storageOf(page).fill('Nơi mát, của người trước'));
    await brandOf(second).fill('Nhãn của người sau');
    await save(second);
    const dialog = second.getByRole('alertdialog', { name: 'Hai người cùng sửa' });
    await dialog.getByText('Nguyễn Quản Trị vừa lưu bản ghi này').waitFor();
    const choice = dialog.getByRole('radiogroup', { name: 'Bảo quản' });
    await choice.getByText('Người kia ghi: Nơi mát, của người trước').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Lưu lựa chọn' }).isDisabled()).toBe(true);
    await looksRight(second);
    // Nothing is saved before the second has chosen.
    expect(await products().getOne(PRODUCT)).toMatchObject({ storage: 'Nơi mát, của người trước', brand: '' });
    await choice.getByText('Bạn nhập: Nơi khô, của người sau').click();
    await dialog.getByRole('button', { name: 'Lưu lựa chọn' }).click();
    await second.getByText('Đã lưu, cùng với').waitFor();
    expect(await products().getOne(PRODUCT)).toMatchObject({
      storage: 'Nơi khô, của người sau',
      brand: 'Nhãn của người sau',
    });
  });

  it('the second may take the other’s value, or go on typing', async () => {
    await products().update(PRODUCT, { storage: '' });
    await bothOpen((page) => storageOf(page).fill('Tủ lạnh, của người trước'));
    await save(second);
    const dialog = second.getByRole('alertdialog', { name: 'Hai người cùng sửa' });
    await dialog.getByRole('button', { name: 'Quay lại sửa tiếp' }).click();
    await expect.poll(() => storageOf(second).inputValue()).toBe('Nơi khô, của người sau');
    await save(second);
    await dialog.getByText('Người kia ghi').click();
    await dialog.getByRole('button', { name: 'Lưu lựa chọn' }).click();
    await second.getByText('Đã lưu, cùng với').waitFor();
    await expect.poll(() => storageOf(second).inputValue()).toBe('Tủ lạnh, của người trước');
  });
});

describe('the history of a record', () => {
  it('tells who changed what, and gives an earlier version back, field by field', async () => {
    await products().update(PRODUCT, { brand: 'Một', storage: 'Một' });
    await first.goto(admin.at(`/san-pham/${PRODUCT}`));
    await brandOf(first).fill('Hai');
    await storageOf(first).fill('Hai');
    await save(first);
    await first.getByText('Đã lưu.').waitFor();
    await first.getByRole('link', { name: 'Lịch sử', exact: true }).click();
    await first.getByRole('heading', { level: 1, name: /^Lịch sử: / }).waitFor();
    const newest = first.getByRole('listitem').first();
    await newest.getByText('Nguyễn Quản Trị').waitFor();
    await expect.poll(() => newest.getByText('Biểu mẫu').count()).toBe(1);
    await expect
      .poll(() => newest.locator('dd', { hasText: 'Một' }).first().textContent())
      .toBe('Trước: Một Sau: → Hai');
    await first.getByRole('button', { name: 'Khôi phục phiên bản này' }).first().click();
    const dialog = first.getByRole('alertdialog');
    await dialog.getByText('Bảo quản').click();
    await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await first.getByText('Đã khôi phục.').waitFor();
    expect(await products().getOne(PRODUCT)).toMatchObject({ brand: 'Một', storage: 'Hai' });
  });

  it('a lot that is out in the world becomes what it was for a reason only, and its page keeps the line', async () => {
    const lots = admin.pocketbase.superuser.collection('lots');
    const lot = 'lmatong10000000';
    const { quantity } = await lots.getOne(lot);
    await lots.update(lot, { quantity: 7, correction_reason: 'Đếm lại số thùng' });
    await first.goto(admin.at(`/lo/${lot}/lich-su`));
    await first.getByRole('button', { name: 'Khôi phục phiên bản này' }).first().click();
    const dialog = first.getByRole('alertdialog');
    await dialog.getByText(/Đã sửa ngày .*: số lượng/).waitFor();
    await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await dialog.getByText('Cần ghi lý do').waitFor();
    await looksRight(first);
    await dialog.getByLabel('Lý do sửa').fill('Đếm lại lần nữa, số cũ đúng');
    await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await first.getByText('Đã khôi phục. Lịch sử có thêm một thay đổi.').waitFor();
    const kept = await lots.getOne(lot);
    expect(kept['quantity']).toBe(quantity);
    expect(kept['corrections'].at(-1)).toMatchObject({ fields: ['quantity'], reason: 'Đếm lại lần nữa, số cũ đúng' });
  });

  it('a deleted record comes back from the list of deleted ones', async () => {
    const made = await products().create({ name: 'Chè kho Minh Họa', slug: 'che-kho-minh-hoa', state: 'draft' });
    await first.goto(admin.at(`/san-pham/${made.id}`));
    await first.getByRole('button', { name: 'Xóa', exact: true }).click();
    await first.getByRole('alertdialog').getByRole('button', { name: 'Xóa', exact: true }).click();
    await first.getByText('Đã xóa “Chè kho Minh Họa”.').waitFor();
    await first.goto(admin.at('/lich-su?xem=da-xoa'));
    await first.getByRole('rowheader', { name: 'Chè kho Minh Họa' }).first().click();
    await first.getByRole('button', { name: 'Khôi phục bản ghi' }).click();
    await first.getByRole('alertdialog').getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await first.getByText('Đã khôi phục bản ghi.').waitFor();
    await first.getByRole('heading', { level: 1, name: 'Chè kho Minh Họa' }).waitFor();
    expect(await products().getOne(made.id)).toMatchObject({ slug: 'che-kho-minh-hoa', version: 2 });
  });

  it('what cannot be deleted names why, and is withdrawn instead', async () => {
    await first.goto(admin.at('/san-pham/pmatong00000000'));
    await first.getByRole('button', { name: 'Xóa', exact: true }).click();
    const dialog = first.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Xóa', exact: true }).click();
    await dialog.getByText(/còn \d+ lô hàng \(.+\)/).waitFor();
    await dialog.getByRole('button', { name: 'Rút khỏi danh mục' }).click();
    await first.getByText(/^Đã rút “.+” khỏi danh mục\.$/).waitFor();
    expect(await products().getOne('pmatong00000000')).toMatchObject({ state: 'withdrawn' });
  });

  it('is not for producers, nor of accounts for others than admins; a person is forgotten by an admin', async () => {
    await second.goto(admin.at(`/nguoi-dung/${PRODUCT}/lich-su`));
    await second.getByText('không xem lịch sử').waitFor();
    const producers = admin.pocketbase.superuser.collection('producers');
    const person = await producers.create({
      name: 'Bà Nguyễn Mẫu',
      slug: 'ho-bamau01',
      kind: 'household',
      natural_person: true,
      state: 'draft',
    });
    await producers.update(person.id, { name: 'Hộ không tên' });
    await first.goto(admin.at(`/chu-the/${person.id}/lich-su`));
    await first.getByText('Bà Nguyễn Mẫu').first().waitFor();
    await first.getByRole('button', { name: 'Xóa dữ liệu cá nhân khỏi lịch sử' }).click();
    await first.getByLabel('Ai yêu cầu, ngày nào').fill('Đơn ngày 20/11/2026');
    await first.getByRole('button', { name: 'Xóa khỏi lịch sử' }).click();
    await first.getByText('Đã xóa dữ liệu cá nhân khỏi lịch sử.').waitFor();
    await first.getByText('(đã xóa theo yêu cầu)').first().waitFor();
    expect(await first.getByText('Bà Nguyễn Mẫu').count()).toBe(0);
  });

  it.each(Object.keys(SCREENS) as (keyof typeof SCREENS)[])('a change and a history fit a %s', async (size) => {
    const { page, context } = await admin.asRole('admin', SCREENS[size]);
    const [deleted] = await admin.pocketbase.superuser
      .collection('revisions')
      .getFullList({ filter: "action='delete'" });
    for (const path of [`/lich-su/${deleted?.id}`, `/san-pham/${PRODUCT}/lich-su`]) {
      await page.goto(admin.at(path));
      await page.locator('.changes').first().waitFor();
      await looksRight(page, path);
    }
    await context.close();
  });
});
