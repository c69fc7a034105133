/**
 * Makes lists right on the day they are opened: a card whose certificate has ended since publishing loses its stars, personal data that
 * was taken back goes. The server is asked only where there is something to ask about, and only its clock turns a card: a phone's may
 * run ahead.
 */
import { hanoiDay } from '#domain/rules/day.ts';
import type { Standing } from '#domain/standing.ts';
import { untell } from '#site/jsonLd/untell.ts';
import type { StatusTurn } from '#site/records/statusLabel.ts';
import { askStanding } from '#site/trace/standing.ts';

const all = (selector: string) => Array.from(document.querySelectorAll<HTMLElement>(selector));

const turning = all('[data-turns]').map((line) => ({
  line,
  turns: JSON.parse(line.dataset['turns'] ?? '[]') as StatusTurn[],
}));
/** On a page with a verdict of its own that verdict's script does this. */
const personal = document.querySelector('[data-verdict-slot]') === null ? all('[data-personal]') : [];

function turnCards(today: string) {
  for (const { line, turns } of turning) {
    const due = turns.filter(([from]) => from <= today).pop();
    if (due === undefined) continue;
    const [, state, stars, text] = due;
    line.dataset['state'] = state;
    const drawn = line.querySelector<HTMLElement>('.stars');
    if (stars === 0) drawn?.remove();
    else if (drawn !== null) drawn.dataset['stars'] = String(stars);
    const label = line.querySelector('.status-text');
    if (label !== null) label.textContent = text;
  }
}

function hideWithdrawn({ withdrawn }: Standing) {
  for (const value of personal) {
    const [producer = '', item = ''] = (value.dataset['personal'] ?? '').split(' ');
    if (withdrawn[producer]?.some((each) => each === item) !== true) continue;
    const gone = document.createElement('span');
    gone.textContent = document.body.dataset['withheld'] ?? '';
    value.replaceWith(gone);
    untell();
  }
}

const phoneDay = hanoiDay(Date.now());
const isDue = turning.some(({ turns }) => turns.some(([from]) => from <= phoneDay));
if (isDue || personal.length > 0)
  askStanding().then(({ standing, serverMs }) => {
    if (serverMs !== null) turnCards(hanoiDay(serverMs));
    if (standing !== null) hideWithdrawn(standing);
  });
