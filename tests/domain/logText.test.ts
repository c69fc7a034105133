import { describe, expect, test } from 'vitest';
import { addressForLog, textForLog, valueForLog } from '#domain/rules/logText.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6ImEifQ.c2lnbmF0dXJlLW9mLWl0';
const HIDDEN = encodeURIComponent(encodeURIComponent(encodeURIComponent(`?token=${TOKEN}`)));

describe('of an address', () => {
  test.each([
    ['/api/files/a/b/c.png', '/api/files/a/b/c.png'],
    ['/san-pham/m%E1%BA%ADt-ong', '/san-pham/m%E1%BA%ADt-ong'],
    ['/01/09521234543213/10/L%201', '/01/09521234543213/10/L%201'],
    [`/api/files/a?token=${TOKEN}`, '/api/files/a…'],
    [`GET /api/files/a?%74oken=${TOKEN}`, 'GET /api/files/a…'],
    ['/api/files/a?', '/api/files/a…'],
    ['/api/oauth2-redirect?code=1&state=2', '/api/oauth2-redirect…'],
    [`/api/files/a%3Ftoken=${TOKEN}`, '/api/files/a…'],
    [`/api/files/a${HIDDEN}`, '/api/files/a…'],
    [`/quan-tri/mat-khau-moi%23${TOKEN}`, '/quan-tri/mat-khau-moi…'],
    [`/api/files/${TOKEN}/a`, '/api/files/…/a'],
    [`/api/files/${TOKEN.slice(0, 30)}...`, '/api/files/…'],
    [`/api/files/%65${TOKEN.slice(1)}`, '/api/files/…'],
    [`/api/files/%ff%65${TOKEN.slice(1)}`, '/api/files/%ff…'],
    ['https://ten:mat-khau@ocop.example/a', 'https://ocop.example/a'],
    [`/a%${'25'.repeat(4)}3Fx=1`, '/a…'],
    [`/a%${'25'.repeat(20)}3Fx=1`, '…'],
    ['', ''],
  ])('%s is kept %s', (address, kept) => expect(addressForLog(address)).toBe(kept));
});

describe('of any other text', () => {
  test.each([
    ['Đã lưu? Chưa; thử lại.', 'Đã lưu? Chưa; thử lại.'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'Mozilla/5.0 (X11; Linux x86_64)'],
    [`invalid token "${TOKEN}"`, 'invalid token "…"'],
    [`Get "https://x.example/a?code=1&state=2": refused`, 'Get "https://x.example/a…": refused'],
    ['dial smtp://ten:mat-khau@mail.example', 'dial smtp://mail.example'],
  ])('%s is kept %s', (text, kept) => expect(textForLog(text)).toBe(kept));
});

test('a value is cleaned to its last part, names included, and numbers stay', () => {
  const value = { [TOKEN]: [{ raw: `x ${TOKEN}` }, 3, null, true] };
  expect(valueForLog(value)).toEqual({ '…': [{ raw: 'x …' }, 3, null, true] });
});
