/**
 * What a log may keep of a request. Addresses carry secrets in their queries: a token that opens a file, a code that signs in, what
 * somebody searched for. A log is read by others, later, and lies in every backup: of an address it keeps the path alone, and of any text
 * nothing that signs in.
 */

const LEFT_OUT = '…';
/** A signed token, whole or cut short. */
const TOKEN = /eyJ[A-Za-z0-9_-]{6,}(\.[A-Za-z0-9_-]*)*/g;
/** Whatever follows belongs to a query, to what stands behind # or to parameters of a path. */
const QUERY = /[?#&;].*$/;
/** A query within a text that says more. */
const INNER_QUERY = /[?#&;][^\s"'<>]*=[^\s"'<>]*/g;
/** Name and password before a host. */
const USER = /\/\/[^/@\s]*@/g;
/** Signs written by their numbers, several times over: more than this nobody writes who means well. */
const MOST_LAYERS = 6;

/** Signs written by their numbers, of which some may belong to none. */
function decodedSigns(signs: string): string {
  try {
    return decodeURIComponent(signs);
  } catch {
    return signs.replace(/%([0-7][0-9a-f])/gi, (_, number: string) => String.fromCharCode(Number.parseInt(number, 16)));
  }
}

/** The text with every sign as itself; null where signs are hidden too deep to be read. */
function readable(text: string): string | null {
  let shown = text;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = shown.replace(/(%[0-9a-f]{2})+/gi, decodedSigns);
    if (next === shown) return shown;
    shown = next;
  }
  return null;
}

/** What is left of a text in which something was looked for; as it was written where nothing was found. */
function keep(text: string, clean: (shown: string) => string): string {
  const shown = readable(text);
  if (shown === null) return LEFT_OUT;
  const cleaned = clean(shown);
  return cleaned === shown ? text : cleaned;
}

/** Of an address, or of a method and an address, what comes before its query. */
export function addressForLog(address: string): string {
  return keep(address, (shown) => shown.replace(QUERY, LEFT_OUT).replace(USER, '//').replace(TOKEN, LEFT_OUT));
}

/** Any other text without tokens, and without queries of addresses in it. */
export function textForLog(text: string): string {
  return keep(text, (shown) => shown.replace(TOKEN, LEFT_OUT).replace(INNER_QUERY, LEFT_OUT).replace(USER, '//'));
}

/** A value with every text in it as {@link textForLog} leaves it, the names of its parts included. */
export function valueForLog(value: unknown): unknown {
  if (typeof value === 'string') return textForLog(value);
  if (Array.isArray(value)) return value.map(valueForLog);
  if (typeof value !== 'object' || value === null) return value;
  const of = value as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(of)) kept[textForLog(name)] = valueForLog(of[name]);
  return kept;
}
