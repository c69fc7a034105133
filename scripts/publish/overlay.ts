/**
 * Changes to built pages that outlive a roll-back: the verdict of a recall or of a lot out of circulation in place of the built one, and
 * personal data taken back. Pure: text in,
 * text out. The marks that pages carry are described with each function.
 */
import {
  escapeHtml,
  PANEL_END,
  PANEL_START,
  recallPanel,
  WITHDRAWAL_PLACEHOLDERS,
  withdrawalPanel,
} from '#domain/recallPanel.ts';
import type { PersonalItem } from '#domain/rules/consent.ts';
import { dayToVietnamese, instantToVietnamese } from '#domain/rules/day.ts';
import { VERDICT_STATES } from '#domain/rules/verdict.ts';
import type { RecallNotice, WithdrawalNotice } from '#domain/standing.ts';
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

const WITHDRAWAL_TEMPLATE = /<template[^>]*\bdata-verdict="lotWithdrawn"[^>]*>([\s\S]*?)<\/template>/;
const TURN_TEMPLATE = /<template[^>]*\bdata-verdict="turn"[^>]*>[\s\S]*?<\/template>/g;

/** Whether a state is told before that a lot is out of circulation: a recall, a void stamp, a use-by date that has passed. */
function comesBefore(state: string | undefined): boolean {
  const before: readonly string[] = VERDICT_STATES.slice(0, VERDICT_STATES.indexOf('lotWithdrawn'));
  return state !== undefined && before.includes(state);
}

const stateOf = (panel: string) => /\bdata-verdict-panel="([^"]+)"/.exec(panel)?.[1];

/** For pages of releases from before lots could be withdrawn, which carry no panel for it. */
function plainWithdrawal(language: Language): string {
  const { headline, fact, advice } = verdictWords('lotWithdrawn', { withdrawal: WITHDRAWAL_PLACEHOLDERS }, language);
  return `<section class="verdict tone-quiet" data-verdict-panel="lotWithdrawn"><p class="verdict-headline">${headline}</p><p class="verdict-fact">${fact}</p><p class="verdict-advice">${advice}</p></section>`;
}

/**
 * A trace page of a lot out of circulation. What is told before that stays, now and on the day it comes; every other turn of the page goes, so
 * that no script brings the lot back in force.
 */
export function withWithdrawal(html: string, notice: WithdrawalNotice): string {
  const start = html.indexOf(PANEL_START) + PANEL_START.length;
  const end = html.indexOf(PANEL_END);
  if (!html.includes(PANEL_START) || end < start) throw new Error('the page has no place for a withdrawal');
  const language = languageOf(html);
  const template = WITHDRAWAL_TEMPLATE.exec(html)?.[1] ?? plainWithdrawal(language);
  const built = html.slice(start, end);
  const panel = comesBefore(stateOf(built)) ? built : withdrawalPanel(template, notice, language);
  const rest = html.slice(end).replace(TURN_TEMPLATE, (turn) => (comesBefore(stateOf(turn)) ? turn : ''));
  return html.slice(0, start) + panel + rest;
}

/** The file of a lot for other programs, out of circulation: the same turns as its page. */
export function withWithdrawalInFile(text: string, { lot, day, reason }: WithdrawalNotice): string {
  const file = JSON.parse(text) as { tinh_trang: { ma: string }[] };
  const told = verdictWords('lotWithdrawn', { withdrawal: { lot, day: dayToVietnamese(day), reason } });
  const words = { tieu_de: told.headline, noi_dung: told.fact, viec_can_lam: told.advice };
  const [now, ...later] = file.tinh_trang;
  const present = comesBefore(now?.ma) ? now : { tu_ngay: null, ma: 'lotWithdrawn', sao: null, ...words };
  const tinh_trang = [present, ...later.filter(({ ma }) => comesBefore(ma))];
  return `${JSON.stringify({ ...file, tinh_trang, ngung_luu_hanh: { tu_ngay: day, ly_do: reason } }, null, 1)}\n`;
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
