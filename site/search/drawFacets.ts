/** The choices beside the list: built once, then only counted anew, so that focus and opened parts stay where they are. */
import type { FacetCounts } from './facets.ts';
import type { Facet, Selection } from './selection.ts';

/** One choice; finer ones stand under it and show once it is chosen. */
export interface Choice {
  facet: Facet;
  value: string;
  label: string;
  /** A place or a shop, whose name is Vietnamese on every page. */
  isName?: boolean;
  /** Other names by which the box that narrows the list finds it. */
  also?: string;
  finer?: readonly Choice[];
}

export interface FacetPart {
  title: string;
  choices: readonly Choice[];
  /** Label of a box that narrows a long list of choices. */
  filterLabel?: string;
}

interface Drawn {
  choice: Choice;
  item: HTMLLIElement;
  box: HTMLInputElement;
  count: HTMLElement;
  finer: Drawn[];
}

export interface FacetView {
  element: HTMLElement;
  update(counts: FacetCounts, selection: Selection): void;
}

function drawChoice(choice: Choice): Drawn {
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', value: choice.value });
  box.dataset['facet'] = choice.facet;
  const count = Object.assign(document.createElement('span'), { className: 'facet-count' });
  const text = Object.assign(document.createElement('span'), { className: 'facet-label', textContent: choice.label });
  if (choice.isName) text.lang = 'vi';
  const label = Object.assign(document.createElement('label'), { className: 'facet-choice' });
  label.append(box, text, count);
  const item = document.createElement('li');
  item.append(label);
  const finer = (choice.finer ?? []).map(drawChoice);
  if (finer.length > 0) {
    const list = Object.assign(document.createElement('ul'), { className: 'facet-finer' });
    list.append(...finer.map((each) => each.item));
    item.append(list);
  }
  return { choice, item, box, count, finer };
}

function isOpen({ choice, finer }: Drawn, selection: Selection): boolean {
  return selection.chosen[choice.facet].includes(choice.value) || finer.some((each) => isOpen(each, selection));
}

function updateChoice(drawn: Drawn, counts: FacetCounts, selection: Selection, wanted: (choice: Choice) => boolean) {
  const { choice, item, box, count, finer } = drawn;
  const number = counts[choice.facet].get(choice.value) ?? 0;
  const isChosen = selection.chosen[choice.facet].includes(choice.value);
  box.checked = isChosen;
  count.textContent = String(number);
  item.hidden = !isChosen && (number === 0 || !wanted(choice));
  const list = item.querySelector<HTMLElement>(':scope > .facet-finer');
  if (list !== null) list.hidden = !isOpen(drawn, selection);
  for (const each of finer) updateChoice(each, counts, selection, () => true);
}

function filterBox(label: string, onInput: () => void): HTMLInputElement {
  const input = Object.assign(document.createElement('input'), {
    type: 'search',
    className: 'facet-filter',
    placeholder: label,
  });
  input.ariaLabel = label;
  input.addEventListener('input', onInput);
  return input;
}

/** A group of choices under its title. `folded` makes labels comparable for the filter. */
export function drawFacetPart({ title, choices, filterLabel }: FacetPart, folded: (text: string) => string): FacetView {
  const element = Object.assign(document.createElement('fieldset'), { className: 'facet' });
  const legend = Object.assign(document.createElement('legend'), { className: 'facet-title', textContent: title });
  const list = Object.assign(document.createElement('ul'), { className: 'facet-list' });
  const drawn = choices.map(drawChoice);
  list.append(...drawn.map(({ item }) => item));
  let last: [FacetCounts, Selection] | undefined;
  const filter = filterLabel === undefined ? undefined : filterBox(filterLabel, () => last && update(...last));

  function update(counts: FacetCounts, selection: Selection) {
    last = [counts, selection];
    const typed = folded(filter?.value ?? '');
    for (const each of drawn)
      updateChoice(each, counts, selection, ({ label, also = '' }) => folded(`${label} ${also}`).includes(typed));
    element.hidden = typed === '' && drawn.every(({ item }) => item.hidden);
  }
  element.append(legend, ...(filter === undefined ? [] : [filter]), list);
  return { element, update };
}
