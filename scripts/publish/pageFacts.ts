/** What inspecting needs to know of a page. By patterns, not by a parser: the pages are our own, and there may be a hundred thousand. */
export interface PageFacts {
  title: string;
  /** Id of the lot whose trace page this is; empty for other pages. */
  lot: string;
  /** Whether the page only sends on to another address. */
  leadsOn: boolean;
  /** What the Content-Security-Policy of the server would block. */
  blocked: string[];
}

const TITLE = /<title[^>]*>([\s\S]*?)<\/title>/;
const LOT = /<body[^>]*\bdata-lot="([^"]*)"/;
const REFRESH = /<meta[^>]*http-equiv="?refresh/i;
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/gi;
/** Blocks of data are not run. */
const DATA_BLOCK = /\btype="?(application|text)\/(ld\+json|json|plain)/i;

function blockedOf(html: string): string[] {
  const blocked: string[] = [];
  for (const [, attributes = ''] of html.matchAll(SCRIPT)) {
    if (/\bsrc=/.test(attributes) || DATA_BLOCK.test(attributes)) continue;
    blocked.push('đoạn mã nằm trong trang');
  }
  const markup = html.replace(SCRIPT, '');
  if (/<style\b/i.test(markup)) blocked.push('thẻ <style>');
  if (/<[a-z][^>]*\sstyle="/i.test(markup)) blocked.push('thuộc tính style');
  if (/<[a-z][^>]*\son[a-z]+="/i.test(markup)) blocked.push('mã trong thuộc tính on…');
  return blocked;
}

/** Reads a page's facts. */
export function pageFacts(html: string): PageFacts {
  return {
    title: (TITLE.exec(html)?.[1] ?? '').trim(),
    lot: LOT.exec(html)?.[1] ?? '',
    leadsOn: REFRESH.test(html),
    blocked: blockedOf(html),
  };
}

const LINK =
  /\s(?:href|src|action|poster|data-src)="([^"]*)"|\ssrcset="([^"]*)"|http-equiv="?refresh"?[^>]*content="[^"]*url=([^"]*)"/gi;

function addressesIn(match: RegExpMatchArray): string[] {
  const [, single, set, refresh] = match;
  if (set !== undefined) return set.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
  return [single ?? refresh ?? ''];
}

/** The addresses within this site that a page at `address` links to, without query and fragment, decoded. */
export function linksOf(html: string, address: string): Set<string> {
  const links = new Set<string>();
  const base = new URL(address, 'https://own.invalid');
  for (const match of html.matchAll(LINK)) {
    for (const raw of addressesIn(match)) {
      const url = URL.parse(raw.replaceAll('&amp;', '&'), base);
      if (raw !== '' && !raw.startsWith('#') && url?.origin === base.origin)
        links.add(decodeURIComponent(url.pathname));
    }
  }
  return links;
}
