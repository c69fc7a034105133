import { fieldsOf, type Noun } from '#domain/noun.ts';
import { nouns } from '#domain/nouns.ts';
import type { Problem } from '#domain/release.ts';
import { LOT_WORDS } from '#domain/rules/lotLife.ts';
import { type Office, READ_COLLECTIONS } from '../read.ts';
import { type CheckContext, plainRecords, problemAt, type SelectedCollection } from './context.ts';

function idsByCollection(source: Partial<Office>): Map<string, Set<string>> {
  return new Map(
    READ_COLLECTIONS.map((name) => [name, new Set(plainRecords(source, name).map((record) => record.id))]),
  );
}

const MISSING = 'Mục này trỏ đến một bản ghi không còn. Hãy chọn lại.';

/** What a public record points to exists. */
function checkExisting({ office, selection }: CheckContext): Problem[] {
  const known = idsByCollection(office);
  const problems: Problem[] = [];
  for (const collection of Object.keys(selection) as SelectedCollection[]) {
    for (const [field, shape] of fieldsOf(nouns[collection] as Noun)) {
      const targets = known.get(shape.to ?? '');
      if (targets === undefined) continue;
      for (const record of plainRecords(selection, collection)) {
        const ids = [record[field] ?? ''].flat().filter((id) => id !== '') as string[];
        if (ids.some((id) => !targets.has(id)))
          problems.push(problemAt(office, 'error', collection, record, field, MISSING));
      }
    }
  }
  return problems;
}

/** The producer of a public product is public. */
function checkProducers({ office, selection }: CheckContext): Problem[] {
  const shown = new Set(selection.producers.map((producer) => producer.id));
  const exist = new Set(office.producers.map((producer) => producer.id));
  return selection.products
    .filter((product) => exist.has(product.producer) && !shown.has(product.producer))
    .map((product) =>
      problemAt(
        office,
        'error',
        'products',
        product,
        'producer',
        'Chủ thể của sản phẩm này chưa được duyệt hoặc chưa đến ngày hiện. Hãy duyệt chủ thể, hoặc rút sản phẩm.',
      ),
    );
}

/** A source may name no maker; in a real office it is more likely a slip, so it is told, and publishing goes on. */
function checkMakers({ office, selection }: CheckContext): Problem[] {
  if (office.site_settings.every(({ kind }) => kind !== 'real')) return [];
  return selection.products
    .filter(({ producer }) => producer === '')
    .map((product) =>
      problemAt(
        office,
        'warning',
        'products',
        product,
        'producer',
        'Chưa chọn chủ thể: trang sẽ ghi nguồn không nêu cơ sở sản xuất.',
      ),
    );
}

/** A lot that left the draft state has a printed code: its product must be public, or the code could not answer. */
function checkLots({ office, selection }: CheckContext): Problem[] {
  const shown = new Set(selection.lots.map((lot) => lot.id));
  return office.lots
    .filter((lot) => lot.state !== 'draft' && !shown.has(lot.id))
    .map((lot) => problemAt(office, 'error', 'lots', lot, 'variant', LOT_WORDS.productNotPublic));
}

/** Everything that one record says of another holds. */
export function checkReferences(context: CheckContext): Problem[] {
  return [...checkExisting(context), ...checkProducers(context), ...checkMakers(context), ...checkLots(context)];
}
