import { isTraceCode, TRACE_CODE_PATTERN, tidyTraceCode } from './traceCode.ts';

/**
 * Codes that earlier stamp systems printed. Each system had its own form, so little is asked of them: letters, digits, dots and dashes,
 * short enough for an address. They answer at `/t/<code>` and lead on to the record that they stand for. They are kept in capitals and
 * without spaces, so that a code typed off a stamp is found however it is typed.
 */
const EARLIER_CODE = /^[A-Z0-9][A-Z0-9._-]{3,39}$/;

/** A code as it is kept; null for what can be none. What has the form and the check sign of our own codes is never an earlier one. */
export function earlierCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/\s/g, '');
  if (!EARLIER_CODE.test(code) || code.indexOf('..') >= 0 || /[._-]$/.test(code) || /\.HTML$/.test(code)) return null;
  // Ten signs of our alphabet are looked up as one of ours, dashes apart (served.ts).
  const ours = tidyTraceCode(code);
  if (isTraceCode(ours)) return null;
  return new RegExp(TRACE_CODE_PATTERN).test(ours) ? ours : code;
}

/** The public address of a code as {@link earlierCode} keeps it. */
export function earlierCodeAddress(code: string): string {
  return `/t/${code}`;
}
