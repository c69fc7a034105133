import { expect, test } from 'vitest';
import { DISK_FAULT, diskState, diskWords, NO_ROOM } from '#domain/rules/noRoom.ts';
import { gigabytes, hasRoomFor, roomWanted } from '#domain/rules/room.ts';
import { noRoomIn } from '#scripts/noRoom.ts';

// As they came from PocketBase, node:sqlite and Node on a full disk.
test.each([
  'GoError: database or disk is full (13)',
  'disk I/O error (4874)',
  'failed to upload all files: "a.jpg": [key: x/y/a.jpg] write /srv/pb_data/storage/x/y/a.jpg.18ed.tmp: no space left on device',
  "ENOSPC: no space left on device, write '/srv/a'",
  'write: disk quota exceeded',
])('%s tells of a full disk', (text) => {
  expect(diskState(text)).toBe('full');
  expect(diskWords(text)).toBe(NO_ROOM);
});

test.each([
  'disk I/O error (10)',
  'EIO: i/o error, read',
  'read-only file system',
  'attempt to write a readonly database (8)',
])('%s tells of a broken disk', (text) => expect(diskWords(text)).toBe(DISK_FAULT));

test.each(['', 'UNIQUE constraint failed: products.slug (2067)', 'Đĩa CD đầy đủ', 'database is locked (5)'])(
  '%s is not about the disk',
  (text) => expect(diskWords(text)).toBe(''),
);

test('an error is known by its words, its code, its number in SQLite, its cause, and by what PocketBase answered', () => {
  const full = /^Ổ đĩa đã hết chỗ/;
  expect(noRoomIn(Object.assign(new Error('write'), { code: 'ENOSPC' }), 'vi')).toMatch(full);
  expect(noRoomIn(Object.assign(new Error('disk I/O error'), { errcode: 4874 }), 'vi')).toMatch(full);
  expect(noRoomIn(new Error('failed', { cause: new Error('database or disk is full') }), 'vi')).toMatch(full);
  expect(noRoomIn({ status: 507, message: 'x' }, 'en')).toMatch(/^The disk is full/);
  expect(noRoomIn(new Error('not found'), 'en')).toBe('');
});

test('twice what a publish and its backup need must be free, and never less than a gigabyte', () => {
  expect(roomWanted({ release: 0, backup: 0 })).toBe(1e9);
  expect(roomWanted({ release: 760e6, backup: 200e6 })).toBe(1_920e6);
});

test('what is written leaves room for saves', () => {
  expect([hasRoomFor(100e6, 132e6), hasRoomFor(100e6, 131e6)]).toEqual([true, false]);
});

test.each([
  [0, 'dưới 0,1'],
  [400e6, '0,4'],
  [3.24e9, '3,2'],
  [69e9, '69'],
])('%d bytes read as %s GB', (bytes, words) => expect(gigabytes(bytes)).toBe(words));
