import { describe, expect, test } from 'vitest';
import { countDeclared, type LegalFacts, type LegalStatus, legalItems } from '#domain/legalItems.ts';

const WHOLE: LegalFacts = {
  lot: { trace_code: 'MATNG2345E', produced_on: '2026-09-12', packed_on: '2026-09-15', use_by: '2028-09-12' },
  variant: { shelf_life_days: 0 },
  product: { name: 'Mật ong', brand: 'Ong', standards: 'TCVN 12605:2019', criteria_set: 4 },
  pictureCount: 2,
  producer: { name: 'HTX Minh Họa 1', address: 'Xã Yên Thế', withheld: [] },
  events: [
    { happened_at: '2026-09-12 06:30', location_code: '9521234000013' },
    { happened_at: '2026-09-15', location_code: '9521234000013' },
  ],
  certificates: [],
};
const EMPTY: LegalFacts = {
  lot: { trace_code: '', produced_on: '', packed_on: '', use_by: '' },
  variant: { shelf_life_days: 0 },
  product: { name: '', brand: '', standards: '', criteria_set: 0 },
  pictureCount: 0,
  producer: { name: '', address: '', withheld: [] },
  events: [],
  certificates: [],
};

function item(facts: LegalFacts, number: number): [LegalStatus, string] {
  const found = legalItems(facts).find((each) => each.number === number);
  return [found?.status ?? 'missing', found?.value ?? ''];
}

test('ten items, in the order of the Circular, all given', () => {
  const items = legalItems(WHOLE);
  expect(items.map((each) => each.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(items.map((each) => each.value)).toEqual([
    'Mật ong',
    '2 ảnh',
    'HTX Minh Họa 1',
    'Xã Yên Thế',
    '2 công đoạn',
    'Sản xuất 12/09/2026; đóng gói 15/09/2026',
    'MATNG2345E',
    'Ong',
    '12/09/2028',
    'TCVN 12605:2019',
  ]);
  expect(countDeclared(items)).toBe(10);
});

test('nothing declared: ten items missing, none left out', () => {
  const items = legalItems(EMPTY);
  expect(items.map((each) => each.status)).toEqual(Array(10).fill('missing'));
  expect(items.every((each) => each.value === '' && each.name !== '')).toBe(true);
  expect(countDeclared(items)).toBe(0);
});

describe('each item', () => {
  const cases: [string, number, Partial<LegalFacts>, [LegalStatus, string]][] = [
    [
      'a person’s name is declared and withheld',
      3,
      { producer: { name: 'Hộ sản xuất, xã Tam Tiến', address: '', withheld: ['name', 'address'] } },
      ['withheld', ''],
    ],
    [
      'so is the address',
      4,
      { producer: { name: 'Hộ sản xuất', address: '', withheld: ['name', 'address'] } },
      ['withheld', ''],
    ],
    [
      'an address that was never given is missing, not withheld',
      4,
      { producer: { name: 'HTX', address: '', withheld: ['phone'] } },
      ['missing', ''],
    ],
    [
      'a stage without location code is not whole',
      5,
      { events: [...WHOLE.events, { happened_at: '2026-09-18', location_code: '' }] },
      ['missing', '3 công đoạn; 1 công đoạn chưa khai báo mã địa điểm'],
    ],
    [
      'a stage without time is not whole',
      5,
      { events: [{ happened_at: '', location_code: '' }] },
      ['missing', '1 công đoạn; 1 công đoạn chưa khai báo thời gian; 1 công đoạn chưa khai báo mã địa điểm'],
    ],
    ['packed is not yet produced', 6, { lot: { ...WHOLE.lot, produced_on: '' } }, ['missing', 'đóng gói 15/09/2026']],
    [
      'a shelf life stands for the date',
      9,
      { lot: { ...WHOLE.lot, use_by: '' }, variant: { shelf_life_days: 730 } },
      ['given', '730 ngày kể từ ngày sản xuất'],
    ],
    ['food without use-by date lacks it', 9, { lot: { ...WHOLE.lot, use_by: '' } }, ['missing', '']],
    [
      'pottery has none',
      9,
      { lot: { ...WHOLE.lot, use_by: '' }, product: { ...WHOLE.product, criteria_set: 21 } },
      ['notApplicable', ''],
    ],
    [
      'a product that nobody classified is asked for it',
      9,
      { lot: { ...WHOLE.lot, use_by: '' }, product: { ...WHOLE.product, criteria_set: 0 } },
      ['missing', ''],
    ],
    [
      'papers name the standards where no text does',
      10,
      {
        product: { ...WHOLE.product, standards: '' },
        certificates: [
          { scheme: 'vietgap', scheme_name: '' },
          { scheme: 'vietgap', scheme_name: '' },
          { scheme: 'trademark', scheme_name: '' },
          { scheme: 'haccp', scheme_name: 'HACCP CODEX' },
        ],
      },
      ['given', 'VietGAP, HACCP CODEX'],
    ],
    [
      'a trademark is no standard',
      10,
      { product: { ...WHOLE.product, standards: '' }, certificates: [{ scheme: 'trademark', scheme_name: '' }] },
      ['missing', ''],
    ],
    ['blanks are nothing', 8, { product: { ...WHOLE.product, brand: '  ' } }, ['missing', '']],
  ];
  test.each(cases)('%s', (_, number, change, expected) => {
    expect(item({ ...WHOLE, ...change }, number)).toEqual(expected);
  });

  test('withheld and not applicable count as declared', () => {
    const facts: LegalFacts = {
      ...WHOLE,
      lot: { ...WHOLE.lot, use_by: '' },
      product: { ...WHOLE.product, criteria_set: 21 },
      producer: { name: 'Hộ sản xuất', address: '', withheld: ['name', 'address'] },
    };
    expect(countDeclared(legalItems(facts))).toBe(10);
  });
});
