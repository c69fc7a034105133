/**
 * The site built from records that are hostile in every field, in a real browser with the real policies: nothing runs, nobody else is
 * asked, all of it stands there as text; and the files that programs read hold no more than they should.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import ICAL from 'ical.js';
import papaparse from 'papaparse';
import type { Browser } from 'playwright';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astroBuild } from '#scripts/publish/build.ts';
import { writeSnapshot } from '#scripts/publish/write-snapshot.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { planted, watch } from '../support/hostilePage.ts';
import { hostileRecords } from '../support/hostileRecords.ts';
import { type StaticServer, staticServer } from '../support/staticServer.ts';

const pages = join(process.cwd(), `.cache/hostile-test-${process.pid}`);
const records = hostileRecords();
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  writeSnapshot(`${pages}.sqlite`, records);
  await astroBuild({ part: 'site', outDir: pages, snapshot: `${pages}.sqlite` });
  server = await staticServer(pages);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(pages, { recursive: true, force: true });
  rmSync(`${pages}.sqlite`, { force: true });
});

function filesBelow(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => relative(pages, join(entry.parentPath, entry.name)))
    .sort();
}
const textOf = (file: string) => readFileSync(join(pages, file), 'utf8');
/** White space as a browser shows it. */
const shown = (text: string) => text.replace(/[ \t\n\r\f]+/g, ' ').trim();

describe('pages', () => {
  test('of every kind, in both languages, run nothing, ask nobody and hold nothing planted', {
    timeout: 600_000,
  }, async () => {
    const files = filesBelow(pages, '.html');
    // Addresses that moved lead on by themselves, within the site.
    const moved = files.filter((file) => /<meta http-equiv="refresh"/.test(textOf(file)));
    for (const file of moved)
      expect(textOf(file), file).toMatch(/<meta http-equiv="refresh" content="0; ?url=\/[a-z0-9/-]+"/);
    const all = files
      .filter((file) => !moved.includes(file))
      .map((file) => `/${file.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '')}`);
    expect(all.length).toBeGreaterThan(60);
    const { page, context } = await openPage(browser);
    const misdeeds = watch(page, server.url);
    const found: [string, string[]][] = [];
    for (const path of all) {
      await page.goto(server.url + path, { waitUntil: 'load' });
      found.push([path, [...(await page.evaluate(planted)), ...misdeeds.splice(0)]]);
    }
    await context.close();
    expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
  });

  test('show names as they are: on the page, in its title and in its structured data', async () => {
    const { page, context } = await openPage(browser);
    for (const { slug, name, story, state } of records.products) {
      if (state !== 'approved') continue;
      await page.goto(`${server.url}/san-pham/${slug}`);
      expect(shown((await page.locator('h1').textContent()) ?? '')).toBe(shown(name));
      expect(shown(await page.title())).toContain(shown(name).slice(0, 20));
      expect(shown((await page.locator('main').textContent()) ?? ''), slug).toContain(shown(story).slice(0, 15));
      const data = await page.locator('script[type="application/ld+json"]').allTextContents();
      expect(data.map((text) => JSON.stringify(JSON.parse(text))).join()).toContain(JSON.stringify(name).slice(1, -1));
    }
    await context.close();
  });

  test('drawn by the search run nothing either, whatever is typed', async () => {
    const { page, context } = await openPage(browser);
    const misdeeds = watch(page, server.url);
    await page.goto(`${server.url}/san-pham`);
    const box = page.getByRole('searchbox').first();
    for (const typed of ['script', 'onerror', '<img src=x onerror=window.hostileRan=1>', 'a', 'cmd', '../../etc']) {
      await box.fill(typed);
      await page.waitForTimeout(300);
      expect(await page.evaluate(planted)).toEqual([]);
    }
    expect(misdeeds).toEqual([]);
    await context.close();
  });

  test('follow no text that stands in an address', async () => {
    const { page, context } = await openPage(browser);
    const misdeeds = watch(page, server.url);
    const typed = encodeURIComponent('"><img src=x onerror=window.hostileRan=1>');
    for (const path of ['/san-pham?q=', '/tra-cuu?ma=', '/diem-ban?q=', '/chu-the?q=', '/san-pham#', '/t/'])
      await page.goto(server.url + path + typed, { waitUntil: 'load' });
    expect(await page.evaluate(planted)).toEqual([]);
    expect(misdeeds).toEqual([]);
    await context.close();
  });
});

describe('files', () => {
  test('of open data begin no cell as a formula, and are read back whole', () => {
    const files = filesBelow(join(pages, 'du-lieu'), '.csv');
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const { data, errors } = papaparse.parse<string[]>(textOf(file).replace(/^\ufeff/, ''), { skipEmptyLines: true });
      expect(errors, file).toEqual([]);
      for (const cell of data.flat()) expect(cell, file).not.toMatch(/^[\s\ufeff]*[=+@-]/);
    }
    for (const file of filesBelow(pages, '.json')) JSON.parse(textOf(file));
    for (const file of filesBelow(pages, '.geojson')) JSON.parse(textOf(file));
  });

  test.each(['hoi-cho', 'en/hoi-cho'])('of the calendar in %s hold the fairs and no more', (folder) => {
    const calendar = new ICAL.Component(ICAL.parse(textOf(`${folder}/lich.ics`)));
    const slugs = records.fairs.filter(({ state }) => state === 'approved').map(({ slug }) => slug);
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(0);
    expect(events.length).toBeLessThanOrEqual(slugs.length);
    const names = records.fairs.flatMap(({ name, name_en }) => [name, name_en].filter(Boolean).map(shown));
    for (const event of events) {
      const summary = shown(String(event.getFirstPropertyValue('summary')));
      expect(
        names.some((name) => summary.endsWith(name)),
        summary,
      ).toBe(true);
    }
    for (const slug of filesBelow(join(pages, folder), '.ics').filter((file) => !file.endsWith('lich.ics')))
      expect(new ICAL.Component(ICAL.parse(textOf(slug))).getAllSubcomponents('vevent'), slug).toHaveLength(1);
  });

  test('of sitemaps are whole', () => {
    const files = filesBelow(pages, '.xml');
    expect(files).not.toEqual([]);
    for (const file of files) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw new Error(`${file}: ${error.message}`);
      });
      parser.write(textOf(file)).close();
    }
  });
});
