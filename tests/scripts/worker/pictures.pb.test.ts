/** The worker prepares pictures the moment they arrive, and tells staff how it went. */
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeRecord } from '#scripts/publish/read.ts';
import { type FreshPocketBase, freshPocketBase } from '#tests/support/freshPocketBase.ts';
import { photo, uploadPicture } from '#tests/support/photo.ts';
import { type RunningCommand, runCommand } from '#tests/support/runCommand.ts';

type Media = OfficeRecord<'media'>;

let pocketbase: FreshPocketBase;
let worker: RunningCommand;
let early: Media;

beforeAll(async () => {
  pocketbase = await freshPocketBase();
  early = await uploadPicture(pocketbase.superuser, await photo('#135'), 'truoc.jpg', 'image/jpeg');
  worker = runCommand('scripts/worker.ts', [], {
    OCOP_DATA: pocketbase.data.root,
    OCOP_POCKETBASE_URL: pocketbase.url,
  });
  await worker.says('Worker ready.');
});
afterAll(async () => {
  worker.kill('SIGTERM');
  await worker.ended;
  await pocketbase.stop();
});

async function prepared(id: string): Promise<Media> {
  for (const end = Date.now() + 90_000; Date.now() < end; await sleep(50)) {
    const media = await pocketbase.superuser.collection('media').getOne<Media>(id);
    if (media.preparation !== '') return media;
  }
  throw new Error(`not prepared; the worker said:\n${worker.output()}`);
}
const avif = () => readdirSync(pocketbase.data.pictureCache).filter((name) => name.endsWith('.avif'));

test('a picture that was there before the worker is prepared at its start', async () => {
  expect(await prepared(early.id)).toMatchObject({ preparation: 'ready', problem: '' });
});

test('a picture that an editor uploads is ready at once, its AVIF a little later; nothing is served before a publish', async () => {
  const editor = await pocketbase.signedIn('editor');
  const started = Date.now();
  const media = await uploadPicture(editor, await photo('#531'), 'moi.jpg', 'image/jpeg');
  expect(await prepared(media.id)).toMatchObject({ preparation: 'ready', problem: '' });
  // Woken: less than the half minute after which the worker looks in any case.
  expect(Date.now() - started).toBeLessThan(25_000);
  // Two of either picture.
  for (const end = Date.now() + 90_000; Date.now() < end && avif().length < 4; ) await sleep(100);
  expect(avif()).toHaveLength(4);
  expect(existsSync(pocketbase.data.pictures)).toBe(false);
});

test('a broken picture says why, and the next one is prepared all the same', async () => {
  const whole = await photo('#513');
  const broken = await uploadPicture(pocketbase.superuser, whole.subarray(0, 400), 'hong.jpg', 'image/jpeg');
  const sound = await uploadPicture(pocketbase.superuser, whole, 'lanh.jpg', 'image/jpeg');
  expect(await prepared(broken.id)).toMatchObject({
    preparation: 'broken',
    problem: 'tệp bị cụt hoặc hỏng giữa chừng',
  });
  expect(await prepared(sound.id)).toMatchObject({ preparation: 'ready', problem: '' });
});
