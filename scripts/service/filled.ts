/** Files of systemd, filled in from `.env`: systemd itself puts no variable into the paths that a unit may write. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from '../environment.ts';
import { projectRoot } from '../environment.ts';

/** A file below /etc as it should be. */
export interface WantedFile {
  path: string;
  text: string;
  /** What must be called for it to count, besides `systemctl daemon-reload`. */
  afterwards: string;
}

/** Whose service it is, and where that account and its programs are. */
export interface Place {
  /** The account that owns the checkout and runs the service. */
  user: string;
  home: string;
  /** The Node that any command begins with; the pinned one comes and goes with the packages. */
  node: string;
  data: string;
  /** The folder of backups. */
  backups: string;
}

/** Letters that mean nothing else in a unit: neither a space nor `%`, `$` or a quote. */
const PLAIN_PATH = /^\/[A-Za-z0-9._/+-]*$/;

function plainPath(name: string, path: string): string {
  if (PLAIN_PATH.test(path)) return path;
  throw new Error(
    `${name} is ${JSON.stringify(path)}. A service needs an absolute path of letters without accents, figures and . _ - +.`,
  );
}

/** Each folder once; what lies in another is writable with it. */
function outermost(paths: readonly string[]): string[] {
  const lies = (path: string, within: string) => path.startsWith(within === '/' ? '/' : `${within}/`);
  return [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && lies(path, other)));
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(projectRoot, 'scripts/deploy', template), 'utf8');
  return text.replace(/@([A-Z_]+)@/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`scripts/deploy/${template} asks for ${name}, which nobody knows.`);
    return value;
  });
}

const isBelowHome = (path: string) => /^\/(home|root|run\/user)(\/|$)/.test(path);

/** The unit of the service. Folders besides data and checkout may be missing: a disk of backups that is away stops no site. */
export function serviceUnit(place: Place, port: number): string {
  const checkout = plainPath('The folder of this checkout', projectRoot.replace(/\/$/, ''));
  const data = plainPath('OCOP_DATA', place.data);
  const others = [plainPath('OCOP_BACKUP_FOLDER', place.backups), plainPath(`The home of ${place.user}`, place.home)];
  const needed = outermost([checkout, data]);
  const writable = outermost([...needed, ...others.filter((path) => path !== '/' && path !== '/nonexistent')]);
  return fill('ocop.service', {
    USER: place.user,
    CHECKOUT: checkout,
    NODE: plainPath('The path of node', place.node),
    PORT: String(port),
    DATA: data,
    WRITABLE: writable.map((path) => (needed.includes(path) ? path : `-${path}`)).join(' '),
    PROTECT_HOME: [...writable, dirname(place.node)].some(isBelowHome) ? 'read-only' : 'true',
  });
}

/** What Caddy is told: of `.env` only what its file asks for, since it writes its environment into the journal. */
export function caddyEnvironment(environment: Environment, data: string): string {
  const { address, caddy, trustedProxy, dashboardFrom } = environment;
  const values = {
    OCOP_SITE: caddy.site,
    OCOP_FORMER_SITE: caddy.formerSite.join(' '),
    OCOP_ADDRESS: address,
    OCOP_DATA: data,
    OCOP_POCKETBASE: caddy.pocketbase,
    OCOP_TRUSTED_PROXY: trustedProxy.join(' '),
    OCOP_DASHBOARD_FROM: dashboardFrom.join(' '),
    OCOP_TILES: caddy.tiles,
  };
  return fill('caddy.conf', values);
}

/** All files of a machine that serves the site. */
export function wantedFiles(place: Place, environment: Environment): WantedFile[] {
  const port = Number(/:(\d+)$/.exec(environment.caddy.pocketbase)?.[1] ?? 8090);
  const journal = readFileSync(join(projectRoot, 'scripts/deploy/journald.conf'), 'utf8');
  const unit = serviceUnit(place, port);
  const caddy = {
    path: 'systemd/system/caddy.service.d/ocop.conf',
    text: caddyEnvironment(environment, place.data),
    afterwards: 'systemctl restart caddy',
  };
  return [
    { path: 'systemd/journald.conf.d/ocop.conf', text: journal, afterwards: 'systemctl restart systemd-journald' },
    { path: 'systemd/system/ocop.service', text: unit, afterwards: 'systemctl enable ocop\nsystemctl restart ocop' },
    // Whoever has another web server in front leaves OCOP_SITE empty.
    ...(environment.caddy.site === '' ? [] : [caddy]),
  ];
}
