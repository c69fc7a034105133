/** The built page of open data, as it is published: links, titles, accessibility, no code of a stamp anywhere, on phone and desk. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentType } from '#domain/rules/served.ts';
import { astroBuild } from '#scripts/publish/build.ts';
import { HiddenFinder } from '#scripts/publish/hidden.ts';
import { inspectPages } from '#scripts/publish/inspect.ts';
import { ShownFinder } from '#scripts/publish/shown.ts';
import { launchChromium, openPage, SCREENS } from '../support/chromium.ts';
import { openDataRecords, readFromSnapshot } from './openDataFixture.ts';

const pages = join(process.cwd(), `.cache/open-data-test-${process.pid}`);
const records = openDataRecords();
let removeSnapshot = () => {};
let server: Server;
let browser: Browser;
let origin = '';

function fileOf(address: string): string | undefined {
  return [`${pages}${address}.html`, `${pages}${address}`].find((file) => existsSync(file) && !file.endsWith('/'));
}

beforeAll(async () => {
  removeSnapshot = readFromSnapshot(records);
  await astroBuild({ part: 'site', outDir: pages, snapshot: String(process.env['OCOP_SNAPSHOT']) });
  server = createServer((request, response) => {
    const file = fileOf(decodeURIComponent(new URL(request.url ?? '/', 'http://own.invalid').pathname));
    response.statusCode = file === undefined ? 404 : 200;
    if (file !== undefined) response.setHeader('content-type', contentType(file));
    response.end(file === undefined ? '' : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  removeSnapshot();
  rmSync(pages, { recursive: true, force: true });
});

test('publishing finds nothing wrong with page and files', async () => {
  const inspection = await inspectPages({
    pages,
    present: new Map(),
    texts: new Map(),
    owed: new Map(),
    finder: new HiddenFinder(new Map(), new Set()),
    shown: new ShownFinder({}),
    producerNames: new Map(),
    hasShared: (address) => fileOf(address) !== undefined || address.startsWith('/anh/'),
  });
  expect(inspection.problems.filter(({ title }) => /du-lieu|\.json$/.test(title))).toEqual([]);
  expect(inspection.addresses).toEqual(
    expect.arrayContaining(['/du-lieu', '/du-lieu/san-pham.csv', '/du-lieu/danh-muc.json']),
  );
});

test('the built files are those of the data sets, byte order mark and all', async () => {
  const { fileText } = await import('#site/openData/files.ts');
  const { productFile } = await import('#site/openData/productFile.ts');
  for (const file of readdirSync(join(pages, 'du-lieu')).filter((name) => name !== 'danh-muc.json')) {
    const [name = '', format = ''] = file.split('.');
    expect(readFileSync(join(pages, 'du-lieu', file)).equals(Buffer.from(fileText(name, format as 'csv'))), file).toBe(
      true,
    );
  }
  const slug = 'mat-ong-hoa-vai-minh-hoa';
  expect(readFileSync(join(pages, `san-pham/${slug}.json`), 'utf8')).toBe(productFile(slug));
});

test('the file of a lot is linked from nowhere but, if at all, its own page', () => {
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(html|json|geojson|csv|ics|xml|txt)$/.test(name),
  );
  const isOwnPage = (name: string, code: string) =>
    /^(en\/)?01\//.test(name) || name.replace('en/', '') === `t/${code}.html`;
  for (const { trace_code } of records.lots)
    for (const file of files.filter((name) => !isOwnPage(name, trace_code)))
      expect(readFileSync(join(pages, file), 'utf8').includes(`/t/${trace_code}.json`), file).toBe(false);
});

test.each([
  ['phone', 'light'],
  ['desk', 'dark'],
] as const)('nothing hinders anyone: %s, %s', async (screen, colorScheme) => {
  const { page, context } = await openPage(browser, { ...SCREENS[screen], colorScheme });
  await page.goto(`${origin}/du-lieu`);
  // All dictionaries are drawn alike.
  await page.locator('main summary').first().click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});

test('a press downloads the file; the dictionary opens by keyboard', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`${origin}/du-lieu`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Sản phẩm, CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('san-pham.csv');
  await page.locator('main summary').first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('table', { name: 'Mô tả trường: Sản phẩm' }).isVisible()).toBe(true);
  await context.close();
});
