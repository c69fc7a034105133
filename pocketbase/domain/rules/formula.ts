/**
 * What spreadsheets take for a formula or a DDE call: `=`, `+`, `-`, `@`, also in full width, and also behind spaces, line breaks, tabs,
 * control and invisible signs or quotes (OWASP, "CSV injection").
 */
const FORMULA = /^(?:[\s"'`\u007F-\u00A0\u200B-\u200F\u2060\uFEFF]|[^ -\uFFFD])*[=+\-@＝＋－＠﹢﹣﹦﹫−]/;
/** A tab or line break at the start makes some programs begin a new cell. */
const BREAKS_OUT = /^[\t\r\n]/;

/** Whether a spreadsheet could take a text for more than a text when it opens it from a CSV file. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text) || BREAKS_OUT.test(text);
}
