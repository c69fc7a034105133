import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { Baseline, difference, majorOf } from './baseline.ts';

const folder = mkdtempSync(join(tmpdir(), 'ocop-snapshots-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sheet = (width: number, height: number, blot = 0) =>
  sharp({ create: { width, height, channels: 3, background: '#fbf8f1' } })
    .composite([
      { input: { create: { width: 20 + blot, height: 20, channels: 3, background: '#a9271c' } }, left: 10, top: 10 },
    ])
    .png()
    .toBuffer();

test('the same picture is the same; a wider blot and another size are not', async () => {
  expect(await difference(await sheet(100, 80), await sheet(100, 80))).toBeUndefined();
  expect((await difference(await sheet(100, 80), await sheet(100, 80, 5)))?.words).toBe('100 pixels');
  expect((await difference(await sheet(100, 80), await sheet(100, 90)))?.words).toBe('100 × 80 → 100 × 90');
});

test('a baseline counts only once it is whole, and knows its browser', async () => {
  const baseline = new Baseline(join(folder, 'baseline'));
  expect(baseline.chromium).toBeUndefined();
  baseline.begin();
  baseline.write('trang-chu.light.360', await sheet(40, 40));
  expect(baseline.chromium).toBeUndefined();
  baseline.finish(majorOf('153.0.7300.1'));
  expect(baseline.chromium).toBe('153');
  expect(baseline.read('trang-chu.light.360')).toEqual(await sheet(40, 40));
  expect(baseline.read('trang-chu.dark.360')).toBeUndefined();
  baseline.begin();
  expect(baseline.read('trang-chu.light.360')).toBeUndefined();
});
