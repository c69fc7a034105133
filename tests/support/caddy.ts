/** Debian's Caddy with this project's Caddyfile, on a data folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '#scripts/pocketbase.ts';

/** The Caddyfile of the project. */
export const CADDYFILE = fileURLToPath(new URL('../../scripts/deploy/Caddyfile', import.meta.url));

/** What leads a domain of before to the present one. */
export const FORMER_DOMAIN = fileURLToPath(new URL('../../scripts/deploy/former-domain.caddy', import.meta.url));

/** A running Caddy. */
export interface Caddy {
  url: string;
  /** What it told so far. */
  log(): string;
  stop(): Promise<void>;
}

async function listens(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
}

/** What the Caddyfile reads from its environment besides. */
interface Named {
  /** The host of the map's tiles. */
  tiles?: string;
  dashboardFrom?: string;
  trustedProxy?: string;
  /** Files beside the project's own, as the file of a machine imports them. */
  files?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** Starts Caddy for the data folder at `root`, with PocketBase at `pocketbase` (`127.0.0.1:8090`). */
export async function startCaddy(root: string, pocketbase: string, named: Named = {}): Promise<Caddy> {
  const home = mkdtempSync(join(tmpdir(), 'ocop-caddy-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  // As /etc/caddy/Caddyfile of .docs/deploy.md.
  const config = join(home, 'Caddyfile');
  writeFileSync(config, [CADDYFILE, ...(named.files ?? [])].map((file) => `import ${file}\n`).join(''));
  const child = spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
    env: {
      ...process.env,
      ...named.env,
      OCOP_SITE: url,
      OCOP_DATA: root,
      OCOP_POCKETBASE: pocketbase,
      OCOP_TILES: named.tiles ?? '',
      OCOP_DASHBOARD_FROM: named.dashboardFrom ?? '',
      OCOP_TRUSTED_PROXY: named.trustedProxy ?? '',
      // Nothing of this run stays, and two never meet at the administration port.
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
      CADDY_ADMIN: `unix/${join(home, 'admin.sock')}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const ended = once(child, 'close');
  for (let tries = 0; !(await listens(url)); tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`Caddy does not listen:\n${log}`);
    await sleep(100);
  }
  return {
    url,
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
