/** What a trace page weighs on the wire, all in, and what engine it needs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, openPage, SCREENS } from '#tests/support/chromium.ts';
import { fixtureSite } from '#tests/support/fixtureSite.ts';
import { type StaticServer, staticServer } from '#tests/support/staticServer.ts';
import { CODES } from './traceCodes.ts';

const MOST_BYTES = 30 * 1024;
const MOST_SCRIPT_BYTES = 3.5 * 1024;
const PICTURES = 'tests/fixtures/anh';

let folder: string;
let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  folder = await fixtureSite();
  [browser, server] = await Promise.all([launchChromium(), staticServer(folder)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

function fileOf(path: string): string {
  if (path.startsWith('/anh/')) return join(PICTURES, path.slice('/anh/'.length));
  const page = join(folder, `${path}.html`);
  return existsSync(page) ? page : join(folder, path);
}
/** Pictures are packed already; all else is sent with gzip. */
const weight = (path: string) => {
  const bytes = readFileSync(fileOf(path));
  return /\.webp$/.test(path) ? bytes.length : gzipSync(bytes, { level: 6 }).length;
};

/** A script and what it imports. */
function withImports(script: string): string[] {
  const code = readFileSync(fileOf(script), 'utf8');
  const imported = [...code.matchAll(/from"\.\/([^"]+)"/g)].map(([, name]) => `/_astro/${name}`);
  return [script, ...imported.flatMap(withImports)];
}

/** Paths of everything that a page needs, by its markup; the icon as well, which some engines fetch and some do not. */
function needed(path: string): string[] {
  const html = readFileSync(fileOf(path), 'utf8');
  const named = [...html.matchAll(/<(?:img|script|link)\b[^>]*\s(?:src|href)="([^"]+)"/g)].map(
    ([, address]) => address ?? '',
  );
  const all = named.flatMap((each) => (each.endsWith('.js') ? withImports(each) : [each]));
  return [...new Set([path, ...all])].sort();
}

/** What a phone really asks for. */
async function fetched(path: string): Promise<string[]> {
  const { page, context } = await openPage(browser, SCREENS.phone);
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  await context.close();
  return [...new Set(urls.map((url) => url.replace(server.url, '')))].sort();
}

describe('on the wire', () => {
  test.each([
    ...Object.values(CODES).flatMap((code) => [`/t/${code}`, `/en/t/${code}`]),
    '/01/09521234000013',
    '/en/01/09521234000013',
    '/tra-cuu',
    '/en/tra-cuu',
  ])('%s weighs no more than 30 KB, all in', (path) => {
    const paths = needed(path);
    const total = paths.reduce((sum, each) => sum + weight(each), 0);
    expect(total, paths.map((each) => `${each} ${weight(each)}`).join('\n')).toBeLessThanOrEqual(MOST_BYTES);
    const scripts = paths.filter((each) => each.endsWith('.js'));
    expect(scripts.reduce((sum, each) => sum + weight(each), 0)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  });

  test.each([`/t/${CODES.valid}`, `/t/${CODES.recalled}`, '/tra-cuu'])('%s asks for nothing else', async (path) => {
    const more = (await fetched(path)).filter((each) => !needed(path).includes(each));
    expect(more).toEqual(path === '/tra-cuu' ? [] : ['/tinh-trang.json']);
  });
});

describe('an engine of 2020 understands it', () => {
  test('its stylesheet', async () => {
    const sheets = needed(`/t/${CODES.valid}`).filter((each) => each.endsWith('.css'));
    expect(sheets).toHaveLength(1);
    const css = readFileSync(fileOf(sheets[0] ?? ''), 'utf8');
    expect(css).not.toMatch(
      /@layer|@container|@property|:has\(|:is\(|:where\(|[0-9][dsl]v[hw]|color-mix|oklch|&|@media \([a-z]+[<>]|inset:/,
    );
    // Written for the newest engine and for Chromium 87 it is the same: nothing in it had to be put differently.
    const written = await Promise.all(
      ['esnext', 'chrome87'].map(
        async (target) => (await transform(css, { loader: 'css', target, minify: true })).code,
      ),
    );
    expect(written[0]).toBe(written[1]);
  });

  test('its scripts', async () => {
    for (const path of [`/t/${CODES.valid}`, '/tra-cuu'])
      for (const script of needed(path).filter((each) => each.endsWith('.js'))) {
        const code = readFileSync(fileOf(script), 'utf8');
        const written = await Promise.all(
          ['esnext', 'es2019'].map(async (target) => (await transform(code, { target })).code),
        );
        expect(written[0]).toBe(written[1]);
        expect(code).not.toMatch(/\.(at|replaceAll|findLast|toSorted|hasOwn|allSettled)\(/);
      }
  });

  test('its colours are the shared tokens, and every token it asks for is there', () => {
    const css = (name: string) => readFileSync(`site/styles/${name}.css`, 'utf8');
    const parts = [...css('trace').matchAll(/@import "\.\/(\w+)\.css"/g)].map(([, name]) => String(name));
    expect(parts).toContain('tokens');
    const own = parts
      .filter((name) => name !== 'tokens')
      .map(css)
      .join('\n');
    const shared = [...css('tokens').matchAll(/^\s*(--[a-z0-9-]+):/gm)].map(([, name]) => name);
    expect(own).not.toMatch(/--[a-z0-9-]+: #/);
    const asked = [...own.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((name) => !shared.includes(name) && !own.includes(`${name}:`))).toEqual([]);
  });
});
