import type { Problem } from '#domain/release.ts';
import { contradictions, isPretendedGtin, PRETENDED_GTIN_WORDS } from '#domain/rules/contradictions.ts';
import { isTraceCode } from '#domain/rules/traceCode.ts';
import { type CheckContext, plainRecords, problemAt, type SelectedCollection } from './context.ts';

const TRACE = 'Mã truy xuất gõ chưa đúng, tem mang mã này sẽ bị báo sai.';

function checkGtins({ office, selection }: CheckContext): Problem[] {
  const fictional = new Set(selection.products.filter((each) => each.demonstration).map((each) => each.id));
  return selection.pack_variants
    .filter(({ gtin, product }) => isPretendedGtin(gtin, fictional.has(product)))
    .map((variant) => problemAt(office, 'error', 'pack_variants', variant, 'gtin', PRETENDED_GTIN_WORDS));
}

function checkTraceCodes({ office, selection }: CheckContext): Problem[] {
  return selection.lots
    .filter((lot) => !isTraceCode(lot.trace_code))
    .map((lot) => problemAt(office, 'error', 'lots', lot, 'trace_code', TRACE));
}

/** No public record contradicts itself. All this is refused where it is written; an old backup, or a program past the hooks, may bring it. */
export function checkContradictions(context: CheckContext): Problem[] {
  const { office, selection } = context;
  const within = (Object.keys(selection) as SelectedCollection[]).flatMap((collection) =>
    plainRecords(selection, collection).flatMap((record) =>
      contradictions(collection, record).map(({ field, message }) =>
        problemAt(office, 'error', collection, record, field, message),
      ),
    ),
  );
  return [...within, ...checkGtins(context), ...checkTraceCodes(context)];
}
