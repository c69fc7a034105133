/**
 * Where a site is: `https://ocop.bacninh.gov.vn`, and nothing else. It stands in links, stamps, letters, calendars and content policies, so
 * that no sign may stand in it that ends an attribute, a policy or a host. Also parts of it: hosts, and addresses of mail.
 */

/** 1 to 65535. */
const PORT = '[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]';
const BYTE = '25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]';
const IPV4 = `(?:(?:${BYTE})[.]){3}(?:${BYTE})`;

/** A name of two parts or more; browsers read one whose last part begins with a figure as a number. */
function hostPattern(letters: string): string {
  const rest = `(?:[${letters}0-9-]{0,61}[${letters}0-9])?`;
  return `(?:localhost|${IPV4}|(?:[${letters}0-9]${rest}[.])+[${letters}]${rest})`;
}

function originPattern(letters: string): string {
  return `https?://${hostPattern(letters)}(?::(?:${PORT}))?`;
}

/** As the field of the settings has it, in PocketBase too. */
export const ORIGIN_PATTERN = `^${originPattern('a-z')}$`;

/** The same with capitals, to begin a longer address with. */
export const ANY_CASE_ORIGIN = originPattern('A-Za-z');

export const ORIGIN_WORDS =
  'Viết như https://ocop.bacninh.gov.vn: chữ thường, không có dấu / ở cuối, không có gì sau tên miền.';

const ORIGIN = new RegExp(ORIGIN_PATTERN);
const HOST = new RegExp(`^${hostPattern('a-z')}(?::(?:${PORT}))?$`);
const MAIL = new RegExp(`^[A-Za-z0-9.!#$%&'*+/=?^_\`{|}~-]{1,64}@${hostPattern('A-Za-z')}$`);

/** Whether a text is an origin in its one right spelling. */
export function isOrigin(text: string): boolean {
  return ORIGIN.test(text);
}

/** Whether it is the name of a host, or its number, with or without a port. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}

/** Names that RFC 2606 keeps for examples, and what guides write in the place of a name. */
const EXAMPLE = /(^|[.])example([.]|$)|[.](invalid|test)$/;

/** Whether a host, or an origin, is an example that somebody forgot to replace. */
export function isExample(text: string): boolean {
  return EXAMPLE.test(text.replace(/^https?:[/][/]/, '').replace(/[:/].*$/, ''));
}

/** Whether letters can be sent to it. */
export function isMailAddress(text: string): boolean {
  return MAIL.test(text);
}

/** Whether an origin is one of the hosts, apart by spaces or commas, that the office has left and that lead on to its present one. */
export function isFormerSite(origin: string, hosts: string): boolean {
  const host = isOrigin(origin) ? origin.replace(/^https?:\/\//, '') : '';
  return host !== '' && hosts.split(/[\s,]+/).includes(host);
}
