/** The pages of sales points in a browser: whom they ask, where the visitor stands. */
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

/** A kilometre from the stall at Kinh Bắc, sixteen from the middle of Bắc Giang. */
export const NEAR_KINH_BAC = { latitude: 21.1951, longitude: 106.0601 };
export const STALL = 'Gian hàng OCOP Minh Họa Kinh Bắc';
export const SHOP = 'Điểm bán OCOP Minh Họa Bắc Giang';
export const SPARSE = 'Cửa hàng Ví Dụ';

export interface PlacesSite {
  browser: Browser;
  server: StaticServer;
  stop: () => Promise<void>;
}

/** Starts a browser and serves the fixture's site. */
export async function placesSite(): Promise<PlacesSite> {
  const [browser, server] = await Promise.all([launchChromium(), fixtureSite().then(staticServer)]);
  const stop = async () => {
    await browser.close();
    await server.stop();
  };
  return { browser, server, stop };
}

interface Opened {
  page: Page;
  /** Requests to anybody else, and what the content policy or a script complained of. */
  foreign: string[];
  problems: string[];
}

/** A page of the fixture's site, and what it asked of others. */
export async function openPlaces(
  { browser, server }: PlacesSite,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const { page } = await openPage(browser, { ...SCREENS.desk, ...options });
  const [foreign, problems]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) foreign.push(request.url());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) problems.push(message.text());
  });
  await page.addInitScript(() => {
    Object.assign(window, { asked: 0 });
    const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (...all) => {
      Object.assign(window, { asked: Number(Reflect.get(window, 'asked')) + 1 });
      ask(...all);
    };
  });
  await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
  return { page, foreign, problems };
}

/** A browser that tells where it is. */
export const here = (geolocation = NEAR_KINH_BAC) => ({ geolocation, permissions: ['geolocation'] });
/** How often the page asked the browser where it is. */
export const asked = (page: Page) => page.evaluate(() => Number(Reflect.get(window, 'asked')));
export const nearestButton = (page: Page) => page.getByRole('button', { name: 'Tìm điểm bán gần tôi' });
