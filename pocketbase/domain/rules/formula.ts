/**
 * What spreadsheets take for more than a text when they open it from a CSV file (OWASP, "CSV injection"): a formula or a DDE call, which
 * begins with `=`, `+`, `-`, `@`, also in full width, and also behind spaces, line breaks, tabs, control and invisible signs or quotes; and a
 * tab or line break at the start, which makes some programs begin a new cell.
 */
export const FORMULA =
  /^(?:[\t\r\n]|(?:[\s"'`\u007F-\u00A0\u200B-\u200F\u2060\uFEFF]|[^ -\uFFFD])*[=+\-@＝＋－＠﹢﹣﹦﹫−])/;

/** Whether a spreadsheet could take a text for more than a text. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}
