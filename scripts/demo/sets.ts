/** The provinces a demonstration can show, by their official codes since 1 July 2025. */
export const DEMONSTRATION_SETS = {
  'bac-ninh': { province: 'Bắc Ninh', provinceEn: 'Bac Ninh', code: '24' },
  'quang-ninh': { province: 'Quảng Ninh', provinceEn: 'Quang Ninh', code: '22' },
  'nghe-an': { province: 'Nghệ An', provinceEn: 'Nghe An', code: '40' },
} as const;
export type DemonstrationSet = keyof typeof DEMONSTRATION_SETS;

/** Whether a name given on the command line is one of the sets. */
export function isDemonstrationSet(name: string): name is DemonstrationSet {
  return Object.hasOwn(DEMONSTRATION_SETS, name);
}
