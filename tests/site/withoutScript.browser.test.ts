/** With JavaScript off: every page is read whole, leads on, and offers nothing that would do nothing. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOfTemplates } from '#scripts/lighthouse/templates.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

const folder = await fixtureSite();
const pages = pagesOfTemplates(folder);

let browser: Browser;
let server: StaticServer;
let page: Page;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), staticServer(folder)]);
  page = (await openPage(browser, { ...SCREENS.phone, javaScriptEnabled: false })).page;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = (path: string) => page.goto(server.url + path, { waitUntil: 'load' });

describe('is read, leads on, and nothing on it is dead', () => {
  test.each(pages)('%s', async (path) => {
    await open(path);
    // As a screen reader is told it: only what is shown.
    const told = await page.locator('main').ariaSnapshot();
    expect(told).toMatch(/heading ".{3,}" \[level=1\]/);
    expect(told.length).toBeGreaterThan(100);
    expect(told).not.toMatch(/Đang tải|Loading/);
    await expect.poll(() => page.getByRole('link').count()).toBeGreaterThan(0);
    // A control works without a script when a form sends it or when it is a <summary>.
    const dead: string[] = [];
    for (const control of await page.locator('button, input, select, textarea').all()) {
      if (!(await control.isVisible())) continue;
      if ((await control.locator('xpath=ancestor::form[@action]').count()) === 1) {
        if ((await control.getAttribute('type')) !== 'button') continue;
      }
      dead.push((await control.evaluate((element) => element.outerHTML)).slice(0, 120));
    }
    expect(dead).toEqual([]);
    const waiting = page.locator('[aria-busy="true"], [aria-expanded], progress');
    for (const each of await waiting.all()) expect(await each.isVisible()).toBe(false);
  });
});
