/** An approver signs in with the code of a letter; wrong, expired and sent again, in words. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium, openPage, SCREENS } from '../support/chromium.ts';
import type { FreshPocketBase } from '../support/freshPocketBase.ts';
import { letterFiles } from '../support/letterFiles.ts';
import { looksRight } from './looksRight.ts';
import { EMAILS, PASSWORD, runningAdmin } from './runningAdmin.ts';

let pocketbase: FreshPocketBase;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [pocketbase, browser] = await Promise.all([runningAdmin({ env: { OCOP_MAIL: 'file' } }), launchChromium()]);
});
// Each begins signed out: in a storage of its own, since an answer still under way would write a cleared session anew.
beforeEach(async () => {
  ({ page, context } = await openPage(browser, SCREENS.phone));
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await pocketbase.stop();
});

const letters = () => letterFiles(pocketbase.data);
async function codeOf(count: number): Promise<string> {
  await expect.poll(() => letters().length).toBe(count);
  const text = readFileSync(letters().at(-1) ?? '', 'utf8');
  expect(text).toContain('Subject: Mã đăng nhập: ');
  return /<strong>(\d{6})<\/strong>/.exec(text)?.[1] ?? '';
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = () => page.getByLabel('Mã đăng nhập');
async function signIn(email: string): Promise<void> {
  await page.goto(`${pocketbase.url}/quan-tri`);
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await button('Đăng nhập').click();
}

test('an admin switches codes on in the settings, once letters go somewhere', async () => {
  await signIn(EMAILS.admin);
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  const [site] = await pocketbase.superuser.collection('site_settings').getFullList();
  await page.goto(`${pocketbase.url}/quan-tri/thiet-lap/${site?.id}`);
  await page.getByText('Mã đăng nhập một lần qua thư', { exact: true }).click();
  await button('Lưu').click();
  await page.getByText('Đã lưu.').waitFor();
  expect(letters()).toHaveLength(1);
});

test('a wrong code is refused in words, another is sent, and that one lets in', async () => {
  await signIn(EMAILS.approver);
  await page.getByRole('heading', { name: 'Gõ mã trong thư' }).waitFor();
  await page.getByText(`Chúng tôi vừa gửi một mã đến ${EMAILS.approver}`).waitFor();
  await expect.poll(() => field().getAttribute('autocomplete')).toBe('one-time-code');
  expect(await field().evaluate((input) => document.activeElement === input)).toBe(true);
  await looksRight(page);
  const first = await codeOf(2);
  await field().fill(first === '123456' ? '654321' : '123456');
  await button('Đăng nhập').click();
  await page.getByText('Mã chưa đúng hoặc đã hết hạn.').waitFor();
  await button('Gửi mã khác').click();
  await page.getByText('Đã gửi mã khác.').waitFor();
  await field().fill(await codeOf(3));
  await button('Đăng nhập').click();
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
});

test('a first step of too long ago begins anew; an editor is asked for no code', async () => {
  await signIn(EMAILS.approver);
  const code = await codeOf(4);
  const steps = pocketbase.superuser.collection('_mfas');
  for (const { id } of await steps.getFullList()) await steps.delete(id);
  await field().fill(code);
  await button('Đăng nhập').click();
  await page.getByText('Hãy đăng nhập lại từ đầu.').waitFor();
  await button('Đăng nhập lại từ đầu').click();
  await signIn(EMAILS.editor);
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
});

test('over a form where the session ended, the code is asked for too', async () => {
  const before = letters().length;
  await signIn(EMAILS.approver);
  await field().fill(await codeOf(before + 1));
  await button('Đăng nhập').click();
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  await page.goto(`${pocketbase.url}/quan-tri/san-pham/pmatong00000000`);
  await page.getByLabel('Nhãn hiệu').fill('Sau mã');
  const users = pocketbase.superuser.collection('users');
  const { id } = await users.getFirstListItem(`email='${EMAILS.approver}'`);
  await users.update(id, { password: PASSWORD, passwordConfirm: PASSWORD });
  await button('Lưu').click();
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await button('Đăng nhập').click();
  await field().waitFor();
  await expect.poll(() => field().evaluate((input) => document.activeElement === input)).toBe(true);
  await looksRight(page);
  await field().fill(await codeOf(before + 2));
  await button('Đăng nhập').click();
  await page.getByText('Đã lưu.').waitFor();
});
