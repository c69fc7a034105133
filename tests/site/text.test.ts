/** The office's texts: Markdown to HTML, and what the texts of a new installation say. */
import { describe, expect, test } from 'vitest';
import { pagesPlan } from '#scripts/seed/pages.ts';
import { markdownToHtml } from '#site/text/markdownToHtml.ts';

describe('Markdown', () => {
  test('HTML in a text is shown as text, and dangerous addresses lead nowhere', () => {
    const html = markdownToHtml(
      '<script>alert(1)</script>\n\n<b>đậm</b> [x](javascript:alert(1)) ![y](data:text/html,z)',
    );
    expect(html).not.toMatch(/<script|<b>|javascript:|data:text/);
    expect(html).toContain('&lt;script&gt;');
  });

  test('no picture is fetched from elsewhere: its words become a link', () => {
    const html = markdownToHtml(
      '![ảnh](https://ke-xau.example/x.png)\n\n![ảnh][1]\n\n[1]: https://ke-xau.example/y.png',
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('!<a href="https://ke-xau.example/x.png">ảnh</a>');
  });

  test('headings stand below the page’s own and can be linked to, each by an address of its own', () => {
    const html = markdownToHtml('# Một\n\n## Quyền *của bạn*\n\n### Ba\n\n## Quyền của bạn');
    expect(html.match(/<h\d id="[^"]+">/g)).toEqual([
      '<h2 id="mot">',
      '<h2 id="quyen-cua-ban">',
      '<h3 id="ba">',
      '<h2 id="quyen-cua-ban-2">',
    ]);
  });
});

describe('the texts of a new installation', () => {
  const office = { province: 'Lào Cai', office: 'Chi cục Phát triển nông thôn', office_phone: '0214 000 000' };
  const real = pagesPlan({ ...office, isDemonstration: false }).pages ?? [];
  const demonstration = pagesPlan({ ...office, isDemonstration: true }).pages ?? [];

  test('are four, in both languages, with every place filled in', () => {
    expect(real.map(({ kind }) => kind)).toEqual(['about', 'privacy', 'accessibility', 'terms']);
    for (const page of [...real, ...demonstration]) {
      for (const name of ['title', 'title_en', 'body', 'body_en']) {
        expect(page[name]).not.toBe('');
        expect(String(page[name])).not.toMatch(/[{}]|undefined/);
      }
    }
  });

  test('name the office and how to reach it', () => {
    for (const { body, body_en } of real) {
      expect(body).toContain('Chi cục Phát triển nông thôn, điện thoại 0214 000 000');
      expect(body_en).toContain('Chi cục Phát triển nông thôn, phone 0214 000 000');
    }
  });

  test('say of a demonstration, and only of one, that it is one', () => {
    expect(String(demonstration[0]?.['body'])).toContain('bản minh họa');
    expect(String(demonstration[0]?.['body_en'])).toContain('demonstration');
    for (const page of real) expect(JSON.stringify(page)).not.toMatch(/minh họa|demonstration/i);
  });
});
