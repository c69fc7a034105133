/**
 * What a text may hold. Whatever can be read stays as it was typed, markup, formulas and quotes included: every page, file and sheet shows
 * it as text. What cannot be seen goes; what would deceive a reader or break a file is refused, in words.
 */

/** Why a text is refused. */
export type TextProblem = 'controlSigns' | 'brokenSigns' | 'directionSigns' | 'stackedMarks' | 'linkNotWeb';

/** What is said, with the way out. */
export const TEXT_PROBLEM_WORDS: Readonly<Record<TextProblem, string>> = {
  controlSigns: 'Có ký tự điều khiển không nhìn thấy được. Hãy gõ lại đoạn này, hoặc dán dưới dạng văn bản thuần.',
  brokenSigns: 'Có ký tự bị hỏng (�), thường do dán hoặc đọc tệp sai bảng mã. Hãy gõ lại chữ đó.',
  directionSigns: 'Có ký tự ẩn đảo chiều chữ, khiến người đọc thấy sai nội dung. Hãy gõ lại đoạn này.',
  stackedMarks: 'Có chữ mang quá nhiều dấu chồng lên nhau. Hãy gõ lại chữ đó.',
  linkNotWeb:
    'Địa chỉ web cần bắt đầu bằng https:// hoặc http://, rồi đến tên miền, không có dấu cách hay dấu ngoặc kép.',
};

/** Signs by their numbers, as patterns write them; nobody could read them as they are. */
const CONTROL = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const DIRECTION = '\\u202a-\\u202e\\u2066-\\u206f';
const MARK = '\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
/** Zero-width signs, soft hyphens and marks of direction say nothing, and make two equal names differ. */
const UNSEEN = '\\u00ad\\u061c\\u200b-\\u200f\\u2060-\\u2064\\ufeff';
/** What stands for a sign that could not be read, and what is no sign at all. */
const NO_SIGN = '\\ufff9-\\uffff';
/** Halves of signs, two of which make one. */
const HALF = '\\ud800-\\udfff';
/** Vietnamese has two marks on a letter, and no script stacks more than this outside its own block. */
const MOST_MARKS = 4;

/** All that needs a closer look; most texts hold none of it. */
const SUSPICIOUS = new RegExp(`[${CONTROL}${DIRECTION}${MARK}${UNSEEN}${NO_SIGN}${HALF}]`);
/** With "tags", letters that nobody sees. Whole signs, not their halves: PocketBase 0.40's engine replaces no halves (regexp2 2.7.1). */
const INVISIBLE = new RegExp(`[${UNSEEN}\\u{e0000}-\\u{e007f}]`, 'gu');

/** What is looked for in a text, in order. */
const SIGNS: readonly [TextProblem, RegExp][] = [
  ['controlSigns', new RegExp(`[${CONTROL}]`)],
  ['directionSigns', new RegExp(`[${DIRECTION}]`)],
  ['brokenSigns', new RegExp(`[${NO_SIGN}]`)],
  ['stackedMarks', new RegExp(`[${MARK}]{${MOST_MARKS + 1}}`)],
];

/** The text as it is stored: composed (NFC), without signs that nobody sees. */
export function storedText(text: string): string {
  return SUSPICIOUS.test(text) ? text.replace(INVISIBLE, '').normalize('NFC') : text;
}

/** Whether half of a sign stands without its other half. */
function hasLoneHalf(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return true;
    at += 1;
  }
  return false;
}

/** Why a text, as {@link storedText} leaves it, may not be stored; null when it may. */
export function textProblem(text: string): TextProblem | null {
  if (!SUSPICIOUS.test(text)) return null;
  const stored = storedText(text);
  for (const [problem, signs] of SIGNS) if (signs.test(stored)) return problem;
  return hasLoneHalf(stored) ? 'brokenSigns' : null;
}

/** A host's signs: no name and password before it, no sign that looks like a dot or a slash. Names may be written in any script. */
const HOST = '[A-Za-z0-9_\\u00c0-\\u1fff\\u3040-\\ud7ff-]+';
const WEB_LINK = new RegExp(`^https?://${HOST}([.]${HOST})*(:[0-9]{1,5})?([/?#][^\\s"<>\\\\\`]*)?$`);

/** Whether a link leads to the web: neither to a script nor into a file, and to the host that a reader takes it for. */
export function isWebLink(link: string): boolean {
  return WEB_LINK.test(link);
}

/** Why a value with a structure of its own may not be stored: any text in it, and any link. Null when it may. */
export function valueProblem(value: unknown, key = ''): TextProblem | null {
  if (typeof value === 'string') {
    const isBadLink = key === 'url' && value !== '' && !isWebLink(value);
    return textProblem(value) ?? (isBadLink ? 'linkNotWeb' : null);
  }
  if (typeof value !== 'object' || value === null) return null;
  const of = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(of)) {
    const problem = textProblem(name) ?? valueProblem(of[name], Array.isArray(value) ? key : name);
    if (problem !== null) return problem;
  }
  return null;
}

/** The value with every text in it as {@link storedText} leaves it. */
export function storedValue(value: unknown): unknown {
  if (typeof value === 'string') return storedText(value);
  if (Array.isArray(value)) return value.map(storedValue);
  if (typeof value !== 'object' || value === null) return value;
  const of = value as Readonly<Record<string, unknown>>;
  const stored: Record<string, unknown> = {};
  for (const name of Object.keys(of)) stored[name] = storedValue(of[name]);
  return stored;
}
