import { describe, expect, test } from 'vitest';
import { TILE_ADDRESS_PATTERN, tileOrigin } from '#domain/rules/mapTiles.ts';
import { isHost, isMailAddress, isOrigin, ORIGIN_WORDS } from '#domain/rules/origin.ts';
import { isWebLink } from '#domain/rules/plainText.ts';
import { siteSettings } from '#domain/siteSettings.ts';

const RIGHT = [
  'https://ocop.bacninh.gov.vn',
  'http://ocop.example:8080',
  'https://xn--bc-ninh-bza.vn',
  'https://a-1.b2.example',
  'http://127.0.0.1:8090',
  'http://192.168.1.10',
  'http://localhost:65535',
  `https://${'a'.repeat(63)}.vn`,
];

/** What may follow or surround a host, and what looks like one. */
const WRONG = [
  'https://x.example" onload="a',
  "https://x.example' onload='a",
  'https://x.example onload=a',
  'https://x.example>',
  'https://x.example<b>',
  'https://x.example;script-src *',
  'https://x.example,https://y.example',
  'https://ten:mat-khau@x.example',
  'https://x.example@evil.example',
  'https://x.example\\evil.example',
  'https:\\\\x.example',
  'https://x.example/',
  'https://x.example/a',
  'https://x.example?a',
  'https://x.example#a',
  'https://x.example.',
  'https://.x.example',
  'https://x..example',
  'https://-x.example',
  'https://x-.example',
  `https://${'a'.repeat(64)}.vn`,
  'https://x．example',
  'https://x。example',
  'https://ｘ.example',
  'https://bắcninh.vn',
  'https://x.exa\u200bmple',
  'https://x.example\n',
  'https://x.example\u0000',
  '\thttps://x.example',
  'https://x.example:0',
  'https://x.example:65536',
  'https://x.example:080',
  'https://x.example:',
  'https://x.example:8080a',
  'https://X.example',
  'HTTPS://x.example',
  'https://x',
  'https://1.2.3',
  'https://256.1.1.1',
  'https://1.2.3.4.5',
  'https://x.0x7f',
  'https://[::1]',
  'https://x%2eexample',
  'https://x_y.example',
  'https://*.example',
  'https://',
  '//x.example',
  'x.example',
  'ftp://x.example',
  'javascript://x.example',
];

describe('an origin', () => {
  test.each(RIGHT)('%j is one', (text) => {
    expect(isOrigin(text)).toBe(true);
    // What it is here, it is to every program that reads addresses.
    expect(new URL(text).origin).toBe(text);
    expect(siteSettings.schema.shape.public_address.safeParse(text).success).toBe(true);
  });
  test.each(WRONG)('%j is none', (text) => {
    expect(isOrigin(text)).toBe(false);
    const said = siteSettings.schema.shape.public_address.safeParse(text).error?.issues.map(({ message }) => message);
    expect(said?.[0]).toBe(ORIGIN_WORDS);
  });
});

describe('an address of tiles', () => {
  const tiles = (origin: string) => `${origin}/{z}/{x}/{y}.png`;
  test.each(RIGHT)('may begin with %j', (text) => expect(tileOrigin(tiles(text))).toBe(text));
  test.each(WRONG.filter((text) => !/example\/|#|\?|X\.|\/a$/.test(text)))('may not begin with %j', (text) =>
    expect(tileOrigin(tiles(text))).toBe(''),
  );
  test.each(["'", '`', '\\', '"', '<', ' ', '\n', '\u200b', ';', '#', '|', 'ố'])('may not hold %j', (sign) =>
    expect(new RegExp(TILE_ADDRESS_PATTERN).test(`https://tile.example/${sign}{z}/{x}/{y}.png`)).toBe(false),
  );
});

describe('a link', () => {
  test.each([
    'https://vov.vn/kinh-te/ốc-đồng?a=b&c=d#e',
    'http://sàn-nông-sản.vn:8080/a(b)',
    "https://example.org/it's",
    'https://example.org?a=1',
    'https://shop_1.example/{id}|x',
  ])('%j is one', (link) => expect(isWebLink(link)).toBe(true));
  test.each([
    'https://x.example"onload="a',
    'https://x.example/"onload="a',
    'https://x.example/<script>',
    'https://x.example\\@evil.example',
    'https://x.example/\\evil',
    'https://vnexpress.net@evil.example/a',
    'https://a:b@x.example',
    'https://x．example',
    'https://x。example',
    'https:///x.example',
    'https://?a',
    'https://:80',
    'https://x..example',
    'javascript:alert(1)//https://x.example',
  ])('%j is none', (link) => expect(isWebLink(link)).toBe(false));
});

test.each([
  ['mail.example.vn', true],
  ['mail.example.vn:25', true],
  ['mail', false],
  ['mail.example.vn/a', false],
])('%j is a host: %s', (text, is) => expect(isHost(text)).toBe(is));

test.each([
  ['ocop@example.vn', true],
  ['a.b+c@sub.Example.vn', true],
  ['ocop@ocop.local', true],
  ['Danh mục <ocop@example.vn>', false],
  ['a"b@example.vn', false],
  ['a@example.vn\nBcc: b@example.vn', false],
  ['a@example.vn,b@example.vn', false],
  ['a@@example.vn', false],
  ['a@example', false],
  ['a @example.vn', false],
])('%j can get letters: %s', (text, is) => expect(isMailAddress(text)).toBe(is));
