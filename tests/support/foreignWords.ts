/** Finds words that are not in the language which a page says they are in. */
import type { SnapshotContent } from '#scripts/publish/write-snapshot.ts';
import { type BuiltPage, withoutTemplates } from './builtPages.ts';

/** A text of a page with the language that stands over it. */
export interface SaidText {
  lang: string;
  text: string;
  /** Name of the attribute that it stands in; empty for what stands between tags. */
  attribute: string;
}

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Shapes are drawn, code is the same in every language. */
const DRAWN = /^(script|style|svg|code)$/;
const PIECE = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/gi;
/** Attributes that people are told. */
const SPOKEN = /\s(alt|title|aria-label|placeholder|content|data-words|data-withheld)="([^"]*)"/g;

const plain = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();

interface Open {
  name: string;
  lang: string;
}

function attributesOf(attributes: string, lang: string): SaidText[] {
  return [...attributes.matchAll(SPOKEN)].map(([, attribute = '', value = '']) => ({
    lang,
    attribute,
    // Words that travel with the page: their keys are not said.
    text: attribute === 'data-words' ? plain(value).replace(/"\w+":/g, '') : plain(value),
  }));
}

/** Everything that a page says, templates included: a script will put them in. */
export function textsOf(html: string): SaidText[] {
  const open: Open[] = [];
  const said: SaidText[] = [];
  for (const [, isEnd = '', tag, attributes = '', text] of html.matchAll(PIECE)) {
    const above = open.at(-1) ?? { name: '', lang: '' };
    if (text !== undefined && !DRAWN.test(above.name))
      said.push({ lang: above.lang, attribute: '', text: plain(text) });
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (isEnd === '/') {
      while (open.length > 0 && open.pop()?.name !== name);
      continue;
    }
    const lang = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? above.lang;
    said.push(...attributesOf(attributes, lang));
    if (!VOID.test(name)) open.push({ name, lang });
  }
  return said.filter(({ text: each }) => each !== '');
}

/** Names of communes and of the province: any sentence may hold them. */
export function placeNames({ settings, communes }: SnapshotContent): string[] {
  return [...communes.map(({ name }) => name), ...settings.map(({ province }) => province)];
}

/** Names of people, places and things, longest first: they are said alike in every language. */
export function properNames(records: SnapshotContent): string[] {
  const { settings, products, producers, sales_points, fairs, communes, platforms, decisions } = records;
  const names = [
    ...[...products, ...producers, ...sales_points, ...fairs, ...communes, ...platforms].map(({ name }) => name),
    ...sales_points.map(({ address }) => address),
    ...fairs.map(({ venue }) => venue),
    ...settings.flatMap(({ province, office, map_credit }) => [province, office, map_credit]),
    ...decisions.map(({ authority_name }) => authority_name),
  ];
  return [...new Set(names.map((name) => name.normalize('NFC')))]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
}

const VIETNAMESE = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;
/** Numbers of decisions, the names that stand for made-up and withheld things, and the switch's own word. */
const ALLOWED = /\S*\/QĐ-\S+|“Minh Họa”|“Hộ sản xuất, xã …”/g;

/** What an English page says in Vietnamese without marking it. Where no mark can stand, the names of records may. */
export function vietnameseOn(
  page: BuiltPage,
  { names, places }: Record<'names' | 'places', readonly string[]>,
): string[] {
  return textsOf(page.html)
    .filter(({ lang }) => lang === 'en')
    .flatMap(({ text, attribute }) => {
      const isBare = attribute !== '' || text === plain(/<title>([^<]*)/.exec(page.html)?.[1] ?? '');
      const rest = (isBare ? names : places).reduce(
        (left, name) => left.replaceAll(name, ''),
        text.replace(ALLOWED, ''),
      );
      return VIETNAMESE.test(rest) ? [`${page.address}: ${attribute} ${text}`] : [];
    });
}

/** Words that no Vietnamese sentence holds. */
const ENGLISH =
  /\b(the|and|of|with|for|not|this|page|products?|stars|sales|fairs?|certificates?|address|search|see)\b/i;
/** Files, licences, people and companies by their own names. */
const FOREIGN_NAMES = /https?:\S+|\S+@\S+|\/\S+|Creative Commons|OpenStreetMap|Data|livestream/gi;

/** What a Vietnamese page says in English without marking it. */
export function englishOn(page: BuiltPage): string[] {
  return textsOf(page.html)
    .filter(({ lang, attribute }) => lang === 'vi' && attribute !== 'content')
    .filter(({ text }) => ENGLISH.test(text.replace(FOREIGN_NAMES, '')))
    .map(({ text, attribute }) => `${page.address}: ${attribute} ${text}`);
}

/** The address of the same page in the other language, as the page's switch has it; empty without one. */
export function switchOf({ html }: BuiltPage): string {
  const link = /<a\b[^>]*\bdata-language-switch\b[^>]*>/.exec(withoutTemplates(html))?.[0] ?? '';
  return /\shref="([^"]*)"/.exec(link)?.[1] ?? '';
}
