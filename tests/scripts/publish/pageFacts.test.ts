import { describe, expect, test } from 'vitest';
import { pageFacts } from '#scripts/publish/pageFacts.ts';
import { HOSTILE } from '#tests/support/hostile.ts';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><title>Mật ong</title>${head}</head><body data-lot="l1">${body}</body></html>`;

/** As pages write a text: quotes and ampersands, and between tags the signs of markup, escaped. */
const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('a text that looks like markup is none', () => {
  const texts = [
    ...HOSTILE.map(({ text }) => text),
    '<script>alert(1)</script>',
    '" onload="x',
    "' style='x",
    '<title>x</title>',
  ];
  test.each(texts)('%j', (text) => {
    const html = page(
      `<img src="/anh/a.webp" alt="${quoted(text)}"><p title="${quoted(text)}" class="a">${shown(text)}</p><a href="/b">b</a>`,
      `<meta name="description" content="${quoted(text)}"><script type="application/ld+json">{"a":"<style>"}</script>`,
    );
    expect(pageFacts(html)).toEqual({
      title: 'Mật ong',
      lot: 'l1',
      leadsOn: false,
      blocked: [],
      links: new Set(['/anh/a.webp', '/b']),
    });
  });
});

describe('what the server blocks is found in any spelling', () => {
  test.each([
    ['<SCRIPT>alert(1)</SCRIPT>', 'đoạn mã nằm trong trang'],
    ['<script data-src="x">alert(1)</script>', 'đoạn mã nằm trong trang'],
    ['<p title="src=x"><script async>1</script>', 'đoạn mã nằm trong trang'],
    ['<style>p{}</style>', 'thẻ <style>'],
    ["<p style='color:red'>", 'thuộc tính style'],
    ['<p style=color:red>', 'thuộc tính style'],
    ['<p\nSTYLE = "color:red">', 'thuộc tính style'],
    ['<img alt="a>b" onerror=alert(1)>', 'mã trong thuộc tính on…'],
    ["<p title='\"' onclick='x'>", 'mã trong thuộc tính on…'],
  ])('%s', (body, told) => expect(pageFacts(page(body)).blocked).toEqual([told]));
});

test('links are those of attributes, whatever their quotes', () => {
  const body = `<a href='/a?x#y'>a</a><a href=/b>b</a><a title="href='/no'" href="/c&amp;d">c</a><!-- <a href="/no"> -->
    <img srcset="/e 1x, /f 2x" src="https://elsewhere.example/g"><a href="#h">h</a><form action="tim"></form>`;
  const { links } = pageFacts(page(body, '<meta http-equiv="refresh" content="0; url=/i">'), '/san-pham/x');
  expect([...links].sort()).toEqual(['/a', '/b', '/c&d', '/e', '/f', '/i', '/san-pham/tim']);
  expect(pageFacts('<meta http-equiv=refresh content="0;url=/i">').leadsOn).toBe(true);
});

test('the page’s title is its first, not a drawing’s', () => {
  const html = `<title>
    Mật ong</title><svg><title>Hình</title></svg>`;
  expect(pageFacts(html).title).toBe('Mật ong');
  expect(pageFacts('<p>no title</p>').title).toBe('');
});
