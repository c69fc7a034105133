import { micromark } from 'micromark';
import { freeSlug, nameToSlug } from '#domain/rules/slug.ts';

/** What a heading says, without the tags inside it. */
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, ' ');

/**
 * A text of the office as HTML below a page's own heading: its headings begin one level lower and can be linked to. HTML in the text is
 * shown as text and dangerous addresses are emptied: micromark does both unless told otherwise.
 */
export function markdownToHtml(markdown: string): string {
  const taken = new Set<string>();
  return micromark(markdown).replace(/<h([1-6])>(.*?)<\/h\1>/gs, (_, level: string, inner: string) => {
    const id = freeSlug(nameToSlug(wordsOf(inner)) || 'muc', (slug) => taken.has(slug));
    taken.add(id);
    const lower = Math.min(6, Number(level) + 1);
    return `<h${lower} id="${id}">${inner}</h${lower}>`;
  });
}
