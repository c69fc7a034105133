/** Land and codes lead to people: what of a growing area goes public, by who grows there and what they agreed to. */
import { describe, expect, test } from 'vitest';
import type { OfficeRecord } from '#scripts/publish/read.ts';
import { shownPersonal } from '#scripts/publish/shown.ts';
import { type OfficeFields, soundOffice } from '#tests/support/office.ts';
import { contextOf } from './publicContent.ts';

type Contact = Partial<OfficeRecord<'producer_contacts'>>;
type Area = Partial<OfficeRecord<'growing_areas'>>;
const POINT = { lon: 106.1, lat: 21.4 };
const AREA = {
  code: 'VN-MHOR-0017',
  kind: 'export',
  name: 'Vườn đồi',
  commune: 'communes',
  point: POINT,
  state: 'approved',
  source_url: 'https://ma-vung-trong.example/17',
  note: 'Chủ vườn đi vắng',
} satisfies Area;
const PERSON = { kind: 'household', natural_person: true, commune: 'communes', state: 'approved' } as const;

function contentOf(producers: string[], contact: Contact = {}, changes: OfficeFields = {}) {
  const office = soundOffice({
    producers: [
      {
        id: 'producers',
        name: 'HTX Một',
        slug: 'htx-mot',
        kind: 'cooperative',
        commune: 'communes',
        state: 'approved',
      },
      { id: 'ho', name: 'Nguyễn Thị Hoà', slug: 'ho-1', ...PERSON },
      { id: 'ho-2', name: 'Trần Văn Bình', slug: 'ho-2', ...PERSON },
    ],
    producer_contacts: [{ producer: 'ho', address_as_printed: 'Thôn Đồng Vương, xã Yên Thế', ...contact }],
    growing_areas: [{ ...AREA, producers }],
    ...changes,
  });
  return contextOf(office);
}
const areaOf = (...given: Parameters<typeof contentOf>) => contentOf(...given).content.growing_areas[0];

describe('a growing area', () => {
  test('of a firm is public as it is, but for what only the office reads', () => {
    const area = areaOf(['producers']);
    expect(area).toMatchObject({ code: AREA.code, point: POINT, withheld: false, persons: 'none' });
    expect(JSON.stringify(area)).not.toContain('đi vắng');
  });

  test('of a person who has not agreed is told by its commune alone', () => {
    const area = areaOf(['ho']);
    expect(area).toMatchObject({ commune: 'communes', withheld: true, persons: 'all' });
    expect(JSON.stringify(area)).not.toMatch(/0017|Vườn đồi|106\.1|ma-vung-trong/);
  });

  test('of a person shows the code to who agreed to be named, the place to who agreed to an address', () => {
    expect(areaOf(['ho'], { name_public: true })).toMatchObject({ code: AREA.code, point: { lon: 0, lat: 0 } });
    expect(areaOf(['ho'], { address_public: true })).toMatchObject({ code: '', point: POINT });
  });

  test('of a firm and persons keeps its code; its place needs everybody’s word', () => {
    expect(areaOf(['producers', 'ho'])).toMatchObject({ code: AREA.code, point: { lon: 0, lat: 0 }, persons: 'some' });
    expect(areaOf(['producers', 'ho', 'ho-2'], { address_public: true })?.point).toEqual({ lon: 0, lat: 0 });
    expect(areaOf(['producers', 'ho'], { address_public: true })?.point).toEqual(POINT);
  });

  test('keeps an approximate place: that is a town’s, nobody’s land', () => {
    const changes = { growing_areas: [{ ...AREA, point_approximate: true, producers: ['ho'] }] };
    expect(areaOf([], {}, changes)).toMatchObject({ point: POINT, withheld: true });
  });

  test('whose grower is not public does not become anybody’s open land by that', () => {
    const hidden = [{ id: 'ho', name: 'Nguyễn Thị Hoà', slug: 'ho-1', ...PERSON, state: 'draft' as const }];
    expect(areaOf(['ho'], {}, { producers: hidden })).toMatchObject({ code: '', producers: [], withheld: true });
  });

  test('that is not approved, or not yet to be seen, is not there, and nothing points to it', () => {
    const changes: Area[] = [{ state: 'waiting' }, { visible_from: '2027' }];
    for (const change of changes) {
      const lot = { variant: 'pack_variants', lot_number: 'L1', trace_code: 'MATNG2345E', state: 'active' as const };
      const { content } = contentOf(
        [],
        {},
        {
          growing_areas: [{ ...AREA, ...change }],
          lots: [{ ...lot, areas: ['growing_areas'], growing_area: 'Đồi chè' }],
          trace_events: [{ lot: 'lots', step: 'harvest', area: 'growing_areas' }],
        },
      );
      expect(content.growing_areas).toEqual([]);
      expect(content.lots[0]).toMatchObject({ areas: [], growing_area: 'Đồi chè' });
      expect(content.trace_events[0]?.area).toBe('');
    }
  });

  test('names only growers, products and papers that are public', () => {
    const changes = {
      growing_areas: [
        { ...AREA, producers: ['producers', 'x'], products: ['products', 'x'], certificates: ['c', 'x'] },
      ],
      certificates: [{ id: 'c', producer: 'producers', scheme: 'organic' as const }],
    };
    expect(areaOf([], {}, changes)).toMatchObject({
      producers: ['producers'],
      products: ['products'],
      certificates: ['c'],
    });
  });
});

test('a code that leads to a person goes when the name is taken back', () => {
  const { office, content, persons } = contentOf(['ho'], { name_public: true });
  expect(shownPersonal(persons, office, content)['ho']?.name?.values).toEqual([
    'Nguyễn Thị Hoà',
    'VN-MHOR-0017',
    'Vườn đồi',
  ]);
  const shared = contentOf(['ho', 'producers'], { name_public: true });
  expect(shownPersonal(shared.persons, shared.office, shared.content)['ho']?.name?.values).toEqual(['Nguyễn Thị Hoà']);
});
