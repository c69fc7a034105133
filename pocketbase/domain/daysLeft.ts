/** "… (còn 12 ngày)": the only words that change from day to day. Pages hold them as a pattern, a script says the number. */
export interface DaysLeftWords {
  /** On the last day. */
  none: string;
  one: string;
  /** `{{days}}` stands for the number. */
  many: string;
}

/** The words for a number of days; nothing once the last day is over. */
export function sayDaysLeft(days: number, words: DaysLeftWords): string {
  if (days < 0) return '';
  if (days < 2) return days === 0 ? words.none : words.one;
  return words.many.replace('{{days}}', String(days));
}
