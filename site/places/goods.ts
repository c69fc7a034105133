/** Goods looked for among what sales points sell: by a product's address, or by words of its name with or without marks. */
import { foldedWords } from '#domain/rules/fold.ts';
import type { PlaceRows } from './rows.ts';

type Product = PlaceRows['products'][number];

/** A typed word stands at the beginning of a word of the name: `mat` finds `Mật ong`, `ong` as well, `at` nothing. */
function says(name: readonly string[], typed: readonly string[]): boolean {
  return typed.every((word) => name.some((each) => each.startsWith(word)));
}

/** The product that a text names exactly, by its address or by its whole name. */
export function exactProduct(products: readonly Product[], text: string): Product | undefined {
  const words = foldedWords(text).join(' ');
  return products.find(([slug]) => slug === text) ?? products.find(([, name]) => foldedWords(name).join(' ') === words);
}

/** Indexes of the products that a text means. */
export function productsMeant(products: readonly Product[], text: string): Set<number> {
  const exact = exactProduct(products, text);
  const typed = foldedWords(text);
  const meant = new Set<number>();
  for (const [index, product] of products.entries()) {
    if (exact === undefined ? says(foldedWords(product[1]), typed) : product === exact) meant.add(index);
  }
  return meant;
}

/** The names among a place's goods that are meant; none where it sells none of them. */
export function goodsMeant(rows: PlaceRows, slug: string, meant: ReadonlySet<number>): string[] {
  const goods = rows.places.find(([each]) => each === slug)?.[6] ?? [];
  return goods.filter((index) => meant.has(index)).map((index) => rows.products[index]?.[1] ?? '');
}
