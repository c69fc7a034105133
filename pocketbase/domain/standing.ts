/**
 * What stands beside releases and outlives a roll-back: recalled and withdrawn lots, and personal items taken back. Written by a PocketBase hook the
 * moment a record changes, asked for by pages, and applied to a release's pages whenever one is made live.
 */
import type { Day } from './rules/day.ts';
import type { WithheldItem } from './snapshot.ts';

/** A recall as the public is told. `at`: milliseconds since 1970. */
export interface RecallNotice {
  lot: string;
  at: number;
  reason: string;
  phone: string;
}

/** A lot out of circulation, as the public is told. */
export interface WithdrawalNotice {
  lot: string;
  /** The day from which. */
  day: Day;
  reason: string;
}

export interface Standing {
  /** Lot id → notice. By id: trace codes are listed nowhere. */
  recalled: Record<string, RecallNotice>;
  /** Producer id → items that a release may still show but nobody may see any more. */
  withdrawn: Record<string, WithheldItem[]>;
  /** Lot id → notice of its withdrawal. A file from before there were any has none. */
  lotsWithdrawn?: Record<string, WithdrawalNotice>;
}
