/** The screens of their own: a lot with diary and stamps, publishing. */
import jsQR from 'jsqr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminPages, adminPages } from './adminPages.ts';
import { looksRight } from './looksRight.ts';

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

  it('is corrected with a reason: what the page will say stands in the dialog, and nothing goes without', async () => {
    await page.goto(at('/lo/lmatong10000000'));
    expect(await page.getByRole('textbox', { name: 'Hạn sử dụng (HSD)' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Sửa thông tin lô' }).click();
    const dialog = page.getByRole('alertdialog');
    const correct = dialog.getByRole('button', { name: 'Sửa thông tin lô' });
    await correct.click();
    await dialog.getByText('Chưa đổi mục nào.').waitFor();
    await dialog.getByText('Cần ghi lý do, ít nhất 10 chữ cái.').waitFor();
    await dialog.getByLabel('Hạn sử dụng (HSD)').fill('1/1/2020');
    await dialog.getByLabel('Lý do sửa').fill('Gõ nhầm so với nhãn');
    await dialog.getByText('hãy dán lại nhãn').waitFor();
    await correct.click();
    await dialog.getByText('Hạn sử dụng trước ngày').first().waitFor();
    await dialog.getByLabel('Hạn sử dụng (HSD)').fill('12/9/2027');
    await dialog.getByText(/^Đã sửa ngày .*: hạn sử dụng\.$/).waitFor();
    await correct.click();
    await page.getByText('Lý do: Gõ nhầm so với nhãn').waitFor();
    const lot = await pocketbase.superuser.collection('lots').getOne('lmatong10000000');
    expect([lot['use_by'], lot['corrections']]).toEqual([
      '2027-09-12',
      [{ day: expect.any(String), fields: ['use_by'], reason: 'Gõ nhầm so với nhãn' }],
    ]);
  });

  it('is taken out of circulation, prints no stamps, and comes back with a reason', async () => {
    await page.goto(at('/lo/lgaonep00000000'));
    await page.getByRole('button', { name: 'Ngừng lưu hành' }).click();
    const dialog = page.getByRole('alertdialog');
    const withdraw = dialog.getByRole('button', { name: 'Ngừng lưu hành' });
    await dialog.getByLabel('Ngừng lưu hành từ ngày').fill('1/1/2999');
    await withdraw.click();
    await dialog.getByText('Cần ghi lý do, ít nhất 10 chữ cái.').waitFor();
    await dialog.getByLabel('Lý do ngừng lưu hành').fill('In sai nhãn, chưa giao cho ai');
    await dialog.getByText('không sau hôm nay').waitFor();
    await dialog.getByLabel('Ngừng lưu hành từ ngày').fill('20/11/2026');
    await dialog.getByText('từ ngày 20/11/2026. Lý do: In sai nhãn, chưa giao cho ai. Đây không phải').waitFor();
    await withdraw.click();
    await page.getByRole('button', { name: 'Đưa ra lưu hành lại' }).waitFor();
    expect(await page.getByRole('link', { name: 'In tem' }).count()).toBe(0);
    await page.goto(at('/lo/lgaonep00000000/tem'));
    await page.getByText('Lô hàng ngừng lưu hành nên không in tem.').waitFor();
    await page.goto(at('/lo/lgaonep00000000'));
    await page.getByRole('button', { name: 'Đưa ra lưu hành lại' }).click();
    await dialog.getByLabel('Lý do lưu hành lại').fill('Đã dán lại nhãn đúng');
    await dialog.getByRole('button', { name: 'Đưa ra lưu hành lại' }).click();
    // The dialog shows the line, too.
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/: tình trạng lưu hành\./).waitFor();
    const lot = await pocketbase.superuser.collection('lots').getOne('lgaonep00000000');
    expect([lot['state'], lot['withdrawn_on'], lot['withdrawal_reason']]).toEqual(['active', '', '']);
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

  it('says what is held back: in the frame, at the release, and at the record until it is mended', async () => {
    const releases = pocketbase.superuser.collection('releases');
    const live = await releases.getFirstListItem("state='live'");
    const product = 'pgaonep00000000';
    const problem = { severity: 'held', collection: 'products', record: product, title: 'Gạo nếp' };
    const now = new Date().toISOString().replace('T', ' ');
    await releases.update(live.id, {
      counts: { held: 1 },
      started_at: now,
      problems: [{ ...problem, field: 'story', message: 'Mục này nêu tên một hộ chưa đồng ý công khai.' }],
    });
    await page.goto(at(`/san-pham/${product}`));
    await page.getByText('Bị giữ lại – cần sửa').waitFor();
    await page.getByText('Mục này nêu tên một hộ chưa đồng ý công khai.').waitFor();
    await looksRight(page);
    await page.goto(at(''));
    await page.getByText('1 bản ghi bị giữ lại vì có lỗi').waitFor();
    await page.getByRole('link', { name: '1 bản ghi bị giữ lại', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Xem và sửa' }).click();
    await page.getByText('Bị giữ lại vì có lỗi (1)').waitFor();
    await looksRight(page);
    await page.getByRole('link', { name: /Gạo nếp/ }).click();
    await expect.poll(() => page.locator('#truong-story :focus').count()).toBe(1);
    await page.getByLabel('Câu chuyện sản phẩm', { exact: true }).fill('Gạo của đồng chiêm.');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu.').waitFor();
    await page.getByText('Chưa đăng', { exact: true }).waitFor();
    expect(await page.getByText('Bản ghi này bị giữ lại').count()).toBe(0);
    await releases.update(live.id, { counts: {}, problems: [] });
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
