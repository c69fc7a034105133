/** GS1 Digital Link addresses: which there are, and the record behind one. GTINs stand in them with 14 digits, in records as printed. */
import { gtinToGtin14, isGtin, isStaticLotNumber } from '#domain/rules/gs1.ts';
import type { PublicVariant } from '#domain/snapshot.ts';
import { all, byId, findByKey, related } from '#site/snapshot.ts';

const GTIN_LENGTHS = [14, 13, 12, 8];

/** The pack of a GTIN in 14 digits; throws where the snapshot holds none. */
export function variantByGtin14(gtin14: string): PublicVariant {
  for (const length of GTIN_LENGTHS) {
    const variant = findByKey('pack_variants', gtin14.slice(-length));
    if (variant !== undefined && gtinToGtin14(variant.gtin) === gtin14) return variant;
  }
  throw new Error(`The snapshot has no pack with GTIN ${gtin14}.`);
}

/** Every GTIN of the snapshot in 14 digits, each once. */
export function allGtin14(): string[] {
  return [...new Set(all('pack_variants').flatMap(({ gtin }) => (isGtin(gtin) ? [gtinToGtin14(gtin)] : [])))];
}

/** GTIN and lot number of every lot whose number can be a static address; the server leads all others to their trace page. */
export function allStaticLots(): { gtin14: string; lot: string }[] {
  return all('lots').flatMap(({ variant, lot_number, trace_code }) => {
    const gtin = byId('pack_variants', variant)?.gtin ?? '';
    if (!isGtin(gtin) || trace_code === '' || !isStaticLotNumber(lot_number)) return [];
    return [{ gtin14: gtinToGtin14(gtin), lot: lot_number }];
  });
}

/** The trace code of a lot by its Digital Link address; throws where there is none. */
export function traceCodeOf(gtin14: string, lotNumber: string): string {
  const lot = related('lots', 'variant', variantByGtin14(gtin14).id).find((each) => each.lot_number === lotNumber);
  if (lot === undefined) throw new Error(`The snapshot has no lot ${lotNumber} of GTIN ${gtin14}.`);
  return lot.trace_code;
}
