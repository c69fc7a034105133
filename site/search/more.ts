/** What the catalogue needs beyond the rows of the search, in the order of their products. */
export interface ShippedMore {
  /** Address of the picture in lists; empty where the set's print stands in. */
  pictures: string[];
  /** Schemes of the papers in force, parted by spaces. */
  schemes: string[];
  /** Where it is sold: {@link AT_SALES_POINTS} and platforms, parted by spaces. */
  sold: string[];
  /** Code of a platform → its name. */
  platforms: Record<string, string>;
}

/** Sold at a sales point of the catalogue. No platform has such a code: theirs begin with a letter and a dash. */
export const AT_SALES_POINTS = 'diem-ban';

/** Where nothing more was asked for. */
export const NO_MORE: ShippedMore = { pictures: [], schemes: [], sold: [], platforms: {} };
