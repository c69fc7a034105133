/**
 * GS1 identification keys and the paths of GS1 Digital Link URIs.
 * GS1 General Specifications 7.9 (check digit), GS1 Digital Link URI Syntax 1.6.0 (GTIN always 14 digits).
 */

/** Lengths of the keys with the common check digit: GTIN-8, -12, -13 (also GLN), -14. */
const GTIN_LENGTHS = [8, 12, 13, 14];
const GLN_LENGTH = 13;

/** Prefix 952 is set aside by GS1 for demonstrations: such a GTIN names no real thing. */
const DEMONSTRATION_PREFIX = '952';

/** Check digit for the digits before it: from the right, weights 3, 1, 3, 1 … */
export function gs1CheckDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += Number(digits.charAt(index)) * weight;
  }
  return (10 - (sum % 10)) % 10;
}

function hasRightCheckDigit(digits: string): boolean {
  return /^[0-9]+$/.test(digits) && gs1CheckDigit(digits.slice(0, -1)) === Number(digits.slice(-1));
}

/** Whether the text is a GTIN-8, -12, -13 or -14 with its right check digit. */
export function isGtin(text: string): boolean {
  return GTIN_LENGTHS.indexOf(text.length) >= 0 && hasRightCheckDigit(text);
}

/** Whether the text is a Global Location Number with its right check digit. */
export function isGln(text: string): boolean {
  return text.length === GLN_LENGTH && hasRightCheckDigit(text);
}

/** A GTIN of any length as 14 digits; throws when it is none. */
export function gtinToGtin14(gtin: string): string {
  if (!isGtin(gtin)) throw new Error(`not a GTIN: ${gtin}`);
  return `000000${gtin}`.slice(-14);
}

/** Whether a GTIN carries GS1's demonstration prefix. */
export function isDemonstrationGtin(gtin: string): boolean {
  return isGtin(gtin) && gtinToGtin14(gtin).slice(1, 4) === DEMONSTRATION_PREFIX;
}

/** GS1 AI 10: 1–20 signs of character set 82. Only the part of it that a plain file name can carry is published as a page. */
export const LOT_NUMBER_PATTERN = '^[A-Za-z0-9!"%&\'()*+,./:;<=>?_-]{1,20}$';

/** Whether a lot number can be a static address as it stands (`[A-Za-z0-9._-]{1,20}`, and not a dot path). */
export function isStaticLotNumber(lotNumber: string): boolean {
  return /^[A-Za-z0-9._-]{1,20}$/.test(lotNumber) && /[A-Za-z0-9_-]/.test(lotNumber) && !/\.html$/.test(lotNumber);
}

/** Digital Link path of a GTIN, with its lot when given: `/01/09521234543213/10/L260915`. */
export function gtinToDigitalLink(gtin: string, lotNumber?: string): string {
  const path = `/01/${gtinToGtin14(gtin)}`;
  return lotNumber === undefined ? path : `${path}/10/${encodeURIComponent(lotNumber)}`;
}
