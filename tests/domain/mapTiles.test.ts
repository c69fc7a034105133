import { describe, expect, test } from 'vitest';
import { hasMap, tileOrigin } from '#domain/rules/mapTiles.ts';

describe('the origin that a content policy names', () => {
  test.each([
    ['https://tile.openstreetmap.org/{z}/{x}/{y}.png', 'https://tile.openstreetmap.org'],
    ['https://Tiles.Example:8443/map/{z}/{y}/{x}@2x.png?key=a', 'https://tiles.example:8443'],
    ['http://127.0.0.1:9000/{z}/{x}/{y}', 'http://127.0.0.1:9000'],
    ['', ''],
    ['https://tile.example/map.png', ''],
    ['//tile.example/{z}/{x}/{y}.png', ''],
    ["https://tile.example; script-src 'unsafe-inline'/{z}/{x}/{y}", ''],
    ['https://a.example/{z}/{x}/{y} https://b.example/', ''],
    ['https://user@tile.example/{z}/{x}/{y}', ''],
  ])('%s', (address, origin) => expect(tileOrigin(address)).toBe(origin));
});

test.each([
  ['/diem-ban', true],
  ['/diem-ban/cua-hang', true],
  ['/en/diem-ban', true],
  ['/en/diem-ban/cua-hang', true],
  ['/diem-ban-khac', false],
  ['/san-pham/diem-ban', false],
  ['/', false],
])('%s has a map: %s', (path, has) => expect(hasMap(path)).toBe(has));
