import { dayToEnglish, instantToEnglish } from '#domain/englishDay.ts';
import { dayToVietnamese, instantToVietnamese } from '#domain/rules/day.ts';
import type { PublicLot } from '#domain/snapshot.ts';
import type { Language, VerdictWordFacts } from '#domain/verdictWords.ts';
import { settings } from '#site/snapshot.ts';

/** PocketBase writes instants as `2026-11-20 02:15:00.000Z`. */
function instantToMs(instant: string): number {
  return Date.parse(instant.replace(' ', 'T'));
}

/** What a lot's record says of its recall; the number to call is the lot's own, else the office's: nobody's personal one. */
export function recallNotice(lot: PublicLot, language: Language): NonNullable<VerdictWordFacts['recall']> {
  const tell = language === 'vi' ? instantToVietnamese : instantToEnglish;
  return {
    lot: lot.lot_number,
    at: lot.recalled_at === '' ? '' : tell(instantToMs(lot.recalled_at)),
    reason: lot.recall_reason,
    phone: lot.recall_phone || settings().office_phone,
  };
}

/** What a lot's record says of its withdrawal; nothing of one that is not withdrawn. */
export function withdrawalNotice(lot: PublicLot, language: Language): VerdictWordFacts['withdrawal'] {
  if (lot.state !== 'withdrawn') return undefined;
  const tell = language === 'vi' ? dayToVietnamese : dayToEnglish;
  return { lot: lot.lot_number, day: tell(lot.withdrawn_on), reason: lot.withdrawal_reason };
}
