/** Everything that can be pressed is reached, seen and used with the keyboard alone. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOfTemplates } from '#scripts/lighthouse/templates.ts';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';

const folder = await fixtureSite();
const pages = pagesOfTemplates(folder, 1);
/** More than any page of the fixture has. */
const MOST_PRESSES = 500;

let browser: Browser;
let server: StaticServer;
let page: Page;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), staticServer(folder)]);
  page = (await openPage(browser, SCREENS.desk)).page;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = (path: string) => page.goto(server.url + path, { waitUntil: 'networkidle' });

/** Numbers what can be pressed in the order of the page; of a group of radio buttons, one is a stop. */
function numberStops(): number {
  const groups = new Set<string>();
  const stops = Array.from(
    document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ).filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled')) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const isNew = !groups.has(element.name);
    groups.add(element.name);
    return isNew;
  });
  stops.forEach((element, index) => {
    element.dataset['stop'] = String(index);
    if (element instanceof HTMLInputElement && element.type === 'radio')
      for (const other of document.querySelectorAll<HTMLElement>(`input[name="${element.name}"]`))
        other.dataset['stop'] = String(index);
  });
  return stops.length;
}

/** Where the focus is, and whether one can see it: an outline around it or around the card or box that it fills. */
function focusNow(): { stop: number; seen: boolean; html: string } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const around = [element, element.parentElement, element.parentElement?.parentElement, element.closest('.card')];
  const isOutlined = around.some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  const box = element.getBoundingClientRect();
  const isInView = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return {
    stop: Number(element.dataset['stop'] ?? -1),
    seen: isOutlined && isInView && box.width > 0,
    html: element.outerHTML.slice(0, 120),
  };
}

describe('Tab', () => {
  test.each(pages)('%s: reaches all, shows where it is, and comes to an end', async (path) => {
    await open(path);
    const count = await page.evaluate(numberStops);
    const reached = new Set<number>();
    const unseen: string[] = [];
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(focusNow);
      // From the last stop the focus leaves the page, or comes round to the first.
      if (focus === null || reached.has(focus.stop)) break;
      if (!focus.seen) unseen.push(focus.html);
      reached.add(focus.stop);
    }
    expect(unseen).toEqual([]);
    const missed = Array.from({ length: count }, (_, stop) => stop).filter((stop) => !reached.has(stop));
    const named = await page.evaluate(
      (stops) => stops.map((stop) => document.querySelector(`[data-stop="${stop}"]`)?.outerHTML.slice(0, 120)),
      missed,
    );
    expect(named).toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  const focused = () => page.locator(':focus');

  test('the menu of a phone opens, leads on and closes', async () => {
    const { page: phone, context } = await openPage(browser, SCREENS.phone);
    await phone.goto(server.url);
    const menu = phone.locator('summary', { hasText: 'Mục lục' });
    await menu.focus();
    await phone.keyboard.press('Enter');
    await phone.locator('details.menu[open]').waitFor();
    await phone.keyboard.press('Tab');
    await expect.poll(() => phone.locator(':focus').textContent()).toContain('Sản phẩm');
    await menu.focus();
    await phone.keyboard.press('Space');
    expect(await phone.locator('details.menu[open]').count()).toBe(0);
    await phone.keyboard.press('Enter');
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Enter');
    await phone.waitForURL('**/san-pham');
    await context.close();
  });

  test('facets are chosen and given up, and the focus stays with them', async () => {
    await open('/san-pham');
    const box = page.getByRole('checkbox', { name: /^Thực phẩm/ });
    await box.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => new URL(page.url()).search).toBe('?nganh=1');
    expect(await focused().evaluate((element) => (element as HTMLInputElement).checked)).toBe(true);
    await page.keyboard.press('Space');
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('the map opens', async () => {
    await open('/diem-ban');
    const button = page.locator('ocop-map [data-part="open"]');
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.leaflet-container').waitFor();
  });

  test('light and dark are chosen by arrows', async () => {
    await open('/');
    const ground = () => page.evaluate(() => getComputedStyle(document.body.parentElement as Element).backgroundColor);
    const light = await ground();
    await page.getByRole('radio', { name: 'Theo máy' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('radio', { name: 'Sáng' }).isChecked()).toBe(true);
    expect(await ground()).toBe(light);
    await page.keyboard.press('ArrowRight');
    expect(await ground()).not.toBe(light);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.getByRole('radio', { name: 'Theo máy' }).isChecked()).toBe(true);
    expect(await ground()).toBe(light);
  });

  test('a mistyped code is told at its field', async () => {
    await open('/tra-cuu');
    const field = page.getByRole('textbox', { name: 'Mã truy xuất hoặc mã vạch' });
    await field.focus();
    await page.keyboard.type('MATNG2346E');
    await page.keyboard.press('Enter');
    await page.getByText('Mã gõ chưa đúng').waitFor();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const told = await field.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent?.trim() ?? `no ${id}`),
    );
    expect(told[0]).toContain('Hãy so lại từng ký tự trên tem.');
    expect(told).toHaveLength(3);
    await page.keyboard.press('Backspace');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('false');
    expect((await field.getAttribute('aria-describedby'))?.split(' ')).toHaveLength(2);
  });
});
