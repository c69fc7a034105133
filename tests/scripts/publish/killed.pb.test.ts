/** `kill -9` of the publisher in each step: what is live answers whole, and the next publish succeeds. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '#domain/release.ts';
import { releaseFolder } from '#scripts/dataFolder.ts';
import { liveRelease } from '#scripts/publish/activate.ts';
import { readPageIndex } from '#scripts/publish/manifest.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { runCommand } from '#tests/support/runCommand.ts';
import { addSmallOffice, type SmallOffice } from '../worker/smallOffice.ts';

const CACHE = fileURLToPath(new URL('../../../.cache', import.meta.url));

let pocketbase: FreshPocketBase;
let office: SmallOffice;

function publishCommand(env: Record<string, string> = {}) {
  return runCommand('scripts/publish/command.ts', [], { OCOP_DATA: pocketbase.data.root, ...env });
}

async function publishWhole(): Promise<string> {
  const command = publishCommand();
  expect(await command.ended, command.output()).toBe(0);
  return (await liveRelease(pocketbase.data)) ?? '';
}

beforeAll(async () => {
  pocketbase = await freshPocketBase();
  office = await addSmallOffice(pocketbase.superuser);
  writeFileSync(pocketbase.data.server, JSON.stringify({ url: pocketbase.url }));
  await publishWhole();
});
afterAll(() => pocketbase.stop());

/** Every address of the live release, each from the server, with the bytes of its file. */
async function answersWhole(): Promise<void> {
  const name = (await liveRelease(pocketbase.data)) ?? '';
  const release = releaseFolder(pocketbase.data, name);
  const { addresses } = await readPageIndex(release);
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    const answer = await fetch(pocketbase.url + address);
    expect([address, answer.status]).toEqual([address, 200]);
    const text = await answer.text();
    for (const [, asset = ''] of text.matchAll(/"(\/_astro\/[^"]+)"/g))
      expect(existsSync(join(pocketbase.data.assets, asset.slice('/_astro/'.length))), asset).toBe(true);
  }
}

async function processesOf(folder: string): Promise<string[]> {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder);
      } catch {
        // Ended meanwhile, or another user's.
        return false;
      }
    });
}

async function kill(place: string) {
  const before = await liveRelease(pocketbase.data);
  const command = publishCommand({ OCOP_PAUSE_AT: place });
  await command.says(`paused at ${place}`);
  command.kill('SIGKILL');
  expect(await command.ended).toBe('SIGKILL');
  return { before, after: await liveRelease(pocketbase.data) };
}

const records = () => pocketbase.superuser.collection('releases').getFullList<Release>({ sort: 'created' });

describe('killed', () => {
  test.each([
    'read',
    'check',
    'snapshot',
    'build',
    'inspect',
    'activate before the name',
    'activate before the switch',
  ])('at the end of "%s" the earlier release stays live and whole', async (place) => {
    const { before, after } = await kill(place);
    expect(after).toBe(before);
    await answersWhole();
  });

  test('in the midst of building, it takes the build with it', async () => {
    const command = publishCommand();
    await command.says('Dựng trang…');
    const folder = `OCOP_OUT=${join(CACHE, `build-${command.pid}`)}`;
    for (let tries = 0; (await processesOf(folder)).length === 0 && tries < 100; tries += 1) await sleep(20);
    expect(await processesOf(folder)).not.toEqual([]);
    command.kill('SIGKILL');
    await command.ended;
    for (let tries = 0; (await processesOf(folder)).length > 0 && tries < 100; tries += 1) await sleep(50);
    expect(await processesOf(folder)).toEqual([]);
    await answersWhole();
  });

  test('after the switch the new release is live and whole', async () => {
    const { before, after } = await kill('activate');
    expect(after).not.toBe(before);
    await answersWhole();
  });

  test('the next publish succeeds, sets the records right and leaves nothing behind', async () => {
    await pocketbase.superuser.collection('products').update(office.product, { name: 'Mật ong sau sự cố' });
    const switched = await liveRelease(pocketbase.data);
    const live = await publishWhole();
    expect(live).not.toBe(switched);
    await answersWhole();
    expect(await (await fetch(`${pocketbase.url}/san-pham/mat-ong`)).text()).toContain('Mật ong sau sự cố');
    const all = await records();
    expect(all.filter((record) => record.state === 'live').map((record) => record.name)).toEqual([live]);
    // Killed after the switch: what it had made live counts as published.
    expect(all.find((record) => record.name === switched)?.state).toBe('kept');
    expect(all.filter((record) => record.state === 'running')).toEqual([]);
    const failed = all.filter((record) => record.state === 'failed');
    expect(failed.length).toBeGreaterThan(7);
    for (const record of failed) expect(record.log).toContain('Bị ngắt giữa chừng.');
    expect(readdirSync(pocketbase.data.releases).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(readdirSync(pocketbase.data.root).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(
      readdirSync(CACHE).filter((name) => /^build-\d+$/.test(name) && !existsSync(`/proc/${name.slice(6)}`)),
    ).toEqual([]);
  });
});
