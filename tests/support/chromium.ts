/** The browser of the tests: Debian's Chromium, or the one that CHROMIUM_BIN names. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright';

/** A phone and a desk, the two sizes at which pages are looked at. */
export const SCREENS = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>;

/** Starts Chromium without anything that would ask the network by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * A page in a context of its own (own storage, own sign-in), in Vietnamese and Hanoi time. Without the service worker, which would hide
 * requests from the test, unless `serviceWorkers: 'allow'`.
 */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = SCREENS.desk,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    serviceWorkers: 'block',
    ...options,
  });
  return { page: await context.newPage(), context };
}
