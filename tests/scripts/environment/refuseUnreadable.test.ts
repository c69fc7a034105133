import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { refuseUnreadable } from '#scripts/environment/refuseUnreadable.ts';
import { runCommand } from '#tests/support/runCommand.ts';

const judge = (values: Readonly<Record<string, string>>) => () => refuseUnreadable((name) => values[name] ?? '');

/** What is no address and no network, or everybody's. */
const NO_NETWORKS = [
  '*',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/33',
  '10.0.0/8',
  '010.0.0.1',
  '10.0.0.0/08',
  'office',
  'fe80::1%eth0',
  '10.0.0.1/8/8',
  '1.2.3.4:80',
  'private_ranges',
];

test('a server as it should be, and nothing at all, is taken', () => {
  expect(judge({})).not.toThrow();
  expect(
    judge({
      OCOP_ADDRESS: 'https://ocop.bacninh.gov.vn/',
      OCOP_TILES: 'https://tile.openstreetmap.org',
      OCOP_TRUSTED_PROXY: '127.0.0.1 10.0.0.5',
      OCOP_DASHBOARD_FROM: '203.0.113.7 10.0.0.0/8, 2001:db8::/32 ::1',
      OCOP_SITE: 'ocop.bacninh.gov.vn, http://127.0.0.1:8080 :443',
      OCOP_SMTP_HOST: 'mail',
      OCOP_SMTP_PORT: '587',
      OCOP_SMTP_USER: 'ocop@bacninh.gov.vn',
      OCOP_NOTICE_TO: 'it@bacninh.gov.vn, truc@bacninh.gov.vn',
    }),
  ).not.toThrow();
});

describe.each([
  [
    'OCOP_ADDRESS',
    [
      'https://x.example" onload="a',
      'ocop.example.vn',
      'https://OCOP.example.vn',
      'https://x.example/a',
      'https://a@x.example',
    ],
  ],
  ['OCOP_TILES', ["https://t.example; script-src 'unsafe-inline'", 'https://t.example/', '*', 'https: data:']],
  ['OCOP_SITE', ['ocop.example.vn{', 'ocop.example.vn"', '*', 'ocop', ':0']],
  ['OCOP_DASHBOARD_FROM', NO_NETWORKS],
  ['OCOP_TRUSTED_PROXY', NO_NETWORKS],
  ['OCOP_SMTP_HOST', ['mail.example.vn:x', 'smtp://mail.example.vn', 'mail.example.vn/', 'a@mail.example.vn']],
  ['OCOP_SMTP_PORT', ['0', 'abc', '65536', '25 ', '-1', '1e3']],
  ['OCOP_NOTICE_TO', ['it', 'it@ocop.example OCOP', '<it@ocop.example>']],
  ['OCOP_SMTP_FROM', ['OCOP <ocop@example.vn>', 'ocop', 'a@b.vn\r\nBcc: c@d.vn', 'a@b.vn,c@d.vn']],
] as const)('%s', (name, wrong) => {
  test.each(wrong)('%j is refused by name', (text) =>
    expect(judge({ OCOP_SMTP_USER: 'ocop@bacninh.gov.vn', [name]: text })).toThrow(
      new RegExp(`^${name} must be .*; it is "`, 's'),
    ),
  );
});

test('among many one that cannot be read is named', () => {
  expect(judge({ OCOP_DASHBOARD_FROM: '203.0.113.7 office 10.0.0.0/8' })).toThrow('it is "office"');
});

describe('an example that nobody replaced', () => {
  const examples = parseEnv(readFileSync(fileURLToPath(new URL('../../../.env.example', import.meta.url)), 'utf8'));
  test('is refused by name: .env.example as it is', () => {
    expect(judge(examples as Record<string, string>)).toThrow(/^OCOP_ADDRESS still holds an example/);
    const { OCOP_ADDRESS: _, ...rest } = examples as Record<string, string>;
    expect(judge(rest)).toThrow(/^OCOP_SITE still holds an example, "ocop\.example\.gov\.vn"/);
  });

  test.each([
    ['OCOP_ADDRESS', 'http://example.com'],
    ['OCOP_ADDRESS', 'https://ocop.invalid'],
    ['OCOP_ADDRESS', 'https://ocop.test:8443'],
    ['OCOP_SITE', ':443, www.example.org'],
    ['OCOP_SMTP_HOST', 'mail.example.vn'],
    ['OCOP_SMTP_FROM', 'ocop@ocop.example'],
  ])('%s=%s', (name, text) => {
    expect(judge({ OCOP_SMTP_USER: 'ocop@bacninh.gov.vn', [name]: text })).toThrow(`${name} still holds an example`);
  });

  test.each(['https://example-ocop.vn', 'https://test.ocop.bacninh.gov.vn', 'http://localhost', 'https://examples.vn'])(
    '%s is none',
    (OCOP_ADDRESS) => expect(judge({ OCOP_ADDRESS })).not.toThrow(),
  );
});

test('a header that anybody could write names no proxy', () => {
  expect(judge({ OCOP_PROXY_HEADER: 'X-Forwarded-For' })).toThrow(
    'Name the proxy by its address in OCOP_TRUSTED_PROXY',
  );
});

test('letters need somebody they come from', () => {
  expect(judge({ OCOP_SMTP_HOST: 'mail.bacninh.gov.vn', OCOP_SMTP_USER: 'ocop' })).toThrow(
    'OCOP_SMTP_FROM must be set',
  );
});

test('the start ends in words before anything is made, with 2: a service does not try that again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-env-'));
  const [OCOP_DATA, OCOP_ADDRESS] = [join(folder, 'data'), 'https://x.example" onload="a'];
  const command = runCommand('scripts/start.ts', [], { OCOP_DATA, OCOP_ADDRESS });
  expect(await command.ended).toBe(2);
  expect(command.output()).toMatch(/^OCOP_ADDRESS must be .*, as https:\/\/ocop\.example\.vn; it is .*\n$/);
  expect(existsSync(OCOP_DATA)).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});
