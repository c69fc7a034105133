/**
 * `npm run screenshots`: the README's pictures, taken of the product on fresh demonstration data with `npm start` running beside.
 * The pictures are the one generated output that is kept, in .docs/.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import PocketBase from 'pocketbase';
import sharp from 'sharp';
import { readRunning } from './bootstrap/running.mjs';
import { dataFolder } from './dataFolder.ts';

const FOLDER = fileURLToPath(new URL('../.docs', import.meta.url));
const DESK = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true };
/** Width at which pictures are kept: small enough for a README, sharp enough to read. */
const KEPT = { desk: 1280, phone: 480 };

const running = readRunning();
if (running === undefined) {
  console.error('Nothing is running here: "npm start" first, in another terminal.');
  process.exit(2);
}
const url = `http://127.0.0.1:${running.port}`;
const login = readFileSync(dataFolder(running.data).firstLogin, 'utf8').trim().split(/\s+/);
const [email = '', password = ''] = login;
const records = new PocketBase(url).autoCancellation(false);
await records.collection('users').authWithPassword(email, password);

const browser = await chromium.launch({
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

async function open(screen: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...screen });
  return context.newPage();
}

async function keep(page: Page, name: string, width: number): Promise<void> {
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot();
  await sharp(picture)
    .resize({ width, withoutEnlargement: true })
    .png({ palette: true, quality: 90 })
    .toFile(join(FOLDER, `${name}.png`));
  console.log(`.docs/${name}.png`);
}

async function signedIn(): Promise<Page> {
  const page = await open(DESK);
  await page.goto(`${url}/quan-tri`);
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  return page;
}

mkdirSync(FOLDER, { recursive: true });
const honey = await records.collection('products').getFirstListItem(`demonstration = true && name ~ 'Mật ong'`);
const lot = await records.collection('lots').getFirstListItem(`state = 'active' && variant.product = '${honey.id}'`);
const desk = await open(DESK);
const phone = await open(PHONE);
const admin = await signedIn();
const shots: [page: Page, path: string, name: string, width: number][] = [
  [desk, '/', 'front-desk', KEPT.desk],
  [desk, '/san-pham', 'products-desk', KEPT.desk],
  [phone, `/san-pham/${honey['slug']}`, 'product-phone', KEPT.phone],
  [phone, `/t/${lot['trace_code']}`, 'trace-phone', KEPT.phone],
  [admin, '/quan-tri/san-pham', 'admin-products', KEPT.desk],
  [admin, `/quan-tri/lo/${lot.id}/tem`, 'admin-stamps', KEPT.desk],
  [admin, '/quan-tri/dang', 'admin-publishing', KEPT.desk],
];
for (const [page, path, name, width] of shots) {
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await keep(page, name, width);
}
await browser.close();
