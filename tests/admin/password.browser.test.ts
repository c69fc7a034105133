/** A forgotten password, from the sign-in screen through the letter to the new one; and one tried too often. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD_WORDS } from '#domain/rules/password.ts';
import { launchChromium, openPage, SCREENS } from '../support/chromium.ts';
import type { FreshPocketBase } from '../support/freshPocketBase.ts';
import { type MailServer, startMailServer } from '../support/mailServer.ts';
import { looksRight } from './looksRight.ts';
import { EMAILS, PASSWORD, runningAdmin } from './runningAdmin.ts';

const NEW = 'cau-ngan-de-nho';

let pocketbase: FreshPocketBase;
let browser: Browser;
let mail: MailServer;
let page: Page;
beforeAll(async () => {
  [pocketbase, browser, mail] = await Promise.all([runningAdmin(), launchChromium(), startMailServer()]);
  await pocketbase.superuser.settings.update({ meta: { appURL: pocketbase.url } });
  ({ page } = await openPage(browser, SCREENS.phone));
});
afterAll(async () => {
  await browser.close();
  await pocketbase.stop();
  await mail.stop();
});

/** What is tied to the field of the new password. */
async function saidAtPassword(): Promise<string> {
  const field = page.getByLabel('Mật khẩu mới', { exact: true });
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ').filter((id) => id !== '');
  const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()));
  return texts.join('\n');
}

const button = (name: string) => page.getByRole('button', { name });
async function signIn(password: string): Promise<void> {
  await page.goto(`${pocketbase.url}/quan-tri`);
  await page.getByLabel('Thư điện tử').fill(EMAILS.editor);
  await page.getByLabel('Mật khẩu').fill(password);
  await button('Đăng nhập').click();
}
/** Quoted-printable (RFC 2045) undone as far as links need it. */
const linkOf = (letter: string) =>
  /href="([^"]*mat-khau-moi#[^"]+)"/.exec(letter.replace(/=\n/g, '').replaceAll('=3D', '='))?.[1] ?? '';

test('without a mail server the screen says whom to ask', async () => {
  await page.goto(`${pocketbase.url}/quan-tri`);
  await page.getByText('Quên mật khẩu? Hãy hỏi người quản trị của cơ quan.').waitFor();
  expect(await page.getByRole('link', { name: 'Quên mật khẩu?' }).count()).toBe(0);
});

test('with one a letter leads to a new password, once', async () => {
  const smtp = { enabled: true, host: '127.0.0.1', port: mail.port, tls: false };
  await pocketbase.superuser.settings.update({ smtp });
  await page.reload();
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await page.getByRole('heading', { name: 'Quên mật khẩu' }).waitFor();
  await looksRight(page);
  await page.getByLabel('Thư điện tử').fill(EMAILS.editor);
  await button('Gửi thư').click();
  await page.getByRole('heading', { name: 'Hãy xem hộp thư' }).waitFor();
  await expect.poll(() => mail.letters.length).toBe(1);
  const link = linkOf(mail.letters[0]?.data ?? '');
  await page.goto(link);
  await page.getByRole('heading', { name: 'Đặt mật khẩu mới' }).waitFor();
  await looksRight(page);
  const fill = async (first: string, second: string) => {
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(first);
    await page.getByLabel('Gõ lại mật khẩu mới').fill(second);
    await button('Đổi mật khẩu').click();
  };
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  // What needs no list is said before anything is sent.
  for (const [weak, words] of [
    ['12345678', PASSWORD_WORDS.short],
    ['1234567890', PASSWORD_WORDS.plain],
    ['matkhau123', PASSWORD_WORDS.known],
  ] as const) {
    await fill(weak, weak);
    await expect.poll(saidAtPassword).toContain(words);
  }
  expect(requests.filter((url) => url.includes('/api/'))).toEqual([]);
  await looksRight(page);
  await fill('TinkerBell', 'TinkerBell');
  await expect.poll(saidAtPassword).toContain(PASSWORD_WORDS.common);
  await fill(NEW, `${NEW}x`);
  await page.getByText('Hai lần gõ không giống nhau.').waitFor();
  await fill(NEW, NEW);
  await page.getByRole('heading', { name: 'Đã đổi mật khẩu' }).waitFor();
  await page.getByRole('link', { name: 'Đăng nhập' }).click();
  await signIn(PASSWORD);
  await page.getByText('Thư điện tử hoặc mật khẩu chưa đúng').waitFor();
  await signIn(NEW);
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  await page.goto('about:blank');
  await page.goto(link);
  await fill(PASSWORD, PASSWORD);
  await page.getByText('Đường dẫn đã hết hạn hoặc đã dùng rồi. Hãy xin thư khác.').waitFor();
});

test('who tries too often is told to wait', async () => {
  await pocketbase.superuser.settings.update({
    rateLimits: { ...(await pocketbase.superuser.settings.getAll())['rateLimits'], excludedIPs: [] },
  });
  const { page: other, context } = await openPage(browser, SCREENS.desk);
  await other.goto(`${pocketbase.url}/quan-tri`);
  await other.getByLabel('Thư điện tử').fill(EMAILS.viewer);
  for (let at = 0; at < 11; at += 1) {
    await other.getByLabel('Mật khẩu').fill(`sai-${at}`);
    const answered = other.waitForResponse((response) => response.url().includes('auth-with-password'));
    await other.getByRole('button', { name: 'Đăng nhập' }).click();
    await answered;
  }
  await other.getByText('Thử quá nhiều lần. Hãy đợi một phút rồi thử lại.').waitFor();
  await context.close();
});
