/** The screens of their own: a decision with many products, a lot with diary and stamps, publishing. */

import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEM_WORDS } from '#domain/rules/recognitionProblems.ts';
import { type AdminPages, adminPages } from './adminPages.ts';

let admin: AdminPages;
let pocketbase: AdminPages['pocketbase'];
let page: AdminPages['page'];
const at = (path: string) => admin.at(path);

// The package is CommonJS with a `default` of its own, which its types do not tell.
const decodeQr = (jsQR as unknown as { default: typeof jsQR }).default;

/** What a scanner reads from a picture, by another library than the one that drew it. */
async function readQr(png: Buffer): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = decodeQr(new Uint8ClampedArray(data), info.width, info.height);
  return found?.data ?? '';
}

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

describe('a lot', () => {
  it('has a diary that is added to and corrected in order', async () => {
    await page.goto(at('/lo/lmatong10000000'));
    await page.getByRole('button', { name: 'Thêm công đoạn' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Công đoạn/ }).click();
    await page.getByRole('option', { name: 'Lưu kho' }).click();
    await dialog.getByLabel('Thời gian').fill('16/9/2026 8h30');
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã thêm công đoạn.').waitFor();
    await page.getByText('16/09/2026 08:30').waitFor();
    const entries = page.getByRole('region', { name: /Nhật ký sản xuất/ }).getByRole('listitem');
    const steps = await entries.allTextContents();
    expect(steps.findIndex((step) => step.includes('Lưu kho'))).toBe(steps.length - 2);
    await page.getByRole('button', { name: /Sửa Lưu kho, 16\/09\/2026 08:30/ }).click();
    await dialog.getByLabel('Nơi thực hiện').fill('Kho HTX');
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('16/09/2026 08:30 · Kho HTX').waitFor();
  });

  it('prints stamps below ten items only with a reason, which is kept', async () => {
    await page.goto(at('/lo/lgaonep00000000'));
    await page.getByRole('link', { name: 'In tem' }).click();
    await page.getByText(/Mới khai báo \d\/10 mục bắt buộc/).waitFor();
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'In 35 tem' }).click();
    await page.getByText('Cần ghi lý do khi chưa đủ mười mục.').waitFor();
    await page.getByLabel('Lý do in tem').fill('In thử máy in mới');
    await page.getByRole('button', { name: 'In 35 tem' }).click();
    await page.locator('body[data-printed]').waitFor();
    await expect.poll(() => page.getByRole('img', { name: 'Mã QR của DENGH 2345R' }).count()).toBe(35);
    await expect.poll(() => page.getByText('MẪU · BẢN THỬ').count()).toBe(35);
    const symbol = page.getByRole('img', { name: 'Mã QR của DENGH 2345R' }).last();
    expect(await readQr(await symbol.screenshot())).toBe(`${pocketbase.url}/t/DENGH2345R`);
    const lot = await pocketbase.superuser.collection('lots').getOne('lgaonep00000000');
    expect([lot['stamps_printed'], lot['stamps_reason']]).toEqual([true, 'In thử máy in mới']);
    const [settings] = await pocketbase.superuser.collection('site_settings').getFullList();
    expect(settings?.['stamps_printed']).toBe(false);
  });

  it('is recalled with a reason and a number to call', async () => {
    await page.goto(at('/lo/lmatong10000000'));
    await page.getByRole('button', { name: 'Thu hồi lô hàng', exact: true }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Thu hồi lô hàng' }).click();
    await dialog.getByText('Cần điền mục này.').waitFor();
    await dialog.getByLabel('Lý do thu hồi lô hàng').fill('Nhãn ghi sai hạn');
    await dialog.getByRole('button', { name: 'Thu hồi lô hàng' }).click();
    await page.getByText(/DỪNG SỬ DỤNG – lô bị thu hồi, thông báo lúc/).waitFor();
    const lot = await pocketbase.superuser.collection('lots').getOne('lmatong10000000');
    expect([lot['state'], lot['recall_reason']]).toEqual(['recalled', 'Nhãn ghi sai hạn']);
    expect(lot['recall_phone']).not.toBe('');
    expect(lot['recalled_at']).not.toBe('');
  });
});

describe('publishing', () => {
  it('asks by one button and follows the worker’s progress', async () => {
    await page.goto(at(''));
    await page.getByText('Chưa đăng lần nào').waitFor();
    await page.getByRole('button', { name: 'Đăng', exact: true }).click();
    await page.getByText('Đang chờ máy đăng nhận việc.').waitFor();
    const releases = pocketbase.superuser.collection('releases');
    const [asked] = await releases.getFullList();
    expect([asked?.['action'], asked?.['state'], asked?.['reason']]).toEqual(['publish', 'queued', 'button']);
    const id = asked?.id ?? '';
    const step = (name: string, state: string) => ({ step: name, state, startedAt: 0, endedAt: 0 });
    await releases.update(id, { state: 'running', steps: [step('read', 'done'), step('check', 'running')] });
    await page.getByText('Đang đăng… kiểm tra bản ghi').waitFor();
    const problem = { severity: 'error', collection: 'products', record: 'pmatong00000000', title: 'Mật ong' };
    await releases.update(id, {
      state: 'failed',
      log: 'Dừng ở bước kiểm tra.',
      problems: [{ ...problem, field: 'storage_en', message: 'Cần sửa mục này.' }],
    });
    await page.getByText('Phải sửa trước khi đăng được (1)').waitFor();
    await page.getByRole('link', { name: /Mật ong/ }).click();
    await page.getByLabel('Bảo quản (tiếng Anh)').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.closest('[id]')?.id ?? '');
    await expect.poll(() => page.locator('#truong-storage_en :focus').count()).toBe(1);
    expect(await focused()).not.toBe('');
  });

  it('counts changes since the live release and shows each record’s state', async () => {
    const releases = pocketbase.superuser.collection('releases');
    const now = () => new Date().toISOString().replace('T', ' ');
    await releases.create({ action: 'publish', state: 'live', name: 'r1', started_at: now(), ended_at: now() });
    await page.goto(at('/san-pham/pmatong00000000'));
    await page.getByText('Đang hiển thị').waitFor();
    await page.getByLabel('Nhãn hiệu').fill('Ong Rừng');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu.').waitFor();
    await page.getByText('1 thay đổi chưa đăng').waitFor();
    await page.getByText('Chưa đăng', { exact: true }).waitFor();
  });

  it('offers a kept release to be live again', async () => {
    const releases = pocketbase.superuser.collection('releases');
    const kept = await releases.create({ action: 'publish', state: 'kept', name: 'r0' });
    await page.goto(at('/dang'));
    await page.getByRole('button', { name: /Đưa lên lại bản/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Đưa lên lại' }).click();
    await page.waitForURL(/dang\/[a-z0-9]{15}/);
    const asked = await releases.getFirstListItem("action='activate'");
    expect([asked['target'], asked['state']]).toEqual([kept.id, 'queued']);
    await page.goto(at(''));
    await releases.delete(asked.id);
  });
});

describe('the first stamps for the market', () => {
  it('fix the public address, and need an admin', async () => {
    const [settings] = await pocketbase.superuser.collection('site_settings').getFullList();
    const id = settings?.id ?? '';
    await pocketbase.superuser.collection('site_settings').update(id, { public_address: 'https://ocop.example.vn' });
    const { page: other, context: own } = await admin.asRole('editor');
    await other.goto(at('/lo/ltrahoa00000000/tem'));
    await other.getByText('cần người quản trị in').waitFor();
    await own.close();
    await page.goto(at('/lo/ltrahoa00000000/tem'));
    await page.getByLabel('Lý do in tem').fill('Đợt đầu');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'In 35 tem' }).click();
    await page.locator('body[data-printed]').waitFor();
    expect(await page.getByText('BẢN THỬ').count()).toBe(0);
    await expect.poll(() => page.getByText('MẪU', { exact: true }).count()).toBe(35);
    const kept = await pocketbase.superuser.collection('site_settings').getOne(id);
    expect(kept['stamps_printed']).toBe(true);
  });
});
