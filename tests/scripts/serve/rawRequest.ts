/** Requests whose address goes out as it is written: `fetch` would tidy it. */
import { Agent, request } from 'node:http';

/** What a server answered. */
export interface RawAnswer {
  status: number;
  location: string | undefined;
  body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks for `path`, whose signs are sent as bytes. */
export function askRaw(url: string, path: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ agent, hostname, port, path }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { statusCode = 0, headers } = answer;
        resolve({ status: statusCode, location: headers.location, body: Buffer.concat(chunks).toString('latin1') });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Asks for all of them, some at a time, and returns what `look` finds to say of an answer. */
export async function faultsOf(
  url: string,
  paths: readonly string[],
  look: (path: string, answer: RawAnswer) => string | Promise<string>,
): Promise<string[]> {
  const answers = await Promise.all(
    paths.map(async (path) => {
      const fault = await look(path, await askRaw(url, path));
      return fault === '' ? [] : [`${path}: ${fault}`];
    }),
  );
  return answers.flat();
}
