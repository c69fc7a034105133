import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isOddAddress, ODD_ADDRESS } from '#domain/rules/oddAddress.ts';

describe('odd addresses', () => {
  test.each([
    '/..',
    '/.',
    '/../x',
    '/x/..',
    '/x/../y',
    '/./x',
    '/..?a=1',
    '/x/%2e%2E/y',
    '/x/.%2e',
    '/x%2f..%2fy',
    '/x%5c..',
    '/x/%252e%252e/y',
    '/x%252f%25252e/y',
    '/..;/x',
    '/..;a=b/x',
    '/%2e%2e%3b/x',
    '/%c0%ae%c0%ae/x',
    '/%e0%80%ae/x',
    '/．．/x',
    '/%EF%BC%8E/x',
    '/a\\b',
    '/a%5Cb',
    '/%09/x',
    '/a%0d%0ab',
    '/%00',
    '/%7f',
    '/%2fx',
    '//%252fx',
    '/%255Cx',
  ])('%s is one', (address) => expect(isOddAddress(address)).toBe(true));

  test.each([
    '/',
    '//x',
    '/san-pham/mat-ong',
    '/san-pham/a..b',
    '/...',
    '/.well-known/x',
    '/hoi-cho/lich.ics',
    '/01/09521234543213/10/L%2F1',
    '/01/09521234543213/10/5%2512',
    '/01/09521234543213/10/L.1',
    '/01/09521234543213/10/a;b',
    '/t/AB%20CD',
    '/tra-cuu?ma=../..',
    '/s%E1%BA%A3n',
    '/%ff',
  ])('%s is none', (address) => expect(isOddAddress(address)).toBe(false));

  test.each(['../../pocketbase/guard.go', '../../scripts/deploy/Caddyfile'])('%s holds the same pattern', (file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    expect(text).toContain(`\`(?i)${ODD_ADDRESS}\``);
  });
});
