/**
 * Changes to built pages that outlive a roll-back: a recall's verdict in place of the built one, and personal data taken back. Pure: text in,
 * text out. The marks that pages carry are described with each function.
 */
import { escapeHtml, PANEL_END, PANEL_START, recallPanel } from '#domain/recallPanel.ts';
import type { PersonalItem } from '#domain/rules/consent.ts';
import { instantToVietnamese } from '#domain/rules/day.ts';
import type { RecallNotice } from '#domain/standing.ts';
import { type Language, verdictWords } from '#domain/verdictWords.ts';
import type { ShownItem } from './manifest.ts';
import { numbersIn } from './textIndex.ts';

const ENGLISH = /<html[^>]*\blang="?en\b/;
const RECALL_TEMPLATE = /<template[^>]*\bdata-verdict="recalled"[^>]*>([\s\S]*?)<\/template>/;

/** The language that a page is written in. */
function languageOf(html: string): Language {
  return ENGLISH.test(html) ? 'en' : 'vi';
}

/**
 * A trace page with the recall's panel in place of its own, made of the page's own template. Throws for a page that has no place for
 * it: a recall must never be lost silently.
 */
export function withRecall(html: string, notice: RecallNotice): string {
  const template = RECALL_TEMPLATE.exec(html)?.[1];
  const start = html.indexOf(PANEL_START);
  const end = html.indexOf(PANEL_END);
  if (template === undefined || start < 0 || end < start) throw new Error('the page has no place for a recall');
  return html.slice(0, start + PANEL_START.length) + recallPanel(template, notice, languageOf(html)) + html.slice(end);
}

/** The file of a lot for other programs (`/t/<code>.json`) with the recall as its one verdict. */
export function withRecallInFile(text: string, notice: RecallNotice): string {
  const file = JSON.parse(text) as { thu_hoi: object };
  const { lot, at, reason, phone } = notice;
  const told = verdictWords('recalled', { recall: { lot, at: instantToVietnamese(at), reason, phone } });
  const words = { tieu_de: told.headline, noi_dung: told.fact, viec_can_lam: told.advice };
  return `${JSON.stringify(
    {
      ...file,
      tinh_trang: [{ tu_ngay: null, ma: 'recalled', sao: null, ...words }],
      thu_hoi: {
        ...file.thu_hoi,
        da_thu_hoi: true,
        thong_bao_luc: new Date(at).toISOString(),
        ly_do: reason === '' ? null : reason,
      },
    },
    null,
    1,
  )}\n`;
}

/** Where the element that begins at `start` with the tag `name` ends: behind its closing tag, those of the same name inside counted. */
function endOfElement(html: string, start: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

const VOID = new Set(['img', 'source', 'meta', 'link', 'input']);

/** Replaces what stands in elements marked `data-personal="<producer> <item>"`; links become plain text, pictures go. */
function replaceMarked(html: string, mark: string, item: PersonalItem, replacement: string): string {
  const opening = new RegExp(`<([a-z][a-z0-9-]*)\\b[^>]*\\bdata-personal="${mark}"[^>]*>`, 'i');
  let rest = html;
  let result = '';
  for (let found = opening.exec(rest); found !== null; found = opening.exec(rest)) {
    const [tag, name = ''] = found;
    result += rest.slice(0, found.index);
    const isVoid = VOID.has(name.toLowerCase());
    const end = isVoid ? found.index + tag.length : endOfElement(rest, found.index, name);
    if (!isVoid && item !== 'picture') {
      // What takes its place is in the page's language.
      const plain = tag.replace(/ (?:data-personal|lang)="[^"]*"/g, '');
      const shell = name.toLowerCase() === 'a' ? ['<span>', '</span>'] : [plain, `</${name}>`];
      result += shell[0] + escapeHtml(replacement) + shell[1];
    }
    rest = rest.slice(end);
  }
  return result + rest;
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Every way in which a wording may be written into HTML, JSON or an address. */
function wordingPattern(value: string): RegExp {
  const json = JSON.stringify(value).slice(1, -1);
  // Inside a block of data no text may end the block.
  const data = json.replaceAll('<', '\\u003c');
  const forms = [value, escapeHtml(value), json, data, escapeHtml(json), encodeURIComponent(value)];
  const spaced = forms.map((form) => escapePattern(form).replace(/\s+/g, '\\s+'));
  return new RegExp([...new Set(spaced)].sort((a, b) => b.length - a.length).join('|'), 'giu');
}

/** A number with any spacing, with or without the country's code. */
function numberPattern(digits: string): RegExp {
  const gap = '[ .\\-()\\u00a0]{0,2}';
  const body = [...digits.replace(/^0/, '')].join(gap);
  return new RegExp(`(?<!\\d)(?:\\+?84${gap}0?|0)${gap}${body}(?!\\d)`, 'g');
}

function withoutPicture(text: string, address: string): string {
  const path = escapePattern(address);
  return text.replace(new RegExp(`<(?:img|source|meta|link)\\b[^>]*${path}[^>]*>`, 'gi'), '').replaceAll(address, '');
}

/** A file's text without one personal item of one producer. */
export function withoutPersonal(text: string, producer: string, item: PersonalItem, shown: ShownItem): string {
  const { replacement: vietnamese, replacementEn = vietnamese } = shown;
  const replacement = languageOf(text) === 'en' ? replacementEn : vietnamese;
  let result = replaceMarked(text, `${producer} ${item}`, item, replacement);
  for (const value of shown.values) {
    if (item === 'picture') result = withoutPicture(result, value);
    else if (item === 'phone')
      for (const digits of numbersIn(value)) result = result.replace(numberPattern(digits), replacement);
    else result = result.replace(wordingPattern(value), () => replacement);
  }
  return result;
}
