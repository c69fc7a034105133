/** What `npm run service` would write: systemd reads it without a word, lets the service write its folders and little else. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Environment, projectRoot } from '#scripts/environment.ts';
import { compare } from '#scripts/service/compare.ts';
import { caddyEnvironment, type Place, serviceUnit, wantedFiles } from '#scripts/service/filled.ts';
import { isService } from '#scripts/start/realAddress.ts';

const CHECKOUT = projectRoot.replace(/\/$/, '');
const PLACE: Place = {
  user: 'ocop',
  home: '/var/lib/ocop',
  node: process.execPath,
  data: '/var/lib/ocop/data',
  backups: '/mnt/backups/ocop',
};
/** In tenths: 10.0 is a service that may do everything. systemd 252 says 1.6, systemd 257 1.4. */
const MOST_EXPOSED = 20;
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!hasSystemd) console.warn("SKIPPED: without systemd-analyze nobody asks systemd's own judgement of the service.");

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-service-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (text: string, name: string) => text.split('\n').filter((line) => line.startsWith(`${name}=`));

function environment(caddy: Partial<Environment['caddy']> = {}): Environment {
  return {
    dataFolder: PLACE.data,
    address: 'https://ocop.bacninh.gov.vn',
    trustedProxy: ['127.0.0.1', '10.0.0.5'],
    dashboardFrom: [],
    encryptionKey: 'secret-key',
    smtp: { host: 'mail.bacninh.gov.vn', port: 587, user: 'ocop', password: 'secret-password', from: '' },
    backup: { folder: PLACE.backups, keep: 14, nightly: true },
    caddy: { site: 'ocop.bacninh.gov.vn', pocketbase: '127.0.0.1:8091', tiles: '', formerSite: [], ...caddy },
  };
}

/** What systemd says of units in a folder of their own. */
function analyze(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): { status: number | null; said: string } {
  const units = mkdtempSync(join(folder, 'units-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(units, name)), { recursive: true });
    writeFileSync(join(units, name), text);
    chmodSync(join(units, name), 0o644);
  }
  const paths = Object.keys(files).filter((name) => !name.includes('/'));
  const env = { ...process.env, SYSTEMD_UNIT_PATH: `${units}:` };
  const { status, stdout, stderr } = spawnSync(
    'systemd-analyze',
    [...args, ...paths.map((name) => join(units, name))],
    {
      env,
      encoding: 'utf8',
    },
  );
  return { status, said: `${stdout}${stderr}`.trim() };
}

describe('the folders that the service may write', () => {
  test.each<[string, Partial<Place>, string]>([
    ['all apart', { home: '/srv/ocop' }, `${CHECKOUT} /var/lib/ocop/data -/mnt/backups/ocop -/srv/ocop`],
    ['a home around the data', {}, `${CHECKOUT} -/mnt/backups/ocop -/var/lib/ocop`],
    [
      'backups in the data folder',
      { home: '/nonexistent', backups: '/var/lib/ocop/data/backups' },
      `${CHECKOUT} /var/lib/ocop/data`,
    ],
    [
      'data in the checkout',
      { home: '/', data: `${CHECKOUT}/.data/x`, backups: `${CHECKOUT}-backups` },
      `${CHECKOUT} -${CHECKOUT}-backups`,
    ],
  ])('follow the settings: %s', (_, place, wanted) => {
    const unit = serviceUnit({ ...PLACE, ...place }, 8090);
    expect(lines(unit, 'ReadWritePaths')).toEqual([`ReadWritePaths=${wanted}`]);
    expect(unit).not.toMatch(/@[A-Z_]+@/);
  });

  test.each(['/var/lib/dữ liệu', '/var/lib/ocop data', '/srv/%h', '/srv/$x', '/srv/a"b'])(
    '%s is refused in words',
    (data) => {
      expect(() => serviceUnit({ ...PLACE, data }, 8090)).toThrow('OCOP_DATA');
      expect(() => serviceUnit({ ...PLACE, backups: data }, 8090)).toThrow('OCOP_BACKUP_FOLDER');
    },
  );

  test('homes are hidden, unless something lies there', () => {
    expect(serviceUnit(PLACE, 8090)).toContain('\nProtectHome=true\n');
    expect(serviceUnit({ ...PLACE, backups: '/home/ocop/backups' }, 8090)).toContain('\nProtectHome=read-only\n');
  });
});

test('the unit says that it is a service: no demonstration is loaded by one', () => {
  const { OCOP_SERVICE } = Object.fromEntries(
    lines(serviceUnit(PLACE, 8090), 'Environment').map((line) => line.replace('Environment=', '').split('=')),
  );
  expect(isService({ OCOP_SERVICE })).toBe(true);
});

describe.skipIf(!hasSystemd)("systemd's own judgement", () => {
  test.each<[string, Partial<Place>]>([
    ['as the guide has it', {}],
    ['backups below /home', { backups: '/home/backups' }],
    ['an account without a home', { home: '/nonexistent' }],
  ])('verifies the unit without a word: %s', (_, place) => {
    const unit = serviceUnit({ ...PLACE, ...place }, 8090);
    expect(analyze(['verify', '--man=no'], { 'ocop.service': unit })).toEqual({ status: 0, said: '' });
  });

  test('verifies what Caddy is told', () => {
    const unit = `[Unit]\nDescription=Caddy\n[Service]\nExecStart=${process.execPath}\n`;
    const files = { 'caddy.service': unit, 'caddy.service.d/ocop.conf': caddyEnvironment(environment(), PLACE.data) };
    expect(analyze(['verify', '--man=no'], files)).toEqual({ status: 0, said: '' });
  });

  test('an attacker inside could do little', () => {
    const { status, said } = analyze(['security', '--offline=true', `--threshold=${MOST_EXPOSED}`, '--no-pager'], {
      'ocop.service': serviceUnit(PLACE, 8090),
    });
    expect(said).toMatch(/Overall exposure level/);
    expect(status, said).toBe(0);
  });
});

describe('what Caddy is told', () => {
  const told = (text: string) =>
    [...text.matchAll(/^Environment="([A-Z_]+)=(.*)"$/gm)].map(([, name, value]) => [name, value]);

  test('is what its files ask for and nothing else: no secret of .env', () => {
    const files = ['Caddyfile', 'former-domain.caddy'].map((name) =>
      readFileSync(join(CHECKOUT, 'scripts/deploy', name), 'utf8'),
    );
    const asked = new Set([...files.join('\n').matchAll(/\{\$([A-Z_]+)/g)].map(([, name]) => name));
    const text = caddyEnvironment(
      environment({ formerSite: ['cu.bacninh.gov.vn', 'www.cu.bacninh.gov.vn'] }),
      PLACE.data,
    );
    expect(new Set(told(text).map(([name]) => name))).toEqual(asked);
    expect(text).not.toContain('secret');
    expect(Object.fromEntries(told(text))).toMatchObject({
      OCOP_SITE: 'ocop.bacninh.gov.vn',
      OCOP_DATA: PLACE.data,
      OCOP_POCKETBASE: '127.0.0.1:8091',
      OCOP_TRUSTED_PROXY: '127.0.0.1 10.0.0.5',
      OCOP_FORMER_SITE: 'cu.bacninh.gov.vn www.cu.bacninh.gov.vn',
    });
  });
});

describe('the files of a machine', () => {
  test('are new at first, the same the second time, and told line by line when a setting changed', () => {
    const etc = join(folder, 'etc');
    const first = compare(wantedFiles(PLACE, environment()), etc);
    expect(first.map(({ state }) => state)).toEqual(['new', 'new', 'new']);
    for (const { path, file } of first) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    expect(compare(wantedFiles(PLACE, environment()), etc).map(({ state }) => state)).toEqual(['same', 'same', 'same']);
    const moved = compare(wantedFiles({ ...PLACE, backups: '/srv/backups' }, environment()), etc);
    expect(moved.map(({ state }) => state)).toEqual(['same', 'changed', 'same']);
    expect(moved[1]?.lines).toEqual([
      expect.stringMatching(/^- ReadWritePaths=.* -\/mnt\/backups\/ocop /),
      expect.stringMatching(/^\+ ReadWritePaths=.* -\/srv\/backups /),
    ]);
  });

  test('have nothing for Caddy where another web server stands in front; the port is that of OCOP_POCKETBASE', () => {
    const files = wantedFiles(PLACE, environment({ site: '' }));
    expect(files.map(({ path }) => path)).not.toContain('systemd/system/caddy.service.d/ocop.conf');
    expect(files.map(({ text }) => text).join('\n')).toContain('bootstrap.mjs start --port 8091');
  });

  test('keep the journal as many days as the public is told', () => {
    const days = /^MaxRetentionSec=(\d+)day$/m.exec(
      readFileSync(join(CHECKOUT, 'scripts/deploy/journald.conf'), 'utf8'),
    )?.[1];
    const page = (language: string) =>
      readFileSync(join(CHECKOUT, `scripts/seed/pages/privacy.${language}.md`), 'utf8');
    expect(page('vi')).toContain(`tối đa ${days} ngày`);
    expect(page('en')).toContain(`at most ${days} days`);
  });
});
