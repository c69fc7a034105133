/** What somebody typed or pasted into the code field, and where it leads. Checked before anything is looked up. */
import { earlierCode } from '#domain/rules/earlierCode.ts';
import { gtinToGtin14, isGtin } from '#domain/rules/gs1.ts';
import { isTraceCode, TRACE_ALPHABET, TRACE_CODE_LENGTH, tidyTraceCode } from '#domain/rules/traceCode.ts';
import { codePathsOf } from '#site/codePaths.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';

/** An address of this site to go to; `foreign` for an address of another system; `wrong` when it can be no code of ours. */
export type TypedCode = { to: string } | 'foreign' | 'wrong' | 'empty';

const DIGITAL_LINK = /\/01\/([0-9]{8,14})(?:\/10\/([^/]+))?\/?$/;
const TRACE_ADDRESS = /\/t\/([^/]+)\/?$/;

function gtinPath(language: SiteLanguage, digits: string, lotNumber?: string): TypedCode {
  if (!isGtin(digits)) return 'wrong';
  const gtin14 = gtinToGtin14(digits);
  const paths = codePathsOf(language);
  return { to: lotNumber === undefined ? paths.digitalLink(gtin14) : paths.digitalLinkLot(gtin14, lotNumber) };
}

/** What stands before parameters and fragment. */
const pathOf = (text: string) => text.split(/[?#]/)[0] ?? '';

/** Reads a trace code, a GTIN, or the address of either; leads to the page in a language. */
export function ownCode(typed: string, language: SiteLanguage): TypedCode {
  const text = typed.trim();
  if (text === '') return 'empty';
  const path = pathOf(text);
  const digitalLink = DIGITAL_LINK.exec(path);
  if (digitalLink !== null) return gtinPath(language, digitalLink[1] ?? '', digitalLink[2]);
  const traceAddress = TRACE_ADDRESS.exec(path);
  if (traceAddress === null && text.includes('/')) return 'foreign';
  const code = tidyTraceCode(traceAddress?.[1] ?? text);
  return isTraceCode(code) ? { to: codePathsOf(language).trace(code) } : gtinPath(language, code);
}

const OUR_SIGNS = new RegExp(`^[${TRACE_ALPHABET}]+$`);
const RETAIL_BARCODE = /^[0-9]{13}$/;

/**
 * What may stand on a stamp of an earlier system and is surely no slip in a code of ours: another length, or a sign that our codes leave
 * out. The page behind it leads on, or says that it is unknown.
 */
function earlierPath(language: SiteLanguage, stated: string): TypedCode {
  const code = tidyTraceCode(stated);
  const mayBeOurs = OUR_SIGNS.test(code) && Math.abs(code.length - TRACE_CODE_LENGTH) <= 1;
  const earlier = mayBeOurs || RETAIL_BARCODE.test(code) ? null : earlierCode(stated);
  return earlier === null ? 'wrong' : { to: codePathsOf(language).trace(earlier) };
}

/** As {@link ownCode}, and besides a code of an earlier stamp system. Words read like such codes: only a field for codes asks this. */
export function typedCode(typed: string, language: SiteLanguage): TypedCode {
  const own = ownCode(typed, language);
  if (own !== 'wrong') return own;
  const text = typed.trim();
  return earlierPath(language, TRACE_ADDRESS.exec(pathOf(text))?.[1] ?? text);
}

/** The code of an address that no page answers: what stands behind `/t/`, at most as long as can be shown; empty elsewhere. */
export function unansweredCode(pathname: string): string {
  const code = TRACE_ADDRESS.exec(pathname)?.[1] ?? '';
  try {
    return decodeURIComponent(code).slice(0, 40);
  } catch {
    // A stray percent sign; shown as it stands.
    return code.slice(0, 40);
  }
}
