/** Makes a page right on the day it is opened: turns the verdict, lays a recall over it, hides personal data that was taken back. */
import { sayDaysLeft } from '#domain/daysLeft.ts';
import { dayToEnglish } from '#domain/englishDay.ts';
import { recallPanel, withdrawalPanel } from '#domain/recallPanel.ts';
import { daysBetween, dayToVietnamese } from '#domain/rules/day.ts';
import type { Standing } from '#domain/standing.ts';
import { pageLanguage } from '#site/i18n/pageLanguage.ts';
import { untell } from '#site/jsonLd/untell.ts';
import { type OpenedOn, openedOn, turnOn } from './openedOn.ts';
import { askStanding, type StandingAnswer } from './standing.ts';

/** A slow network must not leave a shopper with yesterday's verdict: after so long the phone's clock decides until the answer comes. */
const PATIENCE_MS = 4000;

const all = <E extends HTMLElement>(selector: string) => Array.from(document.querySelectorAll<E>(selector));
const panel = () => document.querySelector('[data-verdict-panel]');
const published = panel()?.outerHTML ?? '';
const clockWords = document.querySelector('[data-clock-odd]')?.textContent ?? '';

/** Only a real change is made: screen readers announce an alarm each time it is put in. */
function showPanel(html: string) {
  const shown = panel();
  if (shown !== null && shown.outerHTML !== html.trim()) shown.outerHTML = html.trim();
}

function showDaysLeft({ day }: OpenedOn) {
  for (const left of all('[data-days-left]')) {
    const { daysLeft = '', none = '', one = '', many = '' } = left.dataset;
    left.textContent = sayDaysLeft(daysBetween(day, daysLeft), { none, one, many });
  }
  for (const paper of all('[data-ended-after]')) paper.hidden = day <= (paper.dataset['endedAfter'] ?? '');
}

function showDay(opened: OpenedOn) {
  const templates = all<HTMLTemplateElement>('template[data-verdict="turn"]');
  const turns = templates.map(({ dataset }) => ({ from: dataset['from'] ?? '', serverOnly: 'serverOnly' in dataset }));
  const turned = templates[turnOn(turns, opened)];
  if (turned !== undefined) untell();
  showPanel(turned?.innerHTML ?? published);
  showDaysLeft(opened);
  for (const line of all('[data-clock-odd]')) {
    line.hidden = !opened.clockOdd;
    line.textContent = clockWords.replace(
      '{{day}}',
      (pageLanguage() === 'vi' ? dayToVietnamese : dayToEnglish)(opened.day),
    );
  }
}

function showRecall({ recalled }: Standing) {
  const notice = recalled[document.body.dataset['lot'] ?? ''];
  const template = document.querySelector<HTMLTemplateElement>('template[data-verdict="recalled"]');
  if (notice !== undefined && template !== null) showPanel(recallPanel(template.innerHTML, notice, pageLanguage()));
}

/** A lot out of circulation says so, unless something red holds: that comes before it. */
function showWithdrawal({ lotsWithdrawn = {} }: Standing) {
  const notice = lotsWithdrawn[document.body.dataset['lot'] ?? ''];
  const template = document.querySelector<HTMLTemplateElement>('template[data-verdict="lotWithdrawn"]');
  if (notice === undefined || template === null || panel()?.classList.contains('tone-danger')) return;
  showPanel(withdrawalPanel(template.innerHTML, notice, pageLanguage()));
}

function hideWithdrawn({ withdrawn }: Standing, words: string) {
  for (const value of all('[data-personal]')) {
    const [producer = '', item = ''] = (value.dataset['personal'] ?? '').split(' ');
    if (withdrawn[producer]?.some((each) => each === item) !== true) continue;
    const gone = document.createElement('span');
    gone.textContent = words;
    value.replaceWith(gone);
    untell();
  }
}

function apply(slot: HTMLElement, { standing, serverMs }: StandingAnswer) {
  showDay(openedOn(Date.now(), serverMs, slot.dataset['notBefore'] ?? ''));
  for (const line of all('[data-recall-unchecked]')) line.hidden = standing !== null;
  if (standing === null) return;
  showWithdrawal(standing);
  showRecall(standing);
  hideWithdrawn(standing, slot.dataset['withheld'] ?? '');
}

function run(slot: HTMLElement) {
  const impatience = setTimeout(() => apply(slot, { standing: null, serverMs: null }), PATIENCE_MS);
  askStanding().then((answer) => {
    clearTimeout(impatience);
    apply(slot, answer);
  });
}

const slot = document.querySelector<HTMLElement>('[data-verdict-slot]');
if (slot !== null) {
  run(slot);
  // "Back" shows a page as it was left, perhaps yesterday.
  addEventListener('pageshow', (event) => {
    if (event.persisted) run(slot);
  });
}
