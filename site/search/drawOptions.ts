/** Draws the list under the search box. */
import { setPrint } from '#site/records/picture.ts';
import type { Told } from '#site/records/told.ts';
import { inLanguage } from './inLanguage.ts';
import type { Option } from './options.ts';

/** An element with a class and children; text is put in as text. */
function make(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

function printOf(set: number): HTMLImageElement {
  const image = document.createElement('img');
  Object.assign(image, { src: setPrint(set), alt: '', width: 56, height: 42, className: 'option-print' });
  return image;
}

function statusOf({ text, stars }: NonNullable<Option['status']>): HTMLElement {
  const drawn = make('span', 'stars');
  drawn.dataset['stars'] = String(stars);
  drawn.ariaHidden = 'true';
  return make('span', 'option-status', ...(stars > 0 ? [drawn] : []), text);
}

function lineOf(parts: readonly Told[]): (Node | string)[] {
  return parts.flatMap(({ said, lang }, index) => [index === 0 ? '' : ' · ', inLanguage(make('span', '', said), lang)]);
}

function drawOption(option: Option, id: string): HTMLElement {
  const name = option.name.map(({ text, isMatch }) => (isMatch ? make('mark', '', text) : text));
  const lines = [inLanguage(make('span', 'option-name', ...name), option.lang)];
  if (option.line.length > 0) lines.push(make('span', 'option-line', ...lineOf(option.line)));
  if (option.status !== undefined) lines.push(statusOf(option.status));
  const item = make('li', 'option');
  Object.assign(item, { id, role: 'option', ariaSelected: 'false' });
  item.dataset['href'] = option.href;
  if (option.set !== undefined) item.append(printOf(option.set));
  item.append(make('span', 'option-text', ...lines));
  if (option.kind !== undefined) item.append(make('span', 'option-kind', option.kind));
  return item;
}

/** Puts the options into the list; their ids begin with the list's own. */
export function drawOptions(list: HTMLElement, options: readonly Option[]): void {
  list.replaceChildren(...options.map((option, index) => drawOption(option, `${list.id}-${index}`)));
}
