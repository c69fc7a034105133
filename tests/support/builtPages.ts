/** Every page of a built site, read once, taken apart as far as checks over the whole site need. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface BuiltPage {
  /** `san-pham/mat-ong` */
  path: string;
  /** `/san-pham/mat-ong`, `/` for the front page. */
  address: string;
  html: string;
}

/** Without what waits in templates for a script. */
export function withoutTemplates(html: string): string {
  return html.replace(/<template[\s\S]*?<\/template>/g, '');
}

/** Pages of a folder; `keeps` takes a sample by their paths. */
export function builtPages(folder: string, keeps: (path: string) => boolean = () => true): BuiltPage[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.html'))
    .map((each) => relative(folder, join(each.parentPath, each.name)).replace(/\.html$/, ''))
    .filter(keeps)
    .sort()
    .map((path) => ({
      path,
      address: path === 'index' ? '/' : `/${path}`,
      html: readFileSync(join(folder, `${path}.html`), 'utf8'),
    }));
}

/** `en/san-pham/sao/4` → `en/san-pham/sao`: pages of a kind are made alike. */
function kindOf(path: string): string {
  const parts = path.split('/');
  return parts.length === 1
    ? path
    : parts
        .slice(0, -1)
        .join('/')
        .replace(/01\/.*/, '01');
}

/** Of each kind of page at most so many, taken evenly. */
export function sampleOf(paths: readonly string[], most: number): Set<string> {
  const kinds = [...Map.groupBy(paths, kindOf).values()];
  const evenly = (kind: string[]) => kind.filter((_, index) => index % Math.ceil(kind.length / most) === 0);
  return new Set(kinds.flatMap(evenly));
}

/** Pages that only lead on to another address. */
export const leadsOn = ({ html }: BuiltPage) => html.includes('http-equiv="refresh"');
/** The form of GS1 Digital Link is the same page as the one under the code. */
export const isTwin = ({ path }: BuiltPage) => /^(en\/)?01\//.test(path);

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#38;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

export interface Link {
  tag: string;
  attribute: string;
  target: string;
  /** All attributes of the tag. */
  attributes: string;
}

const TAG = /<([a-z][a-z0-9-]*)\b((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;
const ADDRESS =
  /\s(href|src|srcset|imagesrcset|action|formaction|poster|data|data-rows|data-pictures|data-src)="([^"]*)"/g;

/** Everything on a page that names an address, templates included: a script will put them in. */
export function linksOn({ html }: BuiltPage): Link[] {
  const links: Link[] = [];
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG)) {
    for (const [, attribute = '', value = ''] of attributes.matchAll(ADDRESS)) {
      const targets = attribute.endsWith('srcset')
        ? value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? '')
        : [value];
      for (const target of targets) links.push({ tag, attribute, target: unescaped(target), attributes });
    }
  }
  return links;
}

const OWN = 'https://own.invalid';

/** Answered by others than the built pages. */
const ELSEWHERE = /^\/(quan-tri|api)(\/|$)|^\/tinh-trang\.json$/;

export interface WhereFilesAre {
  folder: string;
  /** The province's own address, where the pages name themselves by it. */
  origin?: string;
  /** Files beside the pages, such as pictures: whether an address below `/anh` or `/_astro` answers. */
  hasShared?: (address: string) => boolean;
}

/** Whether a file answers an address. */
function answers(address: string, { folder, hasShared }: WhereFilesAre): boolean {
  if (ELSEWHERE.test(address) || hasShared?.(address) === true) return true;
  const name = address === '/' ? 'index' : address.slice(1);
  return existsSync(join(folder, `${name}.html`)) || (/\.[a-z0-9]+$/.test(name) && existsSync(join(folder, name)));
}

const idsOf = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));

/** Links within the site that lead to no page, no file, or to a part that the page does not have. */
export function deadLinks(pages: readonly BuiltPage[], where: WhereFilesAre): string[] {
  const ids = new Map(pages.map(({ address, html }) => [address, idsOf(html)]));
  const known = new Map<string, boolean>();
  const dead = new Set<string>();
  for (const page of pages) {
    const isIndexed = page.address !== '/404';
    for (const { target } of linksOn(page)) {
      const url = URL.parse(target, `${OWN}${page.address}`);
      if (url === null) dead.add(`${page.address}: ${target} is no address`);
      if (url === null || (url.origin !== OWN && url.origin !== where.origin)) continue;
      const address = decodeURIComponent(url.pathname);
      if (!known.has(address)) known.set(address, answers(address, where));
      if (known.get(address) === false) dead.add(`${page.address}: ${target}`);
      const part = decodeURIComponent(url.hash.slice(1));
      if (part !== '' && isIndexed && ids.get(address)?.has(part) === false)
        dead.add(`${page.address}: ${target} has no such part`);
    }
  }
  return [...dead];
}

/** What a browser fetches by itself: an address of somebody else's would tell them of every visitor. */
const LOADS: Record<string, RegExp> = {
  link: /rel="[^"]*\b(?:stylesheet|preload|prefetch|preconnect|dns-prefetch|modulepreload|icon|manifest)\b/,
  a: /(?!)/,
  area: /(?!)/,
};

/** Addresses of others that a page would load, or send a form to. */
export function thirdPartyLoads(pages: readonly BuiltPage[], origin = OWN): string[] {
  return pages.flatMap((page) =>
    linksOn(page)
      .filter(({ tag, attributes }) => LOADS[tag]?.test(attributes) ?? true)
      .filter(({ target }) => ![OWN, origin].includes(URL.parse(target, OWN)?.origin ?? OWN))
      .map(({ tag, target }) => `${page.address}: <${tag}> ${target}`),
  );
}

export interface Heading {
  lang: string;
  title: string;
  description: string;
  h1: number;
}

/** What names a page. */
export function headingOf({ html }: BuiltPage): Heading {
  const first = (pattern: RegExp) => unescaped(pattern.exec(html)?.[1] ?? '').trim();
  return {
    lang: first(/<html lang="([^"]*)"/),
    title: first(/<title>([^<]*)<\/title>/),
    description: first(/<meta name="description" content="([^"]*)"/),
    h1: withoutTemplates(html).match(/<h1\b/g)?.length ?? 0,
  };
}

/** Values that more than one key has: `value: keys`. */
export function shared(values: readonly (readonly [key: string, value: string])[]): string[] {
  const groups = Map.groupBy(values, ([, value]) => value);
  return [...groups]
    .filter(([, of]) => of.length > 1)
    .map(([value, of]) => `${value}: ${of.map(([key]) => key).join(' ')}`);
}
