/** A restore that the power cut short: whatever it had done, the records from before it are back at the next start. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DataFolder, dataFolder } from '#scripts/dataFolder.ts';
import { presentStanding } from '#scripts/restore/keepStanding.ts';
import { swapDatabase, undoCutShort } from '#scripts/restore/swap.ts';

let data: DataFolder;
let stage = '';
beforeEach(() => {
  data = dataFolder(mkdtempSync(join(tmpdir(), 'ocop-swap-')));
  stage = join(data.root, 'restore-1.part', 'pb_data');
  mkdirSync(stage, { recursive: true });
  writeFileSync(join(stage, 'data.db'), 'từ bản sao lưu');
});
afterEach(() => rmSync(data.root, { recursive: true, force: true }));

function hadRecords(): void {
  mkdirSync(data.database);
  writeFileSync(join(data.database, 'data.db'), 'của hôm nay');
}
const records = () => readFileSync(join(data.database, 'data.db'), 'utf8');
const beside = (why: string) => readdirSync(data.root).filter((name) => name.startsWith(why));

describe('with records before', () => {
  beforeEach(hadRecords);

  test('kept, it stays; nothing is left to undo', async () => {
    const swapped = await swapDatabase(data, stage);
    await swapped.keep();
    expect(await undoCutShort(data)).toEqual([]);
    expect(records()).toBe('từ bản sao lưu');
    expect(readFileSync(join(swapped.replaced ?? '', 'pb_data', 'data.db'), 'utf8')).toBe('của hôm nay');
  });

  test('cut short before it was kept, the former records are back and what it had put there lies beside', async () => {
    await swapDatabase(data, stage);
    const lines = await undoCutShort(data);
    expect(lines).toEqual([expect.stringMatching(/cut short: the records are those from before it.*failed-/)]);
    expect(records()).toBe('của hôm nay');
    expect(beside('failed-')).toHaveLength(1);
    expect(await undoCutShort(data)).toEqual([]);
  });

  test('cut short between its two renames, a folder that somebody made meanwhile is not taken for the records', async () => {
    await swapDatabase(data, stage);
    renameSync(data.database, stage);
    mkdirSync(data.database);
    expect(await undoCutShort(data)).toHaveLength(1);
    expect(records()).toBe('của hôm nay');
    expect(existsSync(join(data.root, 'restore-1.part'))).toBe(false);
  });

  test('cut short before its first rename, nothing has changed', async () => {
    writeFileSync(join(data.root, 'restore.json'), JSON.stringify({ replaced: 'replaced-20261201T000000Z' }));
    expect(await undoCutShort(data)).toHaveLength(1);
    expect(records()).toBe('của hôm nay');
    expect(readdirSync(data.root)).toEqual(['pb_data']);
  });

  test('undone at once, nothing is left to undo', async () => {
    const swapped = await swapDatabase(data, stage);
    await swapped.undo();
    expect(records()).toBe('của hôm nay');
    expect(await undoCutShort(data)).toEqual([]);
  });
});

test('without records before, cut short, there are none again', async () => {
  await swapDatabase(data, stage);
  expect(await undoCutShort(data)).toHaveLength(1);
  expect(existsSync(data.database)).toBe(false);
});

test.each(['', '{"recalled"', 'null'])(
  'what stands beside the releases, when it holds %j, stops no restore',
  async (text) => {
    mkdirSync(data.status);
    writeFileSync(data.standing, text);
    expect(await presentStanding(data)).toEqual({ recalled: {}, withdrawn: {} });
  },
);
