/** Tells a code from words. Codes are in no index: one that is right leads straight to its page. */
import { TRACE_ALPHABET, TRACE_CODE_LENGTH, tidyTraceCode } from '#domain/rules/traceCode.ts';
import type { SiteLanguage } from '#site/i18n/language.ts';
import { ownCode, typedCode } from '#site/trace/typedCode.ts';

/** Signs that are in no code but are easily read into one. */
const LOOKALIKES = '01ILO';

export type CodeAnswer =
  | {
      kind: 'trace' | 'barcode';
      code: string;
      href: string;
      /** Ten letters without a digit are far more often a word: the code is then offered after what the words find. */
      isCertain: boolean;
    }
  | { kind: 'wrong'; code: string };

function looksLikeCode(tidy: string): boolean {
  const signs = TRACE_ALPHABET + LOOKALIKES;
  const isTraceLike = tidy.length === TRACE_CODE_LENGTH && [...tidy].every((sign) => signs.includes(sign));
  return (isTraceLike && /[0-9]/.test(tidy)) || /^[0-9]{12,14}$/.test(tidy);
}

/** The code that was typed or pasted; null where the text is words. */
export function codeIn(query: string, language: SiteLanguage): CodeAnswer | null {
  // Words read like codes of earlier stamp systems; an address does not.
  const typed = query.includes('/') ? typedCode(query, language) : ownCode(query, language);
  const tidy = tidyTraceCode(query.trim().split('/').pop() ?? '');
  if (typeof typed === 'object') {
    const isBarcode = typed.to.includes('/01/');
    const isCertain = isBarcode || /[0-9]/.test(tidy) || query.includes('/');
    return { kind: isBarcode ? 'barcode' : 'trace', code: tidy, href: typed.to, isCertain };
  }
  return typed === 'wrong' && looksLikeCode(tidy) ? { kind: 'wrong', code: tidy } : null;
}
