/** What a trace page says without any script: the file as it is served. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PANEL_END, PANEL_START } from '#domain/recallPanel.ts';
import { traceCodeForReading } from '#domain/rules/traceCode.ts';
import { NOTICES } from '#domain/verdictWords.ts';
import { fixtureRecords, fixtureSite } from '#tests/support/fixtureSite.ts';
import { traceHtmlProblems } from '#tests/support/htmlRules.ts';
import { CODES, TOLD } from './traceCodes.ts';

const records = fixtureRecords();
const codes = records.lots.map((lot) => lot.trace_code);

let folder: string;
const read = (path: string) => readFileSync(join(folder, `${path}.html`), 'utf8');
/** Text as a reader sees it: templates and tags gone. */
function text(html: string): string {
  return html
    .replace(/<template[\s\S]*?<\/template>|<head>[\s\S]*?<\/head>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(?:p|li|dt|dd|h1|h2|section|div)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/[ \t\n]+/g, ' ');
}
/** Each form of the page leads to its own twin in the other language. */
const withoutSwitch = (html: string) => html.replace(/<a class="language-switch"[^>]*>/, '');
beforeAll(async () => {
  folder = await fixtureSite();
});

test('every lot of the snapshot has its page, and the fixture shows every kind', () => {
  const pages = readdirSync(join(folder, 't')).filter((name) => name.endsWith('.html'));
  expect(pages.sort()).toEqual(codes.map((code) => `${code}.html`).sort());
  expect(codes.toSorted()).toEqual(Object.keys(TOLD).sort());
});

describe.each(Object.entries(TOLD))('%s', (code, [state, headline]) => {
  const lot = records.lots.find((each) => each.trace_code === code);
  const variant = records.pack_variants.find((each) => each.id === lot?.variant);
  const product = records.products.find((each) => each.id === variant?.product);

  test('tells the verdict, the product and the lot', () => {
    const html = read(`t/${code}`);
    const shown = text(html);
    expect(html).toContain(`data-verdict-panel="${state}"`);
    expect(shown.replace(/ – /, ' – ')).toContain(headline);
    expect(html).toContain(`<h1>${product?.name}</h1>`);
    expect(shown).toContain(`Số lô ${lot?.lot_number}`);
    expect(shown).toContain(`Mã truy xuất ${traceCodeForReading(code)}`);
    expect(shown).toContain(NOTICES.vi.proves);
    expect(shown).toContain('Báo về con tem này');
    expect(html.match(/<li class="(given|missing|withheld|notApplicable)">/g)).toHaveLength(10);
  });

  test('carries the demonstration banner exactly when something is made up', () => {
    const isDemonstration = lot?.demonstration === true || product?.demonstration === true;
    expect(text(read(`t/${code}`)).includes(NOTICES.vi.demonstration.headline)).toBe(isDemonstration);
  });

  test('says that the name comes from public sources only where it does', () => {
    const isOfRealProduct = lot?.demonstration === true && product?.demonstration === false;
    expect(text(read(`t/${code}`)).includes(NOTICES.vi.demonstration.fact)).toBe(isOfRealProduct);
  });

  test('names the commune of a step once, wherever the diary wrote it', () => {
    expect(text(read(`t/${code}`))).not.toMatch(/((?:xã|phường) [^,]+), \1/i);
  });

  test('can be found by its stamp alone, and can be laid over by a recall', () => {
    const html = read(`t/${code}`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('rel="canonical"');
    expect(html).toContain(`<body data-lot="${lot?.id}"`);
    for (const mark of [PANEL_START, PANEL_END, '<template data-verdict="recalled">'])
      expect(html.split(mark)).toHaveLength(2);
    expect(html.indexOf(PANEL_START)).toBeLessThan(html.indexOf(PANEL_END));
  });

  test('shows nothing of the program, and claims nothing it cannot know', () => {
    const html = read(`t/${code}`);
    const shown = text(html);
    expect(shown).not.toMatch(/undefined|NaN|\bnull\b|\[object|01\/01\/20[0-9]{2}/);
    expect(shown.replace(NOTICES.vi.proves, '')).not.toMatch(/hàng thật|hàng giả|chính hãng|100 ?% (thật|an toàn)/i);
    expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)|\son[a-z]+=/);
    for (const other of codes) if (other !== code) expect(html).not.toContain(other);
  });
});

describe('in particular', () => {
  test('a recalled lot: what to do, a number to tap, its notice; nothing to buy beside it', () => {
    const html = read(`t/${CODES.recalled}`);
    const panel = html.slice(html.indexOf(PANEL_START), html.indexOf(PANEL_END));
    expect(text(panel)).toContain('Lô L260801, thông báo lúc 09:15 20/11/2026.');
    expect(panel).toContain('href="tel:02040000011"');
    expect(text(html)).toContain('nhận lại hàng tại nơi bán');
    expect(html.match(/class="verdict-stars"/)).toBeNull();
  });

  test('a withdrawn certificate names the decision', () => {
    expect(text(read(`t/${CODES.revoked}`))).toContain(
      'Theo Quyết định 910/QĐ-MH ngày 10/09/2026 của UBND tỉnh Bắc Ninh (minh họa). Không được gắn sao OCOP.',
    );
  });

  test('a person without consent stands as a household, and the items say why', () => {
    const shown = text(read(`t/${CODES.registeredOnly}`));
    expect(shown).toContain('Hộ sản xuất, xã Tam Tiến');
    expect(shown).toContain(`Tên cơ sở sản xuất, kinh doanh ${NOTICES.vi.withheld}`);
    expect(shown).toContain(`Địa chỉ cơ sở ${NOTICES.vi.withheld}`);
    expect(shown).not.toContain('tel:');
  });

  test('what nobody declared is named as missing', () => {
    const shown = text(read(`t/${CODES.notDemonstration}`));
    expect(shown).toContain('Đã khai báo 4/10 mục');
    expect(shown).toContain('Hình ảnh sản phẩm Chưa khai báo');
    expect(shown).toContain('Chưa khai báo công đoạn nào.');
  });

  test('an input’s pre-harvest interval, and how long was really waited', () => {
    expect(text(read(`t/${CODES.valid}`))).toContain(
      'Đã dùng: Chế phẩm sinh học Bt 2 lít – thời gian cách ly 7 ngày, thu hoạch sau 204 ngày; Đường cho ong ăn.',
    );
  });

  test('closed shops and floors are not offered', () => {
    const shown = text(read(`t/${CODES.valid}`));
    expect(shown).toContain('Trên Sàn Minh Họa');
    expect(shown).not.toMatch(/Sàn Đã Đóng|đã đóng/);
  });

  test('stars of a proposal are never told as stars', () => {
    const shown = text(read(`t/${CODES.pendingAlone}`));
    expect(shown).toContain('Đang đề nghị 5 sao');
    expect(shown).not.toMatch(/OCOP [345] sao/);
  });
});

describe('behind a barcode', () => {
  test('the pack’s page gives the product’s verdict and lists no lot', () => {
    const html = read('01/09521234000013');
    expect(text(html)).toContain('OCOP 4 sao – còn hiệu lực');
    expect(html).toContain('href="/san-pham/mat-ong-hoa-vai-minh-hoa"');
    expect(html).not.toMatch(/L260915|L260801|data-lot=/);
  });

  test('a lot whose number can be an address has the same page there', () => {
    const twin = read('01/09521234000013/10/L260915');
    expect(withoutSwitch(twin)).toBe(withoutSwitch(read(`t/${CODES.valid}`)));
    expect(withoutSwitch(read('01/09521234000037/10/BD26.11'))).toBe(withoutSwitch(read(`t/${CODES.expiresSoon}`)));
  });

  test('one whose number cannot has none', () => {
    const pages = readdirSync(join(folder, '01/09521234000013/10')).filter((name) => name.endsWith('.html'));
    expect(pages.sort()).toEqual(['L241205.html', 'L260801.html', 'L260915.html', 'L261001.html']);
  });
});

test('codes stand on their own pages only', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    if (/\/(t|01)\//.test(path) || !/\.(html|json|js|xml|txt|ics)$/.test(path)) continue;
    const content = readFileSync(path, 'utf8');
    for (const code of codes) expect(content.includes(code), `${path} holds ${code}`).toBe(false);
  }
});

test('the pages are valid HTML', async () => {
  const paths = [...codes.map((code) => `t/${code}`), '01/09521234000013', 'tra-cuu'];
  for (const path of paths) expect(await traceHtmlProblems(read(path)), path).toEqual([]);
});

test('each correction stands as a line, in both languages, and the file of the lot tells it too; the reason stays in the office', () => {
  const lines = {
    vi: 'Đã sửa ngày 12/10/2026: hạn sử dụng, số lượng.',
    en: 'Corrected on 12 October 2026: use-by date, quantity.',
  };
  expect(read(`t/${CODES.awkwardNumber}`)).toContain(lines.vi);
  expect(read(`t/${CODES.awkwardNumber}`)).toContain('Đã sửa ngày 03/11/2026: ngày sản xuất.');
  expect(read(`en/t/${CODES.awkwardNumber}`)).toContain(lines.en);
  expect(read(`t/${CODES.valid}`)).not.toContain('Đã sửa');
  const file = JSON.parse(readFileSync(join(folder, `t/${CODES.awkwardNumber}.json`), 'utf8'));
  expect(file.da_sua).toEqual([
    { ngay: '2026-10-12', truong: ['hạn sử dụng', 'số lượng'] },
    { ngay: '2026-11-03', truong: ['ngày sản xuất'] },
  ]);
  const withdrawn = JSON.parse(readFileSync(join(folder, `t/${CODES.lotWithdrawn}.json`), 'utf8'));
  expect(withdrawn.tinh_trang.map(({ ma }: { ma: string }) => ma)).toEqual(['lotWithdrawn', 'pastUseBy']);
  expect(withdrawn.ngung_luu_hanh.tu_ngay).toBe('2026-11-18');
});
