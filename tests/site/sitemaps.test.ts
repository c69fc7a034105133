/** What search engines are told to look at: every page that may be found and no other, in both languages, with days of records. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SaxesParser } from 'saxes';
import { beforeAll, expect, test } from 'vitest';
import { pathToFile } from '#site/paths.ts';
import { fixtureRecords, fixtureSite, OWN_ADDRESS } from '#tests/support/fixtureSite.ts';

const ORIGIN = OWN_ADDRESS.public_address;
let folder: string;

interface Url {
  loc: string;
  lastmod: string;
  alternates: Record<string, string>;
}

/** Reads `<url>` or `<sitemap>` entries; throws where the file is no XML. */
function entriesOf(file: string): Url[] {
  const found: Url[] = [];
  const parser = new SaxesParser();
  let text = '';
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    if (name === 'url' || name === 'sitemap') found.push({ loc: '', lastmod: '', alternates: {} });
    const { hreflang, href } = attributes as Record<string, string>;
    const last = found.at(-1);
    if (name === 'xhtml:link' && last !== undefined) last.alternates[hreflang ?? ''] = href ?? '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', ({ name }) => {
    const last = found.at(-1);
    if (last !== undefined && (name === 'loc' || name === 'lastmod')) last[name] = text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(readFileSync(join(folder, file), 'utf8')).close();
  return found;
}

const pathOf = (loc: string) => decodeURIComponent(loc.slice(ORIGIN.length)) || '/';
const files = () => entriesOf('sitemap.xml').map(({ loc }) => pathOf(loc).slice(1));
const urls = () => files().flatMap(entriesOf);

beforeAll(async () => {
  folder = await fixtureSite(OWN_ADDRESS);
});

test('robots.txt names the index, the index names a file for each kind', () => {
  expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toBe(
    `User-agent: *\nDisallow: /quan-tri\nSitemap: ${ORIGIN}/sitemap.xml\n`,
  );
  const kinds = ['trang', 'danh-sach', 'san-pham', 'chu-the', 'diem-ban', 'hoi-cho'];
  expect(files()).toEqual(kinds.map((kind) => `sitemap-${kind}.xml`));
});

test('every address is a page that may be found, told once, under the address that it calls its own', () => {
  const locations = urls().map(({ loc }) => loc);
  expect(new Set(locations).size).toBe(locations.length);
  for (const loc of locations) {
    const file = join(folder, pathToFile(pathOf(loc)));
    expect(existsSync(file), loc).toBe(true);
    const html = readFileSync(file, 'utf8');
    expect(html.includes('content="noindex"'), loc).toBe(false);
    expect([loc, html.includes(`<link rel="canonical" href="${loc}">`)]).toEqual([loc, true]);
  }
});

test('every page that may be found is told', () => {
  const told = new Set(urls().map(({ loc }) => pathToFile(pathOf(loc))));
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.html'))
    .map((each) => relative(folder, join(each.parentPath, each.name)))
    .filter((file) => !told.has(file))
    .filter((file) => !/content="noindex"|http-equiv="refresh"/.test(readFileSync(join(folder, file), 'utf8')));
  const withdrawn = fixtureRecords().products.filter(({ state }) => state === 'withdrawn');
  const kept = withdrawn.flatMap(({ slug }) => [`san-pham/${slug}.html`, `en/san-pham/${slug}.html`]);
  expect(left.filter((file) => !kept.includes(file) && !file.endsWith('404.html'))).toEqual([]);
});

test('each page stands beside its twin, as the page itself says', () => {
  for (const { loc, alternates } of urls()) {
    expect(Object.keys(alternates), loc).toEqual(['vi', 'en', 'x-default']);
    expect(Object.values(alternates), loc).toContain(loc);
    const html = readFileSync(join(folder, pathToFile(pathOf(loc))), 'utf8');
    for (const [language, href] of Object.entries(alternates))
      expect([loc, html.includes(`<link rel="alternate" hreflang="${language}" href="${href}"`)]).toEqual([loc, true]);
  }
});

test('days are those of the records, never that of publishing', () => {
  const days = new Map(urls().map(({ loc, lastmod }) => [pathOf(loc), lastmod]));
  // Its decision was written later than the product.
  expect(days.get('/san-pham/mat-ong-hoa-vai-minh-hoa')).toBe('2026-10-20');
  expect(days.get('/en/san-pham/mat-ong-hoa-vai-minh-hoa')).toBe('2026-10-20');
  expect(days.get('/hoi-cho')).toBe('2026-11-05');
  expect(days.get('/san-pham/ruou-gao-vi-du')).toBe('');
  expect([...days.values()]).not.toContain('2026-11-22');
});

test('no code of a lot is in any', () => {
  const all = files()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
  expect(all).not.toMatch(/\/(t|01)\//);
  for (const { trace_code } of fixtureRecords().lots.filter((lot) => lot.trace_code !== ''))
    expect(all.includes(trace_code)).toBe(false);
});

test('a demonstration asks nobody in', async () => {
  const demonstration = await fixtureSite();
  expect(existsSync(join(demonstration, 'sitemap.xml'))).toBe(false);
  expect(readFileSync(join(demonstration, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n');
});
