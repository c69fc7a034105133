/** How well records are found, on real products: which comes first, what is corrected, and that nothing typed breaks it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededTable } from '#scripts/seed/synonyms.ts';
import type { SearchDocument } from '#site/search/engine/document.ts';
import { createEngine } from '#site/search/engine/engine.ts';

type Fact = [name: string, producer?: string, place?: string, formerPlaces?: string, group?: string];
const FACTS: Fact[] = [
  ['Mật ong Pa Ủ', 'hộ kinh doanh Vàng Văn Thiện', 'xã Pa Ủ', 'huyện Mường Tè', 'Mật ong, mật khác'],
  ['Mật ong hoa vải Hằng Hiếu', 'HTX Dịch vụ nông nghiệp Hằng Hiếu', '', 'huyện Lục Ngạn'],
  ['Mặt nạ dừa', 'Công ty TNHH Chế biến sản phẩm dừa Cửu Long'],
  ['Mắm ngự', 'Công ty CP Thủy sản Đại Yên', '', '', 'Tương, nước mắm'],
  ['Mận sấy dẻo Cường Hoa', 'hộ kinh doanh Hoàng Thị Hoa', 'xã Chiềng Sơn', 'huyện Mộc Châu'],
  ['Măng khô', 'HTX Hoàng Huy'],
  ['Trà hoa vàng', 'HTX An Bình'],
  ['Trà hoa vàng Quy Hoa', 'Công ty TNHH Quy Hoa', '', 'huyện Hải Hà'],
  ['Trà hoa vàng túi lọc', 'HTX An Bình'],
  ['Chè xanh Bản Ven', 'HTX Thân Trường', '', 'huyện Yên Thế', 'Chè'],
  ['Kẹo lạc', 'HTX An Bình'],
  ['Dầu đậu phộng Tân Lạc Việt', 'Công Ty TNHH Nông nghiệp Lạc Việt'],
  ['Rượu ba kích Ba Chẽ', 'HTX kinh doanh dịch vụ lâm sản ngoài gỗ Ba Chẽ', '', '', 'Đồ uống có cồn'],
  ['Rượu nấm lim xanh Ba Chẽ', 'HTX kinh doanh dịch vụ lâm sản ngoài gỗ Ba Chẽ', '', '', 'Đồ uống có cồn'],
  ['Gạo chất lượng Hòa Thành', 'HTX Dịch vụ nông nghiệp tổng hợp Hòa Thành', '', 'TX Đông Hòa'],
  ['Rượu sim Qúy Chuẩn', 'HTX sản xuất kinh doanh dịch vụ Lê Minh', '', '', 'Đồ uống có cồn'],
  ['Mì gạo Hùng Lô', 'HTX Mì gạo Hùng Lô', '', 'TP Việt Trì'],
  ['Mỳ gạo Lục Ngạn', 'Hợp tác xã Dịch vụ Nông nghiệp Hằng Hiếu', '', 'huyện Lục Ngạn'],
  ['Tỏi Lý Sơn', 'Công ty TNHH Phú Sinh'],
  ['Đường vàng An Khê', 'Nhà máy Đường An Khê'],
  ['Giò bê Nam Đàn'],
  ['Gạo sạch Liên Hưng (OM 5451)', 'Công ty TNHH Liên Hưng'],
  ['Đông trùng hạ thảo Sapa', 'Công ty TraphacoSapa'],
  ['Du lịch cộng đồng bản Nưa', '', '', '', 'Dịch vụ du lịch'],
];
const documents: SearchDocument[] = [
  ...FACTS.map(([name, producer = '', place = '', formerPlaces = '', group = '']) => ({
    kind: 'product',
    fields: { name, producer, place, formerPlaces, group },
  })),
  { kind: 'producer', fields: { name: 'HTX An Bình', group: 'Hợp tác xã' } },
  { kind: 'fair', fields: { name: 'Hội chợ OCOP Quảng Ninh - Xuân 2026', place: 'phường Hạ Long' } },
];
const engine = createEngine(documents, seededTable());
const names = (query: string, limit = 5) =>
  engine.search(query, { limit }).hits.map(({ index }) => documents[index]?.fields.name);

describe('the record meant comes first', () => {
  test.each([
    ['mật ong pa ủ', 'Mật ong Pa Ủ'],
    ['MAT ONG PA U', 'Mật ong Pa Ủ'],
    ['duong vang an khe', 'Đường vàng An Khê'],
    ['Ðường vàng', 'Đường vàng An Khê'],
    ['gạo hoà thành', 'Gạo chất lượng Hòa Thành'],
    ['rượu sim quý chuẩn', 'Rượu sim Qúy Chuẩn'],
    ['mật ong hoa vải'.normalize('NFD'), 'Mật ong hoa vải Hằng Hiếu'],
    ['maatj ong pa ur', 'Mật ong Pa Ủ'],
    ['ruowuj ba kichs', 'Rượu ba kích Ba Chẽ'],
    ['trà hoafng', 'Trà hoa vàng'],
    ['mat65 ong hoa vai3', 'Mật ong hoa vải Hằng Hiếu'],
    ['d9uong72 vang', 'Đường vàng An Khê'],
    ['mật onh hoa', 'Mật ong hoa vải Hằng Hiếu'],
    ['rưọu ba kcíh', 'Rượu ba kích Ba Chẽ'],
    ['ba chẽ rượu ba kích', 'Rượu ba kích Ba Chẽ'],
    ['vang hoa tra', 'Trà hoa vàng'],
    ['htx hang hieu mat ong', 'Mật ong hoa vải Hằng Hiếu'],
    ['hợp tác xã thân trường', 'Chè xanh Bản Ven'],
    ['mi gao tp viet tri', 'Mì gạo Hùng Lô'],
    ['giò bê na', 'Giò bê Nam Đàn'],
    ['tra hoa vang qu', 'Trà hoa vàng Quy Hoa'],
    ['mi gao luc ngan', 'Mỳ gạo Lục Ngạn'],
    ['toi li son', 'Tỏi Lý Sơn'],
    ['kẹo đậu phộng', 'Kẹo lạc'],
    ['dầu lạc', 'Dầu đậu phộng Tân Lạc Việt'],
    ['trà bản ven', 'Chè xanh Bản Ven'],
    ['nước mắm ngự', 'Mắm ngự'],
    ['dò bê', 'Giò bê Nam Đàn'],
    ['mat ong muong te', 'Mật ong Pa Ủ'],
    ['đồ uống nấm lim', 'Rượu nấm lim xanh Ba Chẽ'],
    ['matong pa u', 'Mật ong Pa Ủ'],
    ['sa pa dong trung', 'Đông trùng hạ thảo Sapa'],
    ['gao om 5451', 'Gạo sạch Liên Hưng (OM 5451)'],
    ['hội chợ xuân quảng ninh', 'Hội chợ OCOP Quảng Ninh - Xuân 2026'],
    ['trà hoa vàng', 'Trà hoa vàng'],
  ])('%s → %s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });
});

describe('exact marks rank first', () => {
  test.each([
    ['mật', 'Mật ong Pa Ủ'],
    ['mặt', 'Mặt nạ dừa'],
    ['mận', 'Mận sấy dẻo Cường Hoa'],
    ['măng', 'Măng khô'],
    ['mắm', 'Mắm ngự'],
  ])('%s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });
});

test('a whole name stands before longer ones, by whatever marks it was typed', () => {
  expect(names('tra hoa vang').slice(0, 3).sort()).toEqual([
    'Trà hoa vàng',
    'Trà hoa vàng Quy Hoa',
    'Trà hoa vàng túi lọc',
  ]);
  expect(names('tra hoa vang')[0]).toBe('Trà hoa vàng');
});

describe('of two records that hold the words', () => {
  const firstOf = (query: string, ...listed: string[]) => {
    const few = listed.map((name) => ({ kind: 'product', fields: { name } }));
    return listed[createEngine(few).search(query).hits[0]?.index ?? -1];
  };

  test('the one comes first of which the question says more', () => {
    expect(firstOf('trà sen', 'Trà sen Hồ Tây', 'Trà sen')).toBe('Trà sen');
  });

  test('the one comes first that has them side by side as asked', () => {
    expect(firstOf('rượu ba kích', 'Bộ kích ba rượu', 'Bộ rượu ba kích')).toBe('Bộ rượu ba kích');
  });

  test('a word counts by the best that answers it, not by the last', () => {
    expect(firstOf('ong', 'Ong nâu xanh', 'Ong nâu ang')).toBe('Ong nâu ang');
  });

  test.each([
    [
      { name: 'Trà sen', producer: 'Việt' },
      { name: 'Trà', producer: 'Sen Việt' },
    ],
    [
      { name: 'Trà', producer: 'Sen Việt' },
      { name: 'Trà', place: 'Sen Việt' },
    ],
    [
      { name: 'Trà', formerPlaces: 'Sen Việt' },
      { name: 'Trà', group: 'Sen Việt' },
    ],
  ])('the one comes first that has them in the weightier field: %j before %j', (first, second) => {
    const both = [second, first].map((fields) => ({ kind: 'product', fields }));
    expect(createEngine(both).search('sen').hits[0]?.index).toBe(1);
  });
});

test('what answers only a small part of the question is not shown', () => {
  expect(names('rượu ba kích', 50)).toEqual(['Rượu ba kích Ba Chẽ', 'Rượu nấm lim xanh Ba Chẽ']);
});

test('only the kinds asked for are found', () => {
  expect(engine.search('an bình', { kinds: ['producer'] }).hits.map(({ index }) => documents[index]?.kind)).toEqual([
    'producer',
  ]);
});

describe('what was corrected is said', () => {
  test.each([
    ['mật onh hoa vải', 'mật ong hoa vải'],
    ['maatj ong', 'mật ong'],
    ['mật ong', undefined],
    ['mat on', undefined],
    ['htx an binh', undefined],
    ['chè hoa vàng', undefined],
  ])('%s → %s', (query, corrected) => {
    expect(engine.search(query).corrected).toBe(corrected);
  });
});

describe('the words that were found are told, for marking them', () => {
  test.each([
    ['mat on', ['mat', 'ong']],
    ['maatj onh', ['mat', 'ong']],
  ])('%s', (query, matches) => {
    expect(engine.search(query).hits[0]?.matches).toEqual(matches);
  });

  test('wherever they stand', () => {
    expect(engine.search('mat ong muong te').hits[0]?.matches).toEqual(['mat', 'ong', 'muong', 'te']);
  });

  test('by the name that stands there', () => {
    expect(engine.search('trà bản ven').hits[0]?.matches).toEqual(expect.arrayContaining(['che', 'ban', 'ven']));
  });
});

test('nothing is found for nothing', () => {
  expect(['', '   ', '–', '🍯', '\u0301'].map((query) => engine.search(query).hits)).toEqual([[], [], [], [], []]);
});

test('an empty catalogue answers', () => {
  expect(createEngine([]).search('mật ong')).toEqual({ hits: [] });
});

test('whatever is typed, the answer is some of the documents, each once, best first', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('mật', 'ong', 'maatj', 'ba', '9', 'd9', 'w', 'đ', 'ư', '\u0301', '#0', 'htx', ' '))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, fc.integer({ min: 0, max: 40 }), (query, limit) => {
      const { hits } = engine.search(query, { limit });
      const found = hits.map(({ index }) => index);
      expect(found.length).toBeLessThanOrEqual(limit);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((index) => documents[index] !== undefined)).toBe(true);
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
      // Less than half as good as the best is not worth showing.
      expect(hits.every(({ score }) => score >= (hits[0]?.score ?? 0) / 2)).toBe(true);
      for (const hit of hits) expect(Array.isArray(hit.matches)).toBe(true);
    }),
  );
});
