import type { Told } from '#site/records/told.ts';

/** Marks an element whose words are not in the page's language; an empty mark would say that nobody knows which they are in. */
export function inLanguage<E extends HTMLElement>(element: E, lang: Told['lang']): E {
  if (lang === undefined) element.removeAttribute('lang');
  else element.lang = lang;
  return element;
}
