/**
 * A page carries the panels of a recall and of a lot's withdrawal as inert templates with placeholders. Two fill it in: the page's script, from the status file that
 * stands beside releases, and the publisher, who lays the panel over pages that are live (no JavaScript needed then).
 */
import { dayToEnglish, instantToEnglish } from './englishDay.ts';
import { dayToVietnamese, instantToVietnamese, type PartialDay } from './rules/day.ts';
import type { RecallNotice, WithdrawalNotice } from './standing.ts';
import type { Language } from './verdictWords.ts';

/** The panel of a page stands between these two comments. */
export const PANEL_START = '<!--verdict-->';
export const PANEL_END = '<!--/verdict-->';

/** How an instant is told, and what stands where the office gave no reason. */
interface Telling {
  sayInstant: (instantMs: number) => string;
  sayDay: (day: PartialDay) => string;
  noReason: string;
}
const TOLD: Record<Language, Telling> = {
  vi: { sayInstant: instantToVietnamese, sayDay: dayToVietnamese, noReason: 'chưa nêu' },
  en: { sayInstant: instantToEnglish, sayDay: dayToEnglish, noReason: 'not stated' },
};

/** The number as a `tel:` address carries it. */
export function phoneToDial(phone: string): string {
  return phone.replace(/[^0-9+]/g, '');
}

/**
 * What the words of a recall are told with when the page is built. `phone`: the office's number, for a notice that names none; with
 * neither, the part that offers a call goes.
 */
export function recallPlaceholders(phone: string) {
  const withOffice = (name: string, number: string) => (phone === '' ? `{{${name}}}` : `{{${name}|${number}}}`);
  return {
    recall: { lot: '{{lot}}', at: '{{at}}', reason: '{{reason}}', phone: withOffice('phone', phone) },
    tap: { phone: withOffice('phone', phone), dial: withOffice('dial', phoneToDial(phone)) },
  };
}

/** What the words of a withdrawal are told with when the page is built. */
export const WITHDRAWAL_PLACEHOLDERS = { lot: '{{lot}}', day: '{{day}}', reason: '{{reason}}' } as const;

/** Text as it may stand in HTML, between tags and inside attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** Replaces each `{{name}}` or `{{name|otherwise}}` by its escaped value; what stands otherwise is HTML already. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{([a-z]+)(?:\|([^}]*))?\}\}/g, (_, name: string, otherwise?: string) => {
    const value = values[name] ?? '';
    return value === '' ? (otherwise ?? '') : escapeHtml(value);
  });
}

/** The recall panel of a lot, in the language of its page. Where nobody can be called, what stands between `<!--call-->` and `<!--/call-->` goes. */
export function recallPanel(template: string, notice: RecallNotice, language: Language): string {
  const callsNobody = notice.phone === '' && !template.includes('{{phone|');
  const shown = callsNobody ? template.replace(/<!--call-->[\s\S]*?<!--\/call-->/g, '') : template;
  return fillTemplate(shown, {
    lot: notice.lot,
    at: TOLD[language].sayInstant(notice.at),
    reason: notice.reason.replace(/\.+$/, '') || TOLD[language].noReason,
    phone: notice.phone,
    dial: phoneToDial(notice.phone),
  });
}

/** The panel of a lot out of circulation, in the language of its page. */
export function withdrawalPanel(template: string, { lot, day, reason }: WithdrawalNotice, language: Language): string {
  const told = reason.replace(/\.+$/, '') || TOLD[language].noReason;
  return fillTemplate(template, { lot, day: TOLD[language].sayDay(day), reason: told });
}
