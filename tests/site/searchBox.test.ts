/** What the box under a person's hands offers. How well words are found is proved with the engine. */
import { describe, expect, test } from 'vitest';
import { PRODUCER_KINDS } from '#domain/producer.ts';
import { withCheckSign } from '#domain/rules/traceCode.ts';
import { seededTable } from '#scripts/seed/synonyms.ts';
import { vi } from '#site/i18n/vi.ts';
import { codeIn } from '#site/search/codes.ts';
import { findIn, TOLD } from '#site/search/finder.ts';
import { createSearch } from '#site/search/index.ts';
import { marked } from '#site/search/marked.ts';
import { offerFor, type SearchWords } from '#site/search/options.ts';
import { type ShippedRows, shippedSlug, unpackRows } from '#site/search/rows.ts';

const SHIPPED: ShippedRows = {
  kinds: PRODUCER_KINDS,
  communes: [['Xã Yên Thế', 'xa-yen-the', 'Phồn Xương Tam Hiệp Yên Thế']],
  producers: [
    ['HTX Thân Trường', '', 'cooperative', 0],
    ['Hộ sản xuất, xã Yên Thế', 'ho-a1b2c3d4', 'household', 0],
  ],
  products: [
    ['Mật ong hoa vải', '', 0, 4, 'valid.4.2025|2028-03-15:expired..2025', '2025-03-14', 0],
    ['Chè xanh Bản Ven', '', 0, 11, 'valid.3.2024', '2024', 0],
    ['Mắm tép Hòa Bình', 'mam-tep-hoa-binh-2', 1, 9, 'expired..2021', '2021', 0],
    ['Măng lục trúc', '', 1, 1, 'notRecognised.', '', 0],
  ],
  salesPoints: [['Điểm bán OCOP trung tâm', '', 0, '']],
  fairs: [['Hội chợ Xuân', '', '06 – 11/02/2026', 'Quảng trường']],
  synonyms: seededTable(),
};
const rows = unpackRows(SHIPPED);
const search = createSearch(rows, SHIPPED.synonyms);
const words: SearchWords = { ...vi.search, status: vi.status, termUnknownNoYear: '', pendingCentralNoStars: '' };
const offer = (query: string, today = '') => offerFor(query, findIn(search, today, query, TOLD), words, 'vi');
const first = (query: string) => offer(query).options[0];

const CODE = withCheckSign('7F3K9QX2M');

describe('rows', () => {
  test('a slug is shipped only where the name does not tell it', () => {
    expect(shippedSlug('Chè xanh Bản Ven', 'che-xanh-ban-ven')).toBe('');
    expect(shippedSlug('Hộ sản xuất, xã Yên Thế', 'ho-a1b2c3d4')).toBe('ho-a1b2c3d4');
    expect(rows.map(({ slug }) => slug)).toContain('che-xanh-ban-ven');
    expect(rows.map(({ slug }) => slug)).toContain('mam-tep-hoa-binh-2');
  });
});

describe('words lead to records of every kind', () => {
  test.each([
    ['mật ong', '/san-pham/mat-ong-hoa-vai'],
    ['MAT ONG', '/san-pham/mat-ong-hoa-vai'],
    ['mật ong'.normalize('NFD'), '/san-pham/mat-ong-hoa-vai'],
    ['mat on', '/san-pham/mat-ong-hoa-vai'],
    ['che ban ven', '/san-pham/che-xanh-ban-ven'],
    ['trà bản ven', '/san-pham/che-xanh-ban-ven'],
    ['mắm tép hoà bình', '/san-pham/mam-tep-hoa-binh-2'],
    ['hợp tác xã thân trường', '/chu-the/htx-than-truong'],
    ['diem ban trung tam', '/diem-ban/diem-ban-ocop-trung-tam'],
    ['hội chợ xuân', '/hoi-cho/hoi-cho-xuan'],
  ])('%s', (query, href) => {
    expect(first(query)?.href).toBe(href);
  });

  test('exact marks come first', () => {
    expect(first('măng')?.href).toBe('/san-pham/mang-luc-truc');
    expect(first('mắm')?.href).toBe('/san-pham/mam-tep-hoa-binh-2');
  });

  test('a slip of the hand is corrected and said so', () => {
    const { options, note } = offer('mật onh');
    expect(options[0]?.href).toBe('/san-pham/mat-ong-hoa-vai');
    expect(note).toBe('Đang hiện kết quả cho “mật ong”.');
  });

  test('the last option leads to all products that match, with the words as typed', () => {
    expect(offer('chè & trà').options.at(-1)?.href).toBe('/san-pham?q=ch%C3%A8%20%26%20tr%C3%A0');
  });

  test('nothing found is said in words, and leads on', () => {
    const { options, note } = offer('qqqqqqqq');
    expect(note).toBe('Không tìm thấy “qqqqqqqq”.');
    expect(options.map(({ href }) => href)).toEqual(['/san-pham']);
  });

  test('a product stands with its print and standing, which is right on the day', () => {
    expect(first('mật ong')).toMatchObject({ set: 4, status: { text: 'OCOP 4 sao', stars: 4 } });
    const { options } = offer('mật ong', '2028-03-15');
    expect(options[0]?.status).toEqual({ text: 'Giấy chứng nhận OCOP đã hết hạn', stars: 0 });
    expect(first('thân trường')?.kind).toBe('Cơ sở sản xuất');
  });
});

describe('codes', () => {
  test.each([
    [CODE, `/t/${CODE}`],
    [CODE.toLowerCase(), `/t/${CODE}`],
    [`${CODE.slice(0, 5)} ${CODE.slice(5)}`, `/t/${CODE}`],
    [`https://ocop.example/t/${CODE}`, `/t/${CODE}`],
    ['9521234000013', '/01/09521234000013'],
  ])('%s leads to its page and to nothing else', (typed, href) => {
    expect(offer(typed).options.map((option) => option.href)).toEqual([href]);
  });

  test('one sign wrong: said, and looked at again on the page for codes', () => {
    const wrong = `${CODE.slice(0, 9)}${CODE.endsWith('2') ? '3' : '2'}`;
    expect(offer(wrong).options).toEqual([
      {
        href: `/tra-cuu?ma=${wrong}`,
        name: [{ text: 'Mã gõ chưa đúng', isMatch: false }],
        lang: undefined,
        line: [{ said: 'Hãy so lại từng ký tự trên tem.', lang: undefined }],
      },
    ]);
  });

  test('ten letters are words first, a code after them', () => {
    const letters = withCheckSign('MATPNGBAN');
    expect(codeIn(letters, 'vi')).toMatchObject(/[0-9]/.test(letters) ? { isCertain: true } : { isCertain: false });
  });

  test.each(['mật ong', 'che xanh', '2024', 'hội chợ 2025', ''])('"%s" is no code', (typed) => {
    expect(codeIn(typed, 'vi')).toBeNull();
  });
});

describe('marking what was found', () => {
  const shown = (text: string, ...matches: string[]) =>
    marked(text, matches)
      .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
      .join('');
  test.each([
    ['Mật ong hoa vải', ['mat', 'ong'], '[Mật] [ong] hoa vải'],
    ['Đông trùng', ['dong'], '[Đông] trùng'],
    ['Mỳ gạo', ['mi'], '[Mỳ] gạo'],
    ['Chè xanh', [], 'Chè xanh'],
    ['Nem 99', ['99'], 'Nem [99]'],
  ])('%s', (text, matches, result) => {
    expect(shown(text, ...matches)).toBe(result);
  });

  test('loses no letter', () => {
    const text = 'Hòa-Bình  “mắm” & Đắk Lắk…';
    const all = marked(text, ['hoa', 'mam', 'lak']);
    expect(all.map((piece) => piece.text).join('')).toBe(text);
  });
});
