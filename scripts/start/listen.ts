/** Where the server listens. */
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

const FIRST_PORT = 8090;
const PORTS_TRIED = 50;

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** The port asked for, or the first free one from 8090 on; throws when it is taken. */
export async function choosePort(asked: number | undefined, host: string): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked, host)) return asked;
    throw new Error(`Port ${asked} is taken. Choose another with --port, or leave it out.`);
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) if (await isFree(port, host)) return port;
  throw new Error(`No port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} is free.`);
}

/** This machine's address in its own network, which a phone beside it can reach; undefined without a network. */
export function lanAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find((each) => each.family === 'IPv4' && !each.internal)?.address;
}
