import { expect, test } from 'vitest';
import { NOTICES } from '#domain/verdictWords.ts';
import { languageOf, type SavedWords, titleOf, withBanner, withSavedPages } from '#site/offline/savedCopy.ts';

const AT = Date.parse('2026-11-22T07:05:00Z');
const said = (language: 'vi' | 'en') => {
  const { headline, fact, advice } = NOTICES[language].savedCopy('{{at}}');
  return { headline, text: `${fact} ${advice}`, list: 'Đã lưu' };
};
const WORDS: SavedWords = { vi: said('vi'), en: said('en') };
const PAGE =
  '<html><head><title>Mật ong – lô 1 – OCOP Bắc Ninh</title></head><body data-lot="x"><main>a</main></body></html>';

test('the banner is the first thing of the page, and keeps everything else as it was', () => {
  const shown = withBanner(PAGE, '/t/X', AT, WORDS);
  expect(shown).toMatch(/<body data-lot="x"><aside class="saved-copy" aria-label="Bản lưu lúc 14:05 22\/11\/2026">/);
  expect(shown).toContain('Tình trạng có thể đã thay đổi. Mở lại khi có mạng.');
  expect(shown.replace(/<aside.*<\/aside>/, '')).toBe(PAGE);
});

test('it speaks the language of the address', () => {
  expect(withBanner(PAGE, '/en/t/X', AT, WORDS)).toContain('Saved copy of 14:05, 22 November 2026');
  expect(['/en', '/en/t/X', '/english', '/', '/san-pham/en'].map(languageOf)).toEqual(['en', 'en', 'vi', 'vi', 'vi']);
});

test('a page is listed under its own title, as the page has it, or under its address', () => {
  expect(titleOf(PAGE, '/t/X')).toBe('Mật ong – lô 1');
  expect(titleOf('<title>A &amp; B – OCOP Bắc Ninh</title>', '/x')).toBe('A &amp; B');
  expect(titleOf('<p>', '/x')).toBe('/x');
});

test('what was saved is listed in its place; nothing saved leaves the page as it is', () => {
  const offline = '<main><div data-saved-pages></div></main>';
  const listed = withSavedPages(offline, 'vi', [{ path: '/t/X', title: 'Mật ong' }], WORDS);
  expect(listed).toBe(
    '<main><div data-saved-pages><h2>Đã lưu</h2><ul class="saved-pages"><li><a href="/t/X">Mật ong</a></li></ul></div></main>',
  );
  expect(withSavedPages(offline, 'vi', [{ path: '/en/t/X', title: 'Honey' }], WORDS)).toContain(
    '<a href="/en/t/X" lang="en">Honey</a>',
  );
  expect(withSavedPages(offline, 'vi', [], WORDS)).toBe(offline);
});
