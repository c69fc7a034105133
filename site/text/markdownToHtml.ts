import { micromark } from 'micromark';
import { OFFICE_MARKDOWN } from '#domain/markdown.ts';
import { freeSlug, nameToSlug } from '#domain/rules/slug.ts';

/** What a heading says, without the tags inside it. */
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, ' ');

/**
 * A text of the office as HTML below a page's own heading: it has no heading of the first level, and its headings can be linked to. HTML in the text is
 * shown as text, dangerous addresses are emptied (micromark does both unless told otherwise), and no picture is fetched from elsewhere.
 */
export function markdownToHtml(markdown: string): string {
  const taken = new Set<string>();
  return micromark(markdown, OFFICE_MARKDOWN).replace(/<h([1-6])>(.*?)<\/h\1>/gs, (_, level: string, inner: string) => {
    const id = freeSlug(nameToSlug(wordsOf(inner)) || 'muc', (slug) => taken.has(slug));
    taken.add(id);
    const lower = Math.max(2, Number(level));
    return `<h${lower} id="${id}">${inner}</h${lower}>`;
  });
}
