/** What the public pages are without any script: the files as they are served. What holds on every page: wholeSite.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { vi } from '#site/i18n/vi.ts';
import { fixtureRecords, fixtureSite } from '#tests/support/fixtureSite.ts';

const records = fixtureRecords();
let folder: string;
let pages: string[];
const read = (path: string) => readFileSync(join(folder, `${path}.html`), 'utf8');
const withoutTemplates = (html: string) => html.replace(/<template[\s\S]*?<\/template>/g, '');
/** Text as a reader sees it. */
const text = (html: string) =>
  withoutTemplates(html)
    .replace(/<head>[\s\S]*?<\/head>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
const inHead = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? '';

beforeAll(async () => {
  folder = await fixtureSite();
  pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.html'))
    .map((each) => relative(folder, join(each.parentPath, each.name)).replace(/\.html$/, ''))
    .filter((path) => !/^(en\/)?((t|01)\/|(tra-cuu|du-lieu|ngoai-tuyen)$)/.test(path))
    .sort();
});

describe('every page', () => {
  test('stands where the records say', () => {
    const expected = [
      ...['index', '404', 'san-pham', 'chu-the', 'diem-ban', 'hoi-cho', 'so-lieu'],
      ...records.products.map(({ slug }) => `san-pham/${slug}`),
      ...records.producers.map(({ slug }) => `chu-the/${slug}`),
      ...records.sales_points.map(({ slug }) => `diem-ban/${slug}`),
      ...records.fairs.map(({ slug }) => `hoi-cho/${slug}`),
      ...records.moved.map(({ path }) => path.slice(1)),
    ];
    expect(pages).toEqual(expect.arrayContaining(expected));
  });

  test('has nothing that the content policy forbids, and no word of the program', () => {
    for (const path of pages) {
      const html = read(path);
      const forbidden =
        / style=|<style|<script(?![^>]* (?:src=|type="application\/ld\+json"))|\son[a-z]+=|src="data:|url\(data:/.exec(
          html,
        );
      const told = `${text(html)} ${inHead(html, /<head>([\s\S]*)<\/head>/)}`;
      const slips = /undefined|NaN|\bnull\b|\[object|\{[a-z]\}/.exec(told);
      expect([path, forbidden?.[0], slips?.[0]]).toEqual([path, undefined, undefined]);
      expect(html.includes("default-src 'none'; script-src 'self'; style-src 'self'"), path).toBe(true);
    }
  });

  test('of a demonstration asks not to be found, and says what is made up', () => {
    for (const path of pages) expect(read(path), path).toContain('<meta name="robots" content="noindex">');
    for (const product of records.products.filter(({ demonstration }) => demonstration)) {
      expect(text(read(`san-pham/${product.slug}`))).toContain(vi.demonstration.record.product);
    }
    expect(text(read('chu-the/htx-vi-du'))).not.toContain('DỮ LIỆU MINH HỌA');
    for (const path of ['index', 'san-pham', 'chu-the', 'so-lieu'])
      expect(text(read(path))).toContain(vi.demonstration.part);
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow: /\n');
  });

  test('holds no time of publishing, but the page of figures', () => {
    const [, month, day] = records.settings[0]?.as_of.split('-') ?? [];
    const today = `${day}/${month}/2026`;
    for (const path of pages) expect(text(read(path)).includes(today), path).toBe(path === 'so-lieu');
  });
});

describe('a product', () => {
  test('in full: verdict, history with its decisions, packs, certificates, where to buy', () => {
    const shown = text(read('san-pham/mat-ong-hoa-vai-minh-hoa'));
    for (const part of [
      'OCOP 4 sao – còn hiệu lực',
      'Giấy chứng nhận có giá trị đến hết ngày 13/03/2028.',
      'Quyết định 314/QĐ-MH ngày 14/03/2025 của UBND tỉnh Bắc Ninh (minh họa)',
      'Quyết định 22/QĐ-MH ngày 15/06/2022 của UBND huyện Minh Họa',
      'Mã vạch (GTIN) 9521234000013',
      '180.000 ₫',
      'giá ngày 01/10/2026',
      'Số MH-GAHP-112, Tổ chức chứng nhận minh họa, cấp ngày 05/11/2024',
      'Chứng nhận này đã hết thời hạn sau ngày 04/11/2026',
      'Sàn Minh Họa',
      'Điểm bán OCOP Minh Họa Bắc Giang',
      'Giá niêm yết: 185.000 ₫',
      'Hội chợ OCOP Minh Họa cuối năm',
      'Không dùng cho trẻ dưới 12 tháng tuổi.',
    ]) {
      expect(shown).toContain(part);
    }
    expect(shown).not.toMatch(/Sàn Đã Đóng|Quầy OCOP Minh Họa đã đóng/);
  });

  test('with next to nothing known stands as intended, with its source', () => {
    const html = read('san-pham/ruou-gao-vi-du');
    const shown = text(html);
    for (const part of ['OCOP 4 sao – chưa rõ thời hạn', 'do chúng tôi xếp theo tên', 'Nguồn: bao.vi-du.example'])
      expect(shown).toContain(part);
    expect(withoutTemplates(html).includes('verdict-stars')).toBe(false);
    expect(html).toMatch(/<img src="\/_astro\/set-14\.[^"]+\.svg" width="400"/);
  });

  test('that ended, was withdrawn or never recognised shows no stars anywhere', () => {
    for (const slug of ['tuong-nep-minh-hoa', 'tieu-xay-minh-hoa', 'gio-lua-minh-hoa', 'tra-hoa-vang-minh-hoa']) {
      expect(withoutTemplates(read(`san-pham/${slug}`)).includes('verdict-stars'), slug).toBe(false);
    }
    expect(text(read('san-pham/tra-hoa-vang-minh-hoa'))).toContain('Chưa có quyết định công nhận.');
    expect(text(read('san-pham/tra-hoa-vang-minh-hoa'))).not.toContain('mã truy xuất, nhưng');
  });

  test('withdrawn from the catalogue keeps its page, says so, and stands in no list', () => {
    const shown = text(read('san-pham/tinh-dau-sa-minh-hoa'));
    expect(shown).toContain('Đã rút khỏi danh mục');
    expect(shown).not.toMatch(/còn hiệu lực –|OCOP 3 sao – còn hiệu lực/);
    for (const path of ['index', 'san-pham', 'chu-the/ho-homhx400', 'so-lieu'])
      expect(read(path).includes('tinh-dau-sa'), path).toBe(false);
    expect(readFileSync(join(folder, 'tim-kiem.json'), 'utf8')).not.toContain('Tinh dầu sả');
  });

  test('tells nothing of trace codes', () => {
    for (const { slug } of records.products) expect(read(`san-pham/${slug}`).includes('href="/t/'), slug).toBe(false);
  });
});

describe('a producer', () => {
  test('keeps recognised products apart, and shows what may be shown', () => {
    const html = read('chu-the/htx-minh-hoa-1');
    expect(html.indexOf('id="co-sao"')).toBeGreaterThan(0);
    expect(html.indexOf('id="co-sao"')).toBeLessThan(html.indexOf('id="khac"'));
    expect(html).toContain('href="tel:02040000011"');
    expect(html).toContain('data-personal="htxminhhoa10000 phone"');
  });

  test('without consent stands as a household; what is withheld is named', () => {
    const shown = text(read('chu-the/ho-hoanhxx3'));
    expect(shown).toContain('Hộ sản xuất, xã Tam Tiến');
    expect(shown.match(/không công bố theo yêu cầu/g)?.length).toBeGreaterThanOrEqual(3);
  });
});

describe('sales points and fairs', () => {
  test('say what is not known', () => {
    expect(text(read('diem-ban/gian-hang-ocop-minh-hoa-kinh-bac')).match(/chưa có thông tin/g)?.length).toBe(6);
    expect(text(read('diem-ban/diem-ban-ocop-minh-hoa-bac-giang'))).toContain('07:30–11:30, 13:30–20:00');
  });

  test('a sum of the parts that differs from the reported total is said, the total stands', () => {
    const shown = text(read('hoi-cho/tuan-hang-vi-du-2024'));
    expect(shown).toContain('04/2024');
    expect(shown).toContain('Gian hàng 200 195 ít hơn nguồn 5');
  });

  test('the calendar holds whole days only and is the same each time', () => {
    const calendar = readFileSync(join(folder, 'hoi-cho/lich.ics'), 'utf8').replace(/\r\n /g, '');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261205');
    expect(calendar).toContain('DTEND;VALUE=DATE:20261209');
    expect(calendar).toContain('SUMMARY:Minh họa: Hội chợ OCOP Minh Họa cuối năm');
  });
});

test('an address that moved leads on', () => {
  const html = read('san-pham/mat-ong-vai-minh-hoa');
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=/san-pham/mat-ong-hoa-vai-minh-hoa">');
  expect(html).toContain('<a href="/san-pham/mat-ong-hoa-vai-minh-hoa">');
});

test('figures can be counted again from the records', () => {
  const shown = text(read('so-lieu'));
  const approved = records.products.filter(({ state }) => state === 'approved');
  expect(shown).toContain(`sản phẩm trong danh mục ${approved.length}`);
  expect(shown).toContain('Tính đến ngày 22/11/2026.');
  expect(shown).toContain('Sản phẩm OCOP từ 3 sao (ví dụ) 120 sản phẩm 31/12/2025 Toàn tỉnh Báo Ví Dụ');
});
