/** A province's emblem and colours on the pages, from its settings. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PublicSettings } from '#domain/snapshot.ts';
import { writeSnapshot } from '#scripts/publish/write-snapshot.ts';
import { fixtureRecords } from '#tests/support/fixtureSite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-identity-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The module as a build with these settings has it. */
async function identityWith(changed: Partial<PublicSettings>) {
  const records = fixtureRecords();
  const settings = records.settings.map((each) => ({ ...each, ...changed }));
  const file = join(folder, 'snapshot.sqlite');
  writeSnapshot(file, { ...records, settings });
  vi.stubEnv('OCOP_SNAPSHOT', file);
  vi.resetModules();
  return import('#site/records/identity.ts');
}

test('without colours of its own a province needs no stylesheet', async () => {
  const { identityStyles, identityStylesAddress } = await identityWith({});
  expect([identityStyles(), identityStylesAddress()]).toEqual(['', '']);
});

test('only the colours that were chosen change, each with its dark twin', async () => {
  const { identityStyles, identityStylesAddress } = await identityWith({
    colour_cham: '#17406d',
    colour_hoe: '#a06a00',
  });
  expect(identityStylesAddress()).toBe('/mau.css');
  const [light = '', dark = ''] = identityStyles().split('@media (prefers-color-scheme:dark)');
  expect(light).toMatch(/^html:root\{--cham:#17406d;--hoe:#a06a00;--hoe-text:#[0-9a-f]{6}\}\n$/);
  expect(dark).toMatch(/^\{html:root\{--cham:#[0-9a-f]{6};--hoe:(#[0-9a-f]{6});--hoe-text:\1\}\}\n$/);
  expect(dark).not.toContain('#17406d');
});

test('the emblem stands in header and tab, the project’s where there is none', async () => {
  const own = await identityWith({ emblem_path: '/anh/a-240.webp', emblem_icon: '/anh/a-96.webp' });
  expect([own.emblemAddress(), own.emblemIconAddress()]).toEqual(['/anh/a-240.webp', '/anh/a-96.webp']);
  const none = await identityWith({});
  const { printAddress } = await import('#site/records/picture.ts');
  expect(none.emblemAddress()).toBe(printAddress('emblem'));
  expect(none.emblemIconAddress()).toBe(none.emblemAddress());
});
