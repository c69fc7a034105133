/** Addresses in `.env`, each judged before anything is made: a wrong one would stand in stamps and letters, or open a door. */
import { isIP } from 'node:net';
import { isExample, isHost, isMailAddress, isOrigin } from '#domain/rules/origin.ts';

type Value = (name: string) => string;

const ORIGIN = 'http(s):// and a host in small letters, as https://ocop.example.vn';
const NETWORKS = 'addresses and networks apart by spaces, as 203.0.113.7 10.0.0.0/8, and never everybody';
const SITE = 'a host, as ocop.example.vn, or http://127.0.0.1:8080';

const listOf = (text: string) => text.split(/[\s,]+/).filter((each) => each !== '');

/** A single address, or a network as 10.0.0.0/8. One that holds everybody would be no limit. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = text.includes('%') || more.length > 0 ? 0 : isIP(address);
  if (version === 0 || prefix === undefined) return version !== 0;
  return /^[1-9][0-9]{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

const isPort = (text: string) => isHost(`localhost:${text}`);
const isSite = (text: string) => isHost(text) || isOrigin(text) || (text.startsWith(':') && isPort(text.slice(1)));
/** Within an office a mail server may have a name of one part. */
const isMailHost = (text: string) => isHost(text) || isIP(text) !== 0 || /^[A-Za-z0-9-]{1,63}$/.test(text);

/** Name of a variable → what each of its values must be. */
const KINDS: readonly [name: string, fits: (text: string) => boolean, wanted: string][] = [
  ['OCOP_ADDRESS', (text) => isOrigin(text.replace(/\/$/, '')), ORIGIN],
  ['OCOP_TILES', isOrigin, ORIGIN],
  ['OCOP_POCKETBASE', isHost, 'a host and a port, as 127.0.0.1:8090'],
  ['OCOP_SMTP_HOST', isMailHost, 'the name of a host, as mail.example.vn'],
  ['OCOP_SMTP_PORT', isPort, 'a number from 1 to 65535'],
  ['OCOP_SMTP_FROM', isMailAddress, 'an address and nothing else, as ocop@example.vn'],
];
const KINDS_OF_LISTS: typeof KINDS = [
  ['OCOP_TRUSTED_PROXY', isNetwork, NETWORKS],
  ['OCOP_DASHBOARD_FROM', isNetwork, NETWORKS],
  ['OCOP_SITE', isSite, SITE],
  ['OCOP_NOTICE_TO', isMailAddress, 'mail addresses apart by spaces, as it@example.vn'],
  ['OCOP_FORMER_SITE', isHost, 'the host of an earlier address, as ocop.example.vn'],
];

function refuseUnfit(name: string, texts: readonly string[], [, fits, wanted]: (typeof KINDS)[number]): void {
  const unfit = texts.find((text) => text !== '' && !fits(text));
  if (unfit !== undefined) throw new Error(`${name} must be ${wanted}; it is ${JSON.stringify(unfit)}.`);
}

/** What would stand in links, stamps and letters; an address of the example in it leads nowhere, for as long as stamps are on jars. */
const LEADING = ['OCOP_ADDRESS', 'OCOP_SITE', 'OCOP_SMTP_HOST', 'OCOP_SMTP_FROM'];

function refuseExamples(value: Value): void {
  for (const name of LEADING) {
    const example = listOf(value(name)).find((text) => isExample(text.replace(/^.*@/, '')));
    if (example !== undefined)
      throw new Error(`${name} still holds an example, ${JSON.stringify(example)}. Write your own, or leave it empty.`);
  }
}

/** Throws, naming the variable and what it should be, for each that PocketBase, pages or Caddy could not use as it stands. */
export function refuseUnreadable(value: Value): void {
  // A header alone could be anybody's.
  if (value('OCOP_PROXY_HEADER') !== '')
    throw new Error(
      'OCOP_PROXY_HEADER is no more. Name the proxy by its address in OCOP_TRUSTED_PROXY (127.0.0.1 for Caddy on this machine).',
    );
  for (const kind of KINDS) refuseUnfit(kind[0], [value(kind[0])], kind);
  for (const kind of KINDS_OF_LISTS) refuseUnfit(kind[0], listOf(value(kind[0])), kind);
  refuseExamples(value);
  const sender = value('OCOP_SMTP_FROM') || value('OCOP_SMTP_USER');
  if (value('OCOP_SMTP_HOST') !== '' && !isMailAddress(sender))
    throw new Error('OCOP_SMTP_FROM must be set: OCOP_SMTP_USER is no address that letters could come from.');
}
