/** Many products on one screen: recognised or withdrawn by one decision, and listed by when their certificates end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';
import { type AdminPages, adminPages } from './adminPages.ts';

let admin: AdminPages;
let pocketbase: AdminPages['pocketbase'];
let page: AdminPages['page'];
const at = (path: string) => admin.at(path);

beforeAll(async () => {
  admin = await adminPages();
  ({ pocketbase, page } = admin);
});

afterAll(async () => {
  await admin?.stop();
  expect(admin.complaints).toEqual([]);
});

describe('a decision with many products', () => {
  it('adds by search and by a pasted list, saves each, and ends the running recognition', async () => {
    const decisions = pocketbase.superuser.collection('decisions');
    const decision = await decisions.create({
      number: '900/QĐ-MH',
      decided_on: '2026-10-01',
      authority: 'province',
      kind: 'recognition',
      demonstration: true,
    });
    await page.goto(at(`/quyet-dinh/${decision.id}`));
    await page.getByRole('link', { name: 'Công nhận nhiều sản phẩm' }).click();
    await page.getByRole('combobox', { name: 'Thêm sản phẩm' }).fill('mat ong');
    await page.getByRole('option', { name: /Mật ong hoa vải/ }).click();
    await page.getByRole('button', { name: 'Dán danh sách' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên sản phẩm').fill('1. GAO NEP MINH HOA\nTiêu xay Minh Họa\t4 sao\t75,5\nKhông có thật');
    await dialog.getByRole('button', { name: 'Đối chiếu' }).click();
    await dialog.getByText('Khớp 2/3 dòng.').waitFor();
    await dialog.getByText('Không có sản phẩm nào mang tên này.').waitFor();
    await dialog.getByRole('button', { name: 'Thêm 2 sản phẩm' }).click();
    await page.getByRole('button', { name: 'Lưu 3 sản phẩm' }).click();
    await expect.poll(() => page.getByText('Hãy chọn số sao.').count()).toBe(2);
    for (const [product, stars] of [
      ['Mật ong hoa vải Minh Họa', '5 sao'],
      ['Gạo nếp Minh Họa', '3 sao'],
    ]) {
      await page.getByRole('button', { name: `Số sao của ${product}` }).click();
      await page.getByRole('option', { name: stars ?? '' }).click();
    }
    await page.getByRole('button', { name: 'Lưu 3 sản phẩm' }).click();
    // A province gives no five stars: the row says so, and no other row is saved without it.
    await page
      .getByRole('row', { name: /Mật ong/ })
      .getByText(PROBLEM_WORDS.authorityCouldNotGrant)
      .waitFor();
    const recognitions = pocketbase.superuser.collection('recognitions');
    expect(await recognitions.getFullList({ filter: `decision='${decision.id}'` })).toEqual([]);
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Số sao của Mật ong hoa vải Minh Họa' }).click();
    await page.getByRole('option', { name: '4 sao' }).click();
    await page.getByRole('button', { name: 'Lưu 3 sản phẩm' }).click();
    await page.getByText('Đã lưu 3/3 sản phẩm.').waitFor();
    await page
      .getByRole('row', { name: /Mật ong/ })
      .getByText('Đã lưu, thay lần 14/03/2025')
      .waitFor();
    const kept = await recognitions.getFullList({ filter: `decision='${decision.id}'`, expand: 'product' });
    expect(kept.map((each) => each['stars']).sort()).toEqual([3, 4, 4]);
    expect(kept.map((each) => each['score']).sort()).toEqual([0, 0, 75.5]);
    const honey = kept.find((each) => each['product'] === 'pmatong00000000');
    expect((await recognitions.getOne('rmatong20000000'))['superseded_by']).toBe(honey?.id);
  });

  it('withdraws the certificates of a pasted list, none of them while one has no certificate', async () => {
    const decisions = pocketbase.superuser.collection('decisions');
    const decision = await decisions.create({
      number: '901/QĐ-MH',
      decided_on: '2026-11-01',
      authority: 'province',
      kind: 'withdrawal',
      demonstration: true,
    });
    await page.goto(at(`/quyet-dinh/${decision.id}`));
    await page.getByRole('link', { name: 'Thu hồi giấy chứng nhận nhiều sản phẩm' }).click();
    await page.getByRole('button', { name: 'Dán danh sách' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên sản phẩm').fill('1. GAO NEP MINH HOA\nTiêu xay Minh Họa');
    await dialog.getByRole('button', { name: 'Đối chiếu' }).click();
    await dialog.getByRole('button', { name: 'Thêm 2 sản phẩm' }).click();
    await page.getByRole('button', { name: 'Thu hồi của 2 sản phẩm' }).click();
    await page.getByText('Hãy chọn lý do thu hồi.').waitFor();
    await page.getByRole('button', { name: /Lý do thu hồi/ }).click();
    await page.getByRole('option', { name: 'Ngừng sản xuất' }).click();
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    // One certificate goes while the screen stands open.
    const recognitions = pocketbase.superuser.collection('recognitions');
    const ofPepper = { filter: `product.name~'Tiêu xay' && superseded_by=''`, sort: '-issued_on' };
    const [pepper] = await recognitions.getFullList(ofPepper);
    await recognitions.update(pepper?.id ?? '', { revoked_on: '2026-10-30', revocation_ground: 'other' });
    await page.getByRole('button', { name: 'Thu hồi của 2 sản phẩm' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Tiêu xay' })
      .getByText(/không có giấy chứng nhận/)
      .waitFor();
    const ofDecision = { filter: `revocation_decision='${decision.id}'` };
    expect(await recognitions.getFullList(ofDecision)).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ Tiêu xay Minh Họa' }).click();
    await page.getByRole('button', { name: 'Thu hồi của 1 sản phẩm' }).click();
    await page.getByText('Đã lưu 1/1 sản phẩm.').waitFor();
    expect(await recognitions.getFullList(ofDecision)).toMatchObject([
      { revoked_on: '2026-11-01', revocation_ground: 'stopped' },
    ]);
  });
});

describe('certificates that end', () => {
  it('are listed by what is due, with whom to call, for those who may see it', async () => {
    const products = pocketbase.superuser.collection('products');
    const product = await products.getFirstListItem("name~'Bánh đa'");
    const contacts = pocketbase.superuser.collection('producer_contacts');
    const contact = await contacts.getFirstListItem(`producer='${product['producer']}'`);
    await contacts.update(contact.id, { phone: '0900 000 123' });
    await page.goto(at('/han-giay-chung-nhan'));
    const item = page.getByRole('listitem').filter({ hasText: product['name'] });
    await item.getByRole('link', { name: '0900 000 123' }).waitFor();
    await expect.poll(() => item.textContent()).toMatch(/Còn \d+ ngày|\d+ ngày trước/);
    await page.setViewportSize({ width: 360, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
