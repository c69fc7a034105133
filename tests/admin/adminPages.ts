/** Signed-in browser pages on a running admin, and what the browser complained of meanwhile. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { launchChromium, openPage } from '../support/chromium.ts';
import type { FreshPocketBase } from '../support/freshPocketBase.ts';
import { EMAILS, PASSWORD, runningAdmin } from './runningAdmin.ts';

export interface AdminPages {
  pocketbase: FreshPocketBase;
  browser: Browser;
  /** Signed in as an admin, at a desk. */
  page: Page;
  /** The full address of a path of the admin. */
  at: (path: string) => string;
  /** A page of its own, signed in as somebody else or on another screen. */
  asRole: (
    role: keyof typeof EMAILS,
    screen?: BrowserContextOptions,
  ) => Promise<{ page: Page; context: BrowserContext }>;
  /** Scripts that threw, requests that failed without being refused, and what the Content-Security-Policy stopped. */
  complaints: string[];
  stop: () => Promise<void>;
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A failed request is told by its response below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) complaints.push(message.text());
  });
  page.on('response', (response) => {
    const isRefusal = [400, 409, 507].includes(response.status());
    if (response.status() >= 400 && !isRefusal) complaints.push(`${response.status()} ${response.url()}`);
  });
}

/** Starts all of it. To be stopped in `afterAll`. */
export async function adminPages(options: Parameters<typeof runningAdmin>[0] = {}): Promise<AdminPages> {
  const [pocketbase, browser] = await Promise.all([runningAdmin(options), launchChromium()]);
  const complaints: string[] = [];
  const at = (path: string) => `${pocketbase.url}/quan-tri${path}`;
  const asRole: AdminPages['asRole'] = async (role, screen) => {
    const { page, context } = await openPage(browser, screen);
    listen(page, complaints);
    await page.goto(at(''));
    await page.getByLabel('Thư điện tử').fill(EMAILS[role]);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    return { page, context };
  };
  const { page } = await asRole('admin');
  const stop = async () => {
    await browser.close();
    await pocketbase.stop();
  };
  return { pocketbase, browser, page, at, asRole, complaints, stop };
}
