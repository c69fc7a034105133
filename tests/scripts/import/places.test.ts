import { expect, test } from 'vitest';
import { parsePlace, placeOfCells } from '#scripts/import/places/parsePlace.ts';
import { placeTable } from '#scripts/import/places/placeTable.ts';
import { provinceOf } from '#scripts/import/places/provinces.ts';
import { readPlace } from '#scripts/import/places/readPlace.ts';
import { communesOfSet } from './communes.ts';

const communes = communesOfSet('bac-ninh');
const table = placeTable([...communes, ...communesOfSet('quang-ninh')], '24');
const nameOf = (id: string) => communes.find((commune) => commune.id === id)?.name ?? id;

function found(text: string, cells?: { commune?: string; district?: string; province?: string }) {
  const parts = cells
    ? placeOfCells({ commune: '', district: '', province: '', address: text, ...cells })
    : parsePlace(text);
  const reading = readPlace(parts, table);
  if (reading.status === 'right') return nameOf(reading.value);
  return reading.status === 'refuse' ? 'refuse' : ['ask', ...reading.candidates.map(({ value }) => nameOf(value))];
}

test.each<[string, unknown]>([
  ['xã Liên Chung, huyện Tân Yên, tỉnh Bắc Giang', 'Xã Phúc Hòa'],
  ['Liên Chung, Tân Yên, Bắc Giang', 'Xã Phúc Hòa'],
  ['Thôn Yên Viên, xã Vân Hà, huyện Việt Yên, Bắc Giang', 'Phường Vân Hà'],
  ['xãVân Hà, TX.Việt Yên', 'Phường Vân Hà'],
  ['Tòa nhà PTK - TT Lim - Tiên Du - Bắc Ninh', 'Xã Tiên Du'],
  ['huyện Yên Thế, Bắc Giang', ''],
  ['Lục Ngạn, Bắc Giang', ''],
  ['xã Đại Hà, huyện Kiến Thụy', ['ask']],
  ['Lục Ngạn', ['ask', 'Xã Lục Ngạn', '']],
  ['xã Vân Hà, huyện Lục Ngạn', ['ask', 'Phường Vân Hà']],
  ['thôn Bắc, xã Đạp Thanh, huyện Ba Chẽ, tỉnh Quảng Ninh', 'refuse'],
  ['xã Tân Yên, tỉnh Nghệ An', 'refuse'],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('columns say what they are, whatever their text looks like', () => {
  expect(found('', { commune: 'Lục Ngạn' })).toBe('Xã Lục Ngạn');
  expect(found('', { district: 'Lục Ngạn' })).toBe('');
  expect(found('', { commune: 'Liên Chung', district: 'H.Tân Yên', province: 'Bắc Giang' })).toBe('Xã Phúc Hòa');
  expect(found('', { commune: 'Đạp Thanh', province: 'Quảng Ninh' })).toBe('refuse');
  expect(found('', { commune: '4,5' })).toEqual(['ask']);
  expect(found('4,5')).toBe('');
  expect(found('', { commune: 'Van Ha' })).toEqual(['ask', 'Phường Vân Hà']);
});

test('a commune of another province is never reached', () => {
  const elsewhere = new Set(communesOfSet('quang-ninh').map((commune) => commune.id));
  for (const commune of communesOfSet('quang-ninh')) {
    const reading = readPlace(parsePlace(`${commune.name}, tỉnh Quảng Ninh`), table);
    expect(reading.status).toBe('refuse');
    const bare = readPlace(parsePlace(commune.name), table);
    expect(bare.status === 'right' && elsewhere.has(bare.value)).toBe(false);
  }
});

test('every present and former name with its district leads to its commune or to a question', () => {
  for (const commune of communes) {
    expect(found('', { commune: commune.name, province: 'Bắc Ninh' })).toSatisfy(
      (each) => each === commune.name || (Array.isArray(each) && each.includes(commune.name)),
    );
    for (const former of commune.former_names ?? []) {
      const cells = { commune: former.commune, district: former.district, province: former.province };
      expect(found('', cells), former.commune).toSatisfy(
        (each) => each === commune.name || (Array.isArray(each) && each.includes(commune.name)),
      );
    }
  }
});

test.each([
  ['Daklak', '66'],
  ['Đắk Lăk', '66'],
  ['tỉnh Bà Rịa Vũng Tàu', '79'],
  ['TP.HCM', '79'],
  ['Thừa Thiên Huế', '46'],
  ['Hoằng Kim', undefined],
])('province %s', (name, code) => {
  expect(provinceOf(name)?.code).toBe(code);
});
