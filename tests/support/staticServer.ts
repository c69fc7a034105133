/**
 * Serves a built site as the real servers do (the same rules decide which file answers, packed and cached alike), and lets a test set what
 * they cannot: the clock, what stands beside releases, a status file that does not answer. Notes what it sent.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hasMap } from '#domain/rules/mapTiles.ts';
import {
  CACHING,
  canonicalAddress,
  contentPolicy,
  contentType,
  SECURITY_HEADERS,
  type Served,
  servedFiles,
} from '#domain/rules/served.ts';
import type { Standing } from '#domain/standing.ts';

/** Published pictures of the fixture. */
const PICTURES = 'tests/fixtures/anh';
/** The host of the map's tiles in the fixture's settings. */
const TILES = 'https://nen.minh-hoa.example';

/** One answer. `bytes`: of its body, as packed; headers cost next to nothing in HTTP/2. */
export interface Sent {
  path: string;
  status: number;
  bytes: number;
}

export interface StaticServer {
  /** Without a trailing slash. */
  url: string;
  /** What /tinh-trang.json answers with; null: status 503. */
  standing: Standing | null;
  /** The `Date` header, milliseconds; null: the machine's clock. */
  now: number | null;
  /** How long the status file takes, in milliseconds. */
  standingDelay: number;
  /** `down`: connections break off; `failing`: something on the way answers with status 502. */
  network: 'up' | 'down' | 'failing';
  /** Every answer since the start, in the order in which they ended; a test may empty it. */
  sent: Sent[];
  stop(): Promise<void>;
}

const NOTHING: Standing = { recalled: {}, withdrawn: {} };

/** `live/pages/…` and `shared/…` of a data folder, in a folder as `astro build` leaves it. */
function toBuilt(folder: string, name: string): string {
  if (name.startsWith('shared/anh/')) return join(PICTURES, name.slice('shared/anh/'.length));
  return join(folder, name.replace(/^(live\/pages|shared)\//, ''));
}

function firstFile(folder: string, names: readonly string[]): string | undefined {
  return names.map((name) => toBuilt(folder, name)).find((file) => existsSync(file) && statSync(file).isFile());
}

/** Pictures and fonts are packed already. */
const PACKED = /\.(webp|avif|jpe?g|png|woff2)$/;

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  sent: Sent[];
}

/** Answers, and notes the answer when it has gone out. */
function send(
  { request, response, sent }: Exchange,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string | Buffer = '',
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://own');
  response.on('finish', () => sent.push({ path: pathname, status, bytes: Buffer.byteLength(body) }));
  response.writeHead(status, headers).end(body);
}

function sendFile(exchange: Exchange, served: Served, file: string, status: number): void {
  const { headers: asked, url } = exchange.request;
  const { size, mtimeMs } = statSync(file);
  const etag = `W/"${size.toString(36)}-${mtimeMs}"`;
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': contentType(file),
    'content-security-policy': contentPolicy(
      served.area,
      hasMap(new URL(url ?? '/', 'http://own').pathname) ? TILES : '',
    ),
    'cache-control': CACHING[served.area],
    etag,
    vary: 'Accept-Encoding',
  };
  const body = readFileSync(file);
  const packs = !PACKED.test(file) && /\bgzip\b/.test(String(asked['accept-encoding']));
  if (status === 200 && asked['if-none-match'] === etag) send(exchange, 304, headers);
  else if (!packs) send(exchange, status, headers, body);
  else send(exchange, status, { ...headers, 'content-encoding': 'gzip' }, gzipSync(body, { level: 6 }));
}

/** Starts on a free port of this machine. Stop it in `afterAll`. */
export async function staticServer(folder: string): Promise<StaticServer> {
  const answerStanding = (exchange: Exchange) => {
    const { standing, standingDelay } = state;
    const headers = { 'content-type': 'application/json', 'cache-control': CACHING.standing };
    const body = standing === null ? '' : JSON.stringify(standing);
    setTimeout(() => send(exchange, standing === null ? 503 : 200, headers, body), standingDelay);
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (state.network === 'down') return request.socket.destroy();
    const exchange = { request, response, sent: state.sent };
    if (state.network === 'failing') return send(exchange, 502, {}, '502 Bad Gateway');
    if (state.now !== null) response.setHeader('date', new Date(state.now).toUTCString());
    const address = new URL(request.url ?? '/', 'http://own').pathname;
    if (address === '/tinh-trang.json') return answerStanding(exchange);
    const canonical = canonicalAddress(address);
    if (canonical !== address) return send(exchange, 308, { location: canonical });
    const path = decodeURIComponent(address);
    const served = servedFiles(path);
    const file = firstFile(folder, served.files);
    if (file !== undefined) return sendFile(exchange, served, file, 200);
    const instead = firstFile(folder, served.missing);
    return instead === undefined ? send(exchange, 404, {}) : sendFile(exchange, served, instead, 404);
  };
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const state: StaticServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    standing: NOTHING,
    now: null,
    standingDelay: 0,
    network: 'up',
    sent: [],
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  return state;
}
