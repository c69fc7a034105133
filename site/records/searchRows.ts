/** Makes the rows that search and catalogue ship, from the snapshot. */
import type { PublicCommune } from '#domain/snapshot.ts';
import { namesOf, type SynonymKind } from '#domain/synonym.ts';
import { formatSpan } from '#site/i18n/format.ts';
import { type SiteLanguage, wordsOf } from '#site/i18n/words.ts';
import { type ShippedEnglish, type ShippedRows, shippedSlug } from '#site/search/rows.ts';
import { all } from '#site/snapshot.ts';
import { catalogue } from './catalogue.ts';
import { isOpen, listed } from './visible.ts';

const PLACE_TYPE = /^(xã|phường|thị trấn|huyện|thị xã|thành phố|quận)\s+/i;

/** Names that a commune's parts bore, each once, without their type: "Phồn Xương Tam Hiệp Yên Thế". */
function formerNames({ former_names }: PublicCommune): string {
  const names = (former_names ?? []).flatMap(({ commune, district }) => [commune, district]);
  return [...new Set(names.map((name) => name.replace(PLACE_TYPE, '')))].filter((name) => name !== '').join(' ');
}

/** Only communes in which something is: index by id. */
function usedCommunes(): { communes: PublicCommune[]; at: Map<string, number> } {
  const used = new Set([...listed('producers'), ...listed('sales_points')].map(({ commune }) => commune));
  const communes = all('communes').filter(({ id }) => used.has(id));
  return { communes, at: new Map(communes.map(({ id }, index) => [id, index])) };
}

/** The office's search words; a line with a single name leads nowhere. */
function synonyms(): ShippedRows['synonyms'] {
  const lines = all('synonyms');
  const of = (kind: SynonymKind) =>
    lines
      .filter((line) => line.kind === kind)
      .map(namesOf)
      .filter(({ length }) => length > 1);
  return { same: of('same'), abbreviation: of('abbreviation'), narrower: of('narrower') };
}

/** English names by position, of those that have one. */
function englishOf(records: readonly { name_en: string }[]): ShippedEnglish {
  return Object.fromEntries(records.flatMap(({ name_en }, index) => (name_en === '' ? [] : [[index, name_en]])));
}

/** What lists in a language other than Vietnamese show besides. */
function subjectsOf(language: SiteLanguage): Pick<ShippedRows, 'subjects'> {
  const { sectors, groups, sets } = wordsOf(language).names;
  return language === 'vi' ? {} : { subjects: { sectors, groups, sets } };
}

/** The file of rows for a language: products in the order of the catalogue. */
export function searchRows(language: SiteLanguage): ShippedRows {
  const { communes, at } = usedCommunes();
  const place = (id: string) => at.get(id) ?? -1;
  const producers = listed('producers');
  const salesPoints = listed('sales_points').filter(isOpen);
  const fairs = listed('fairs');
  const producerAt = new Map(producers.map(({ id }, index) => [id, index]));
  return {
    kinds: wordsOf(language).names.producerKinds,
    communes: communes.map((commune) => [commune.name, commune.slug, formerNames(commune)]),
    producers: producers.map(({ name, slug, kind, commune }) => [name, shippedSlug(name, slug), kind, place(commune)]),
    products: catalogue().map(({ product, status, issuedOn }) => [
      product.name,
      shippedSlug(product.name, product.slug),
      producerAt.get(product.producer) ?? -1,
      product.criteria_set,
      status,
      issuedOn,
      product.demonstration ? 1 : 0,
    ]),
    salesPoints: salesPoints.map(({ name, slug, commune, address }) => [
      name,
      shippedSlug(name, slug),
      place(commune),
      address,
    ]),
    fairs: fairs.map(({ name, slug, starts_on, ends_on, venue }) => [
      name,
      shippedSlug(name, slug),
      formatSpan(starts_on, ends_on, language),
      venue,
    ]),
    synonyms: synonyms(),
    english: {
      products: englishOf(catalogue().map(({ product }) => product)),
      producers: englishOf(producers),
      salesPoints: englishOf(salesPoints),
      fairs: englishOf(fairs),
    },
    ...subjectsOf(language),
  };
}
