/**
 * Addresses that no page or record of ours has, and that only somebody writes who tries to leave a folder or to be redirected elsewhere.
 * They are refused before anything is looked up: by Caddy, by guard.go before PocketBase's routes, and by the hook that serves pages.
 */

/** A slash or a backslash, a dot, and what may follow a segment, in every spelling that some server takes for one. */
const SLASH = '(?:[/\\\\]|%(?:25)*(?:2f|5c))';
const DOT = '(?:[.．]|%(?:25)*(?:2e|c0%(?:25)*ae|e0%(?:25)*80%(?:25)*ae|ef%(?:25)*bc%(?:25)*8e))';
const SEGMENT_END = '(?:[/\\\\;?]|%(?:25)*(?:2f|5c|3b)|$)';

/**
 * Matches addresses as asked for, percent-encoded and with their query: segments of one or two dots, also in spellings of spellings
 * (`%252e`); backslashes and control signs; an encoded slash or backslash at the beginning. The Caddyfile and guard.go hold the same
 * pattern; a test compares them.
 */
export const ODD_ADDRESS = [
  `^[^?]*${SLASH}${DOT}{1,2}${SEGMENT_END}`,
  '^[^?]*(?:\\\\|%(?:5c|[01][0-9a-f]|7f))',
  '^/+%(?:25)*(?:2f|5c)',
].join('|');
const odd = new RegExp(ODD_ADDRESS, 'i');

/** Whether an address, percent-encoded, is one that is refused before anything is looked up. */
export function isOddAddress(address: string): boolean {
  return odd.test(address);
}
