/** A mail server that takes every letter and delivers none: as much of SMTP (RFC 5321) as a sender needs. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A letter as it came. */
export interface TakenLetter {
  from: string;
  to: string[];
  data: string;
}

export interface MailServer {
  port: number;
  letters: TakenLetter[];
  stop(): Promise<void>;
}

/** Talks to one sender. */
function serve(socket: Socket, letters: TakenLetter[]): void {
  let letter: TakenLetter = { from: '', to: [], data: '' };
  let text = '';
  let isData = false;
  const answer = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const address = /<(.*)>/.exec(line)?.[1] ?? '';
    if (/^MAIL FROM/i.test(line)) letter = { from: address, to: [], data: '' };
    if (/^RCPT TO/i.test(line)) letter.to.push(address);
    if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n');
    isData = /^DATA/i.test(line);
    answer(isData ? '354 go on' : '250 ok');
  };
  const take = (line: string) => {
    if (!isData) return command(line);
    if (line !== '.') {
      letter.data += `${line}\n`;
      return;
    }
    isData = false;
    letters.push(letter);
    answer('250 taken');
  };
  answer('220 test');
  socket.on('data', (chunk) => {
    const lines = (text + chunk.toString()).split('\r\n');
    text = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  socket.on('error', () => undefined);
}

/** Starts one on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const letters: TakenLetter[] = [];
  const server = createServer((socket) => serve(socket, letters));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port, letters, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
