/** What inspecting needs to know of a page. */
import { attributesOf, rawTextOf, type Tag, tagsOf } from './tags.ts';

export interface PageFacts {
  title: string;
  /** Id of the lot whose trace page this is; empty for other pages. */
  lot: string;
  /** Whether the page only sends on to another address. */
  leadsOn: boolean;
  /** What the Content-Security-Policy of the server would block. */
  blocked: string[];
  /** The addresses within this site that the page links to, without query and fragment, decoded. */
  links: Set<string>;
}

/** Blocks of data are not run. */
const DATA_BLOCK = /^(application|text)\/(ld\+json|json|plain)/i;

type Attributes = ReadonlyMap<string, string>;

function blockedIn(name: string, attributes: Attributes): string[] {
  const blocked: string[] = [];
  if (name === 'script' && !attributes.has('src') && !DATA_BLOCK.test(attributes.get('type') ?? ''))
    blocked.push('đoạn mã nằm trong trang');
  if (name === 'style') blocked.push('thẻ <style>');
  if (attributes.has('style')) blocked.push('thuộc tính style');
  for (const attribute of attributes.keys()) if (/^on[a-z]+$/.test(attribute)) blocked.push('mã trong thuộc tính on…');
  return blocked;
}

const isRefresh = (attributes: Attributes) => /^refresh$/i.test(attributes.get('http-equiv') ?? '');

const LINKING = ['href', 'src', 'action', 'poster', 'data-src'] as const;

function addressesIn(attributes: Attributes): string[] {
  const single = LINKING.flatMap((name) => attributes.get(name) ?? []);
  const set = (attributes.get('srcset') ?? '').split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
  const refresh = isRefresh(attributes) ? /url=(.*)/i.exec(attributes.get('content') ?? '')?.[1] : undefined;
  return [...single, ...set, ...(refresh === undefined ? [] : [refresh])];
}

/** Most tags have a class and nothing else. */
const TELLING = /href|src|action|poster|style|on[a-z]+\s*=|http-equiv|data-lot/i;

/** Where an address within this site leads from a page; undefined for what leads elsewhere or nowhere. */
function withinSite(written: string, base: URL): string | undefined {
  if (written === '' || written.startsWith('#')) return undefined;
  const url = URL.parse(written.replaceAll('&amp;', '&'), base);
  return url?.origin === base.origin ? decodeURIComponent(url.pathname) : undefined;
}

/** A page's facts while its tags are read. */
class Reader {
  readonly facts: PageFacts = { title: '', lot: '', leadsOn: false, blocked: [], links: new Set() };
  readonly #html: string;
  readonly #base: URL;

  constructor(html: string, address: string) {
    this.#html = html;
    this.#base = new URL(address, 'https://own.invalid');
  }

  read(tag: Tag): void {
    // Titles in drawings come later than the page's own.
    if (tag.name === 'title' && this.facts.title === '') this.facts.title = rawTextOf(this.#html, tag).trim();
    if (!TELLING.test(tag.written) && tag.name !== 'script' && tag.name !== 'style') return;
    const attributes = attributesOf(tag);
    if (tag.name === 'body') this.facts.lot = attributes.get('data-lot') ?? '';
    if (tag.name === 'meta' && isRefresh(attributes)) this.facts.leadsOn = true;
    this.facts.blocked.push(...blockedIn(tag.name, attributes));
    for (const written of addressesIn(attributes)) {
      const link = withinSite(written, this.#base);
      if (link !== undefined) this.facts.links.add(link);
    }
  }
}

/** Reads the facts of the page at `address`. */
export function pageFacts(html: string, address = '/'): PageFacts {
  const reader = new Reader(html, address);
  for (const tag of tagsOf(html)) reader.read(tag);
  return reader.facts;
}
