/** What is broken in the releases when a machine starts again is set aside and said, and stands in nobody's way. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DataFolder, dataFolder, releaseFolder } from '#scripts/dataFolder.ts';
import { activateEarlier, activateNew, liveRelease, refreshLive } from '#scripts/publish/activate.ts';
import { changedRecords } from '#scripts/publish/changed.ts';
import { brokenReleases, mendReleases } from '#scripts/publish/mendReleases.ts';
import { releaseFaults } from '#scripts/publish/releaseFaults.ts';
import { releaseNames } from '#scripts/publish/standing.ts';
import { DAMAGES, everyDamage, makeSmallRelease } from './brokenRelease.ts';

const [OLD, MIDDLE, LIVE, NEXT] = ['1', '2', '3', '4'].map((second) => `2026-11-22T00000${second}-0000`) as [
  string,
  string,
  string,
  string,
];

let data: DataFolder;
beforeEach(async () => {
  data = dataFolder(mkdtempSync(join(tmpdir(), 'ocop-mend-')));
  for (const name of [OLD, MIDDLE, LIVE]) await makeSmallRelease(data, name);
  symlinkSync(join('releases', LIVE), data.live);
});
afterEach(() => rmSync(data.root, { recursive: true, force: true }));

/** Answers what the hook of PocketBase would. */
const nothingStands = { send: async () => ({ recalled: {}, withdrawn: {} }) } as unknown as PocketBase;

const damage = (name: string, file: string, how: string) => DAMAGES[how]?.(join(releaseFolder(data, name).root, file));

/** The next publish goes live, the one before it comes back, what stands is applied. */
async function goesOn(back: string): Promise<void> {
  const { snapshot } = await makeSmallRelease(data, `${NEXT}.part`);
  await changedRecords(snapshot, releaseFolder(data, (await liveRelease(data)) ?? '').snapshot);
  await activateNew(nothingStands, data, NEXT);
  expect(await liveRelease(data)).toBe(NEXT);
  await activateEarlier(nothingStands, data, back);
  expect(await liveRelease(data)).toBe(back);
  await refreshLive(nothingStands, data);
}

test('nothing is done to what is whole', async () => {
  const before = readdirSync(data.root, { recursive: true });
  expect(await mendReleases(data)).toEqual([]);
  expect(readdirSync(data.root, { recursive: true })).toEqual(before);
});

describe('an earlier release', () => {
  test.each(everyDamage(['release.json', 'pages.json']))('whose %s %s is set aside, and said', async (file, how) => {
    damage(MIDDLE, file, how);
    const lines = await mendReleases(data);
    expect(lines).toEqual([expect.stringContaining(`Bản đăng ${MIDDLE} bị hỏng (${file}): đã để riêng thành`)]);
    expect(await releaseNames(data)).toEqual([OLD, LIVE]);
    expect(await brokenReleases(data)).toEqual([
      { name: MIDDLE, folder: expect.stringContaining(`${MIDDLE}.broken-`) },
    ]);
    await goesOn(OLD);
    expect(await mendReleases(data)).toEqual([]);
  });

  test.each(Object.keys(DAMAGES).filter((how) => how !== 'is gone'))(
    'whose snapshot %s keeps its pages: one can go back to it',
    async (how) => {
      damage(MIDDLE, 'snapshot.sqlite', how);
      expect(await mendReleases(data)).toEqual([expect.stringContaining('Bản chụp dữ liệu')]);
      expect(readdirSync(releaseFolder(data, MIDDLE).root)).toContainEqual(
        expect.stringMatching(/^snapshot\.sqlite\.broken-/),
      );
      await goesOn(MIDDLE);
      expect(await mendReleases(data)).toEqual([]);
    },
  );

  test.each(['has 0 bytes', 'is cut short', 'is gone'])('of which a page %s is refused in words', async (how) => {
    damage(MIDDLE, 'pages/index.html', how);
    await expect(activateEarlier(nothingStands, data, MIDDLE)).rejects.toThrow('bị hỏng (pages), không đưa lên được');
    expect(await liveRelease(data)).toBe(LIVE);
    await goesOn(OLD);
  });
});

describe('the live release', () => {
  test.each(everyDamage(['release.json', 'pages.json', 'snapshot.sqlite']))(
    'whose %s %s goes on being shown; publishing and going back work at once',
    async (file, how) => {
      damage(LIVE, file, how);
      await mendReleases(data);
      expect(await liveRelease(data)).toBe(LIVE);
      expect(readFileSync(join(data.live, 'pages/index.html'), 'utf8')).toContain(LIVE);
      await goesOn(OLD);
    },
  );

  test.each(['has 0 bytes', 'is cut short', 'is gone'])(
    'of which a page %s makes way for the newest whole one',
    async (how) => {
      damage(LIVE, 'pages/index.html', how);
      damage(MIDDLE, 'pages/t/MATNG2345E.html', how);
      const lines = await mendReleases(data);
      expect(lines).toEqual([
        expect.stringMatching(
          `^Bản đăng ${LIVE} bị hỏng \\(pages\\): đã để riêng thành .* Bản ${OLD} hiển thị tạm\\.$`,
        ),
      ]);
      expect(await liveRelease(data)).toBe(OLD);
      expect(await releaseFaults(releaseFolder(data, OLD))).toEqual([]);
      await goesOn(OLD);
    },
  );

  test('of which a page is empty goes on being shown where there is no other', async () => {
    for (const name of [OLD, MIDDLE]) rmSync(releaseFolder(data, name).root, { recursive: true });
    damage(LIVE, 'pages/t/MATNG2345E.html', 'has 0 bytes');
    expect(await mendReleases(data)).toEqual([expect.stringContaining('vẫn hiển thị bản này')]);
    expect(await liveRelease(data)).toBe(LIVE);
    await goesOn(NEXT);
  });

  test('that is gone makes way for the newest whole one; with none left nothing is said to be live', async () => {
    rmSync(releaseFolder(data, LIVE).root, { recursive: true });
    await mendReleases(data);
    expect(await liveRelease(data)).toBe(MIDDLE);
    for (const name of [OLD, MIDDLE]) rmSync(releaseFolder(data, name).root, { recursive: true });
    expect(await mendReleases(data)).toEqual([expect.stringContaining('không có bản nào khác')]);
    expect(await liveRelease(data)).toBeUndefined();
    await makeSmallRelease(data, `${NEXT}.part`);
    await activateNew(nothingStands, data, NEXT);
    expect(await liveRelease(data)).toBe(NEXT);
  });

  test('shows a recall at once that the file beside the releases tells', async () => {
    const page = (name: string) => join(releaseFolder(data, name).pages, 't/MATNG2345E.html');
    const html =
      '<html lang="vi"><!--verdict--><!--/verdict--><template data-verdict="recalled"><p data-slot="reason"></p></template>';
    writeFileSync(page(MIDDLE), html.padEnd(readFileSync(page(MIDDLE)).length));
    const release = releaseFolder(data, MIDDLE);
    const manifest = JSON.parse(readFileSync(release.manifest, 'utf8'));
    const pagesSize = readFileSync(page(MIDDLE)).length + readFileSync(join(release.pages, 'index.html')).length;
    writeFileSync(release.manifest, JSON.stringify({ ...manifest, sizeBytes: pagesSize }));
    mkdirSync(data.status);
    const notice = { lot: 'L1', at: Date.UTC(2026, 10, 22), reason: 'Vỡ nắp', phone: '' };
    writeFileSync(data.standing, JSON.stringify({ recalled: { lot000000000001: notice }, withdrawn: {} }));
    damage(LIVE, 'pages/index.html', 'is gone');
    await mendReleases(data);
    expect(await liveRelease(data)).toBe(MIDDLE);
    expect(existsSync(join(release.standing, 't/MATNG2345E.html'))).toBe(true);
  });

  test('that is a folder instead of a link is set aside', async () => {
    rmSync(data.live);
    mkdirSync(data.live);
    expect(await mendReleases(data)).toEqual([expect.stringContaining('“live” không phải là liên kết')]);
    await goesOn(LIVE);
  });
});

test.each(everyDamage(['shown.json', 'status/tinh-trang.json']).filter(([, how]) => how !== 'is gone'))(
  '%s, when it %s, is made again or set aside',
  async (file, how) => {
    mkdirSync(data.status);
    const path = join(data.root, file);
    writeFileSync(path, '{"gone":["name"]}');
    DAMAGES[how]?.(path);
    expect(await mendReleases(data)).toEqual([expect.stringContaining('bị hỏng')]);
    if (file === 'shown.json') expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({});
    else expect(existsSync(path)).toBe(false);
    expect(await mendReleases(data)).toEqual([]);
    await goesOn(LIVE);
  },
);

test('of broken releases the last two stay', async () => {
  for (const round of [1, 2, 3, 4]) {
    const name = `2026-11-21T00000${round}-0000`;
    await makeSmallRelease(data, name);
    damage(name, 'release.json', 'has 0 bytes');
    await mendReleases(data);
  }
  expect((await brokenReleases(data)).map(({ name }) => name)).toEqual([
    '2026-11-21T000003-0000',
    '2026-11-21T000004-0000',
  ]);
});
