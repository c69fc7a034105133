/** Draws product cards from the page's own template, so that a card is described once. */

import { pageLanguage } from '#site/i18n/pageLanguage.ts';
import { pathsOf } from '#site/paths.ts';
import { paperOf, setPrint } from '#site/records/picture.ts';
import { type StatusWords, statusLabel } from '#site/records/statusLabel.ts';
import { ofPage, type Told, told } from '#site/records/told.ts';
import type { Item } from './facets.ts';
import { inLanguage } from './inLanguage.ts';
import { type MarkedPiece, marked } from './marked.ts';
import { rowName } from './rowTold.ts';

function fill(parent: Element, selector: string, { said, lang }: Told) {
  const line = parent.querySelector<HTMLElement>(selector);
  if (said === '') line?.remove();
  else if (line !== null) inLanguage(line, lang).textContent = said;
}

function pieces(all: readonly MarkedPiece[]): (Node | string)[] {
  return all.map(({ text, isMatch }) => {
    if (!isMatch) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function drawStatus(line: HTMLElement, item: Item, words: StatusWords) {
  const { text, stars } = statusLabel(item.now, words);
  line.dataset['state'] = item.now.state;
  const drawn = line.querySelector<HTMLElement>('.stars');
  if (stars === 0) drawn?.remove();
  else if (drawn !== null) drawn.dataset['stars'] = String(stars);
  fill(line, '.status-text', ofPage(text));
}

/** One card; `picture` is empty where the set's print stands in. */
export function drawCard(
  template: HTMLTemplateElement,
  item: Item,
  picture: string,
  matches: readonly string[],
  words: StatusWords,
): Node {
  const card = template.content.cloneNode(true) as DocumentFragment;
  const { slug, maker, makerEn, place, product } = item.row;
  const language = pageLanguage();
  const name = rowName(item.row, language);
  const image = card.querySelector('img');
  if (image !== null) {
    image.src = picture || setPrint(product?.set ?? 0);
    if (picture === '') image.parentElement?.setAttribute('data-paper', String(paperOf(slug)));
  }
  const link = card.querySelector('a');
  if (link !== null) {
    link.href = pathsOf(language).product(slug);
    inLanguage(link, name.lang).replaceChildren(...pieces(marked(name.said, matches)));
  }
  const root = card.firstElementChild;
  if (root !== null) {
    fill(root, '[data-line="producer"]', told(language, maker, makerEn));
    fill(root, '[data-line="place"]', told(language, place));
    if (product?.demonstration !== true) root.querySelector('.demonstration-chip')?.remove();
    const status = root.querySelector<HTMLElement>('.status');
    if (status !== null) drawStatus(status, item, words);
  }
  return card;
}

/** Whether a list holds exactly the cards of these items, in their order and without marked words. */
export function standsIn(list: Element, items: readonly Item[]): boolean {
  const links = list.querySelectorAll<HTMLAnchorElement>('.card-link');
  const { product } = pathsOf(pageLanguage());
  return (
    links.length === items.length &&
    list.querySelector('mark') === null &&
    items.every(({ row }, index) => links[index]?.pathname === product(row.slug))
  );
}
