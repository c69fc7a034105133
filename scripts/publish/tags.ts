/**
 * The tags of a page. By patterns that know quotes, not by a parser: the pages are our own, and there may be a hundred thousand. A text may hold
 * anything (`<script>`, `onload="`); within an attribute it is quoted, between tags its signs are escaped.
 */

/** One start tag. */
export interface Tag {
  /** In small letters. */
  name: string;
  /** What stands after the name, as it is written. */
  written: string;
  /** Where the page goes on after it. */
  end: number;
}

const TAG = /<!--[\s\S]*?-->|<([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** What stands in them is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

/** All start tags of a page, in order; comments, and what stands in scripts and titles, hold none. */
export function* tagsOf(html: string): Generator<Tag> {
  const pattern = new RegExp(TAG);
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const [, name = '', written = ''] = found;
    if (name === '') continue;
    const tag = { name: name.toLowerCase(), written, end: pattern.lastIndex };
    yield tag;
    if (RAW.has(tag.name)) pattern.lastIndex = endOf(html, tag);
  }
}

/** Where the element of a raw tag ends; where it is never closed it is the rest of the page. */
function endOf(html: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = end;
  return close.exec(html)?.index ?? html.length;
}

/** What stands in a raw element, such as a title. */
export function rawTextOf(html: string, tag: Tag): string {
  return html.slice(tag.end, endOf(html, tag));
}

/** A tag's attributes, names in small letters; values as they are written, entities and all. */
export function attributesOf({ written }: Tag): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of written.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}
