import { describe, expect, test } from 'vitest';
import { exactProduct, goodsMeant, productsMeant } from '#site/places/goods.ts';
import { choicesFrom, choicesToAddress, isLeft } from '#site/places/narrow.ts';
import type { PlaceRows } from '#site/places/rows.ts';

describe('choices', () => {
  const NAMES = ['cap', 'loai', 'thang'];
  test('come from the address, and go back into it', () => {
    const chosen = choicesFrom(new URLSearchParams('?loai=fair&thang=2026-12&la=gi&cap='), NAMES);
    expect([...chosen]).toEqual([
      ['loai', 'fair'],
      ['thang', '2026-12'],
    ]);
    expect(choicesToAddress(chosen)).toBe('?loai=fair&thang=2026-12');
    expect(choicesToAddress(new Map())).toBe('');
    const odd = new Map([['hang', 'mật ong & chè']]);
    expect(choicesFrom(new URLSearchParams(choicesToAddress(odd)), ['hang'])).toEqual(odd);
  });

  test('leave an item that has every value, one of several included', () => {
    const fair: Record<string, string> = { loai: 'fair', cap: '', thang: '2026 2026-12 2027 2027-01' };
    const has = (...chosen: [string, string][]) => isLeft((name) => fair[name] ?? '', new Map(chosen));
    expect([has(), has(['loai', 'fair']), has(['loai', 'fair'], ['thang', '2027-01'])]).toEqual([true, true, true]);
    expect([has(['cap', 'province']), has(['thang', '2026-1']), has(['loai', 'fair'], ['thang', '2025'])]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('goods', () => {
  const rows: PlaceRows = {
    products: [
      ['mat-ong-rung', 'Mật ong rừng'],
      ['mat-ong-rung-say', 'Mật ong rừng sấy'],
      ['ruou-gao', 'Rượu gạo'],
      ['dua-leo-2', 'Dưa leo'],
    ],
    places: [
      ['cho', 'Chợ', '', 0, 0, 0, [0, 2]],
      ['quay', 'Quầy', '', 0, 0, 0, [1]],
      ['kho', 'Kho', '', 0, 0, 0, []],
    ],
  };
  const sold = (text: string) =>
    rows.places.map(([slug]) => goodsMeant(rows, slug, productsMeant(rows.products, text)));

  test.each([
    ['mat-ong-rung', [['Mật ong rừng'], [], []]],
    ['MẬT ONG RỪNG', [['Mật ong rừng'], [], []]],
    ['mat ong', [['Mật ong rừng'], ['Mật ong rừng sấy'], []]],
    ['ong mật', [['Mật ong rừng'], ['Mật ong rừng sấy'], []]],
    ['ruou', [['Rượu gạo'], [], []]],
    ['uou', [[], [], []]],
    ['mat ong gao', [[], [], []]],
  ])('%s', (text, found) => expect(sold(text)).toEqual(found));

  test('a product is known by its address and by its whole name', () => {
    expect(exactProduct(rows.products, 'dua-leo-2')?.[1]).toBe('Dưa leo');
    expect(exactProduct(rows.products, 'dua leo')?.[0]).toBe('dua-leo-2');
    expect(exactProduct(rows.products, 'dua')).toBeUndefined();
  });
});
