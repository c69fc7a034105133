/** Collections that imports read, each after those that its records point at. */
export const IMPORTED = [
  'producers',
  'producer_contacts',
  'products',
  'pack_variants',
  'decisions',
  'recognitions',
  'certificates',
  'growing_areas',
  'lots',
  'sales_points',
  'fairs',
  'platforms',
  'listings',
  'addresses',
  'criteria',
  'rounds',
  'evaluations',
] as const;

const ONLY_READ: readonly string[] = ['criteria', 'rounds'];

/** Whether imports may write records of a collection; whose word each is the table of access says. */
export function isImportWritten(collection: string): boolean {
  const all: readonly string[] = IMPORTED;
  return all.indexOf(collection) >= 0 && ONLY_READ.indexOf(collection) < 0;
}
