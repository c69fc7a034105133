/**
 * Serves a built site as the real servers do (the same rules decide which file answers), and lets a test set what they cannot: the
 * clock, what stands beside releases, a status file that does not answer.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { canonicalAddress, contentPolicy, contentType, type Served, servedFiles } from '#domain/rules/served.ts';
import type { Standing } from '#domain/standing.ts';

/** Published pictures of the fixture. */
const PICTURES = 'tests/fixtures/anh';

export interface StaticServer {
  /** Without a trailing slash. */
  url: string;
  /** What /tinh-trang.json answers with; null: status 503. */
  standing: Standing | null;
  /** The `Date` header, milliseconds; null: the machine's clock. */
  now: number | null;
  /** How long the status file takes, in milliseconds. */
  standingDelay: number;
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

function sendFile(response: ServerResponse, served: Served, file: string, status: number): void {
  const headers = { 'content-type': contentType(file), 'content-security-policy': contentPolicy(served.area) };
  response.writeHead(status, headers);
  createReadStream(file).pipe(response);
}

/** Starts on a free port of this machine. Stop it in `afterAll`. */
export async function staticServer(folder: string): Promise<StaticServer> {
  const answerStanding = (response: ServerResponse) => {
    const { standing, standingDelay } = state;
    setTimeout(() => {
      response.writeHead(standing === null ? 503 : 200, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      });
      response.end(standing === null ? '' : JSON.stringify(standing));
    }, standingDelay);
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (state.now !== null) response.setHeader('date', new Date(state.now).toUTCString());
    const address = new URL(request.url ?? '/', 'http://own').pathname;
    if (address === '/tinh-trang.json') return answerStanding(response);
    const canonical = canonicalAddress(address);
    if (canonical !== address) return response.writeHead(308, { location: canonical }).end();
    const path = decodeURIComponent(address);
    const served = servedFiles(path);
    const file = firstFile(folder, served.files);
    if (file !== undefined) return sendFile(response, served, file, 200);
    const instead = firstFile(folder, served.missing);
    if (instead === undefined) return response.writeHead(404).end();
    return sendFile(response, served, instead, 404);
  };
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const state: StaticServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    standing: NOTHING,
    now: null,
    standingDelay: 0,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  return state;
}
