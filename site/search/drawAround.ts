/** What stands around the list of products: what is chosen, to be given up again, and records of other kinds that were found. */
import { pageLanguage } from '#site/i18n/pageLanguage.ts';
import type { CatalogueWords } from './choices.ts';
import { inLanguage } from './inLanguage.ts';
import { hrefOf } from './options.ts';
import type { SearchRow } from './rows.ts';
import { rowName } from './rowTold.ts';
import type { Facet } from './selection.ts';

function inItem(content: HTMLElement): HTMLElement {
  const item = document.createElement('li');
  item.append(content);
  return item;
}

/** One choice, with the press that takes it back. */
export function drawChip(facet: Facet, value: string, label: string, words: CatalogueWords): HTMLElement {
  const chip = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'chip',
    textContent: label,
  });
  Object.assign(chip.dataset, { facet, value });
  chip.ariaLabel = words.remove.replace('{q}', label);
  return inItem(chip);
}

/** The way to a record that is no product. */
export function drawOther(row: SearchRow): HTMLElement {
  const { said, lang } = rowName(row, pageLanguage());
  const href = hrefOf(row, pageLanguage());
  return inItem(inLanguage(Object.assign(document.createElement('a'), { href, textContent: said }), lang));
}
