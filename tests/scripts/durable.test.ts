/** Files appear whole or not at all. That they survive a power cut: powerCut.pb.test.ts. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolder } from '#scripts/dataFolder.ts';
import { flushTree, linkDurably, removeDurably, renameDurably, writeDurably } from '#scripts/durable.ts';
import { linkerTo } from '#scripts/pictures/link.ts';
import { PictureStore } from '#scripts/pictures/store.ts';
import { addMissingFiles } from '#scripts/publish/build.ts';
import { versionOf } from '#scripts/schemaVersion.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ocop-durable-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('a file takes the place of another with its rights, and leaves nothing beside it', async () => {
  await writeDurably(join(root, 'a.json'), 'một', 0o600);
  await writeDurably(join(root, 'a.json'), 'hai', 0o600);
  expect([read('a.json'), (statSync(join(root, 'a.json')).mode & 0o777).toString(8)]).toEqual(['hai', '600']);
  expect(readdirSync(root)).toEqual(['a.json']);
});

test('what cannot be written leaves what was there', async () => {
  mkdirSync(join(root, 'taken'));
  await expect(writeDurably(join(root, 'taken'), 'một')).rejects.toThrow();
  await expect(writeDurably(join(root, 'nowhere', 'a'), 'một')).rejects.toThrow();
  expect(readdirSync(root)).toEqual(['taken']);
});

test('two who write the same file at once leave one of both, whole', async () => {
  const texts = Array.from({ length: 8 }, (_, number) => String(number).repeat(10_000));
  await Promise.all(texts.map((text) => writeDurably(join(root, 'a.json'), text)));
  expect(texts).toContain(read('a.json'));
  expect(readdirSync(root)).toEqual(['a.json']);
});

test('links, renames and removals', async () => {
  await linkDurably('một', join(root, 'live'));
  await linkDurably('hai', join(root, 'live'));
  expect(readlinkSync(join(root, 'live'))).toBe('hai');
  await removeDurably(join(root, 'live'));
  mkdirSync(join(root, 'from'));
  mkdirSync(join(root, 'to'));
  writeFileSync(join(root, 'from', 'a'), 'a');
  await renameDurably(join(root, 'from', 'a'), join(root, 'to', 'b'));
  expect([readdirSync(join(root, 'from')), read('to/b')]).toEqual([[], 'a']);
});

test('a folder of few files, one of many, and an empty one are flushed', async () => {
  await flushTree(root);
  mkdirSync(join(root, 'below'));
  for (let number = 0; number < 1_200; number += 1) writeFileSync(join(root, 'below', String(number)), 'a');
  await flushTree(root);
  const { PATH } = process.env;
  try {
    // A machine without the program that flushes a file system at once.
    process.env['PATH'] = root;
    await flushTree(root);
  } finally {
    process.env['PATH'] = PATH;
  }
});

test('a style sheet that was cut short is written again, others stay as they are', async () => {
  const [from, to] = [join(root, 'from'), join(root, 'to')];
  for (const folder of [from, to]) mkdirSync(folder);
  for (const name of ['a.css', 'b.css', 'c.css']) writeFileSync(join(from, name), `p{}/* ${name} */`);
  writeFileSync(join(to, 'a.css'), '');
  writeFileSync(join(to, 'b.css'), 'p{}/* b.css */');
  const before = statSync(join(to, 'b.css')).ino;
  await addMissingFiles(from, to);
  for (const name of ['a.css', 'b.css', 'c.css']) expect(read(`to/${name}`)).toBe(`p{}/* ${name} */`);
  expect([statSync(join(to, 'b.css')).ino, readdirSync(to)]).toEqual([before, ['a.css', 'b.css', 'c.css']]);
});

test.each(['', '{"pocketb', 'null', '7'])(
  'a note of the program that holds %j keeps nobody from starting',
  async (text) => {
    writeFileSync(join(root, 'program.json'), text);
    expect(await versionOf(dataFolder(root))).toEqual({ migrations: [], pocketbase: '' });
  },
);

test.each(['', 'không phải SQLite', 'SQLite format 3\0'.padEnd(4096, '\0')])(
  'what is known of pictures begins anew when its database holds %j',
  (text) => {
    const data = dataFolder(root);
    mkdirSync(data.pictureCache);
    writeFileSync(join(data.pictureCache, 'pictures.sqlite'), text);
    for (let turn = 0; turn < 2; turn += 1) {
      const store = new PictureStore(data);
      if (turn === 0) store.noteBroken('media0000000001', 'lý do');
      expect(store.ofMedia('media0000000001')).toEqual({ broken: 'lý do' });
      store.close();
    }
  },
);

test('an empty copy of a picture is not linked, and one that was linked goes', async () => {
  const data = dataFolder(root);
  const store = new PictureStore(data);
  mkdirSync(data.pictures, { recursive: true });
  for (const name of ['whole.webp', 'empty.webp']) await store.write(name, Buffer.from('bytes'));
  writeFileSync(store.fileOf('empty.webp'), '');
  for (const name of ['whole.webp', 'gone.webp']) writeFileSync(join(data.pictures, name), '');
  const link = await linkerTo(data, store);
  expect(await link(['whole.webp'])).toBe(true);
  expect(await link(['empty.webp'])).toBe(false);
  expect(readdirSync(data.pictures)).toEqual(['whole.webp']);
  expect(readFileSync(join(data.pictures, 'whole.webp'), 'utf8')).toBe('bytes');
  store.close();
});
