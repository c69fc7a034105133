/**
 * How an address becomes a file or a redirect. The Caddyfile follows the same table; a test asks both servers the same questions.
 * Paths begin with a slash and are decoded unless said otherwise; files are relative to the data folder.
 */
import { TRACE_CODE_PATTERN, tidyTraceCode } from './traceCode.ts';

/** What kind of thing is asked for: decides caching and the security headers. */
export type ServedArea = 'page' | 'asset' | 'picture' | 'standing' | 'admin' | 'adminAsset';

export interface Served {
  area: ServedArea;
  /** Files to try in order, relative to the data folder. */
  files: string[];
  /** What to answer with, and its status 404, when none is there; empty for a plain refusal. */
  missing: string[];
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  avif: 'image/avif',
  png: 'image/png',
  jpg: 'image/jpeg',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
};

const FOREVER = 'public, max-age=31536000, immutable';

/** `Cache-Control` by area. Pages are asked for again each time, cheaply by their ETag: a new release shows at once. */
export const CACHING: Readonly<Record<ServedArea, string>> = {
  page: 'no-cache',
  asset: FOREVER,
  picture: FOREVER,
  standing: 'no-store',
  admin: 'no-cache',
  adminAsset: FOREVER,
};

const ONLY_SELF =
  "default-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; ";

/** Headers of everything but PocketBase's own dashboard and API, by name. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** `Permissions-Policy` of the page in a file: a visitor's place for distances, the camera only where a stamp can be scanned. */
export function permissionsPolicy(file: string): string {
  const camera = /(^|\/)tra-cuu\.html$/.test(file) ? '(self)' : '()';
  return `geolocation=(self), camera=${camera}, microphone=(), payment=(), usb=()`;
}

/** `Content-Security-Policy` of public pages. */
export const PUBLIC_POLICY = `${ONLY_SELF}worker-src 'self'; img-src 'self' data:`;
/** `Content-Security-Policy` of the admin: it shows protected files and sheets that it draws itself. */
export const ADMIN_POLICY = `${ONLY_SELF}img-src 'self' data: blob:; frame-src 'self' blob:; worker-src 'self' blob:`;

/**
 * `X-Robots-Tag` of a path, '' for none: pages behind stamps are found by their stamp, not by a search engine, and neither are the files
 * beside them, which cannot say so themselves.
 */
export function robotsTag(path: string): string {
  return /^\/(en\/)?(t|01)\//.test(path) ? 'noindex' : '';
}

/** The policy for an area; `imageHost`: one more place that pictures may come from, see mapTiles.ts. */
export function contentPolicy(area: ServedArea, imageHost = ''): string {
  if (area === 'admin' || area === 'adminAsset') return ADMIN_POLICY;
  return imageHost === '' ? PUBLIC_POLICY : `${PUBLIC_POLICY} ${imageHost}`;
}

/** `Content-Type` by a file's extension. */
export function contentType(file: string): string {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return CONTENT_TYPES[extension] ?? 'application/octet-stream';
}

function tidySlashes(address: string): string {
  const single = address.replace(/\/{2,}/g, '/');
  return single.length > 1 ? single.replace(/\/$/, '') : single;
}

function withoutHtml(address: string): string {
  if (address === '/index.html') return '/';
  // A lot number may end so; every other file of ours has an address without the ending.
  return /^(\/en)?\/01\//.test(address) ? address : address.replace(/([^/])\.html$/, '$1');
}

/** What percent-encoding stands for; as it is where that is no text. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (_) {
    return text;
  }
}

function tidyCode(address: string): string {
  const match = /^((?:\/en)?\/t\/)([^/]+)$/.exec(address);
  if (match === null) return address;
  const code = tidyTraceCode(decoded(match[2] ?? ''));
  return new RegExp(TRACE_CODE_PATTERN).test(code) ? `${match[1]}${code}` : address;
}

/** GS1 Digital Link keeps GTINs in 14 digits; shorter forms are as printed under the bars. */
function longGtin(address: string): string {
  const match = /^((?:\/en)?\/01\/)([0-9]{8}|[0-9]{12,13})(\/.*)?$/.exec(address);
  if (match === null) return address;
  return `${match[1]}${`000000${match[2]}`.slice(-14)}${match[3] ?? ''}`;
}

/**
 * The one right way to write an address, percent-encoded as it was asked for (a lot number may hold an encoded slash); the address itself
 * when it is written so. Answered by a redirect that lasts (308).
 */
export function canonicalAddress(address: string): string {
  return longGtin(tidyCode(withoutHtml(tidySlashes(address))));
}

function admin(path: string): Served {
  const file = path.slice('/quan-tri'.length);
  const isFile = /\.[a-z0-9]+$/i.test(file);
  if (file.indexOf('/_app/') === 0) return { area: 'adminAsset', files: [`admin/live${file}`], missing: [] };
  return { area: 'admin', files: isFile ? [`admin/live${file}`] : ['admin/live/index.html'], missing: [] };
}

function page(path: string): Served {
  const name = path === '/' ? '/index' : path;
  const files = [`live/standing${name}.html`, `live/standing${name}`, `live/pages${name}.html`, `live/pages${name}`];
  // An unknown code leads to the page on which it can be typed again; its script reads the code from the address.
  const missing = /^(\/en)?\/t\//.test(path) ? 'tra-cuu' : '404';
  // Releases from before there were English pages answer in Vietnamese.
  const pages = path === '/en' || path.indexOf('/en/') === 0 ? [`en/${missing}`, missing] : [missing];
  return {
    area: 'page',
    files,
    missing: pages.flatMap((each) => [`live/standing/${each}.html`, `live/pages/${each}.html`]),
  };
}

/** Steps out of a folder, whatever the encoding they came in. */
function leadsOut(path: string): boolean {
  return /(^|[/\\])\.\.?([/\\]|$)/.test(path) || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0;
}

/** The files that may answer a canonical path. */
export function servedFiles(path: string): Served {
  if (leadsOut(path)) return { ...page('/404'), files: [] };
  if (path === '/quan-tri' || path.indexOf('/quan-tri/') === 0) return admin(path);
  if (path.indexOf('/_astro/') === 0) return { area: 'asset', files: [`shared${path}`], missing: [] };
  if (path.indexOf('/anh/') === 0) return { area: 'picture', files: [`shared${path}`], missing: [] };
  if (path === '/tinh-trang.json') return { area: 'standing', files: ['status/tinh-trang.json'], missing: [] };
  return page(path);
}

/** GTIN and lot number of a Digital Link address whose page has no file name of its own; null for any other. `folder`: of its language. */
export function digitalLinkLot(path: string): { folder: string; gtin14: string; lotNumber: string } | null {
  const match = /^((?:\/en)?)\/01\/([0-9]{14})\/10\/(.{1,20})$/.exec(path);
  return match === null ? null : { folder: match[1] ?? '', gtin14: match[2] ?? '', lotNumber: match[3] ?? '' };
}
