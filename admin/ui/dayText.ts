/** Calendar days between the way they are kept (`2026-09-15`, `2026-09`, `2026`) and the way people write them. */

const pad = (digits: string) => digits.padStart(2, '0');

const WHOLE_DAY = /^(?:ngày\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/i;
const MONTH = /^(?:tháng\s+)?(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/i;
const YEAR = /^(?:năm\s+)?(\d{4})$/i;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const KEPT = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const CLOCK = /^(.*?)[\s,T]+(\d{1,2})(?::|h|g|\s+giờ\s*)(\d{2})?$/i;

/** `5/9/2026` → `2026-09-05`, `9/2026` → `2026-09`, `2026`; null for what is no date. Whether the day exists is the schema's affair. */
export function textToDay(text: string): string | null {
  const tidy = text.normalize('NFC').trim();
  if (tidy === '' || KEPT.test(tidy)) return tidy;
  const whole = WHOLE_DAY.exec(tidy) ?? DIGITS.exec(tidy);
  if (whole !== null) return `${whole[3]}-${pad(whole[2] ?? '')}-${pad(whole[1] ?? '')}`;
  const month = MONTH.exec(tidy);
  if (month !== null) return `${month[2]}-${pad(month[1] ?? '')}`;
  return YEAR.exec(tidy)?.[1] ?? null;
}

/** A day, with `HH:mm` after a whole one when `withTime` allows it. */
export function textToMoment(text: string, withTime: boolean): string | null {
  const clock = withTime ? CLOCK.exec(text.normalize('NFC').trim()) : null;
  if (clock === null) return textToDay(text);
  const day = textToDay(clock[1] ?? '');
  const hour = Number(clock[2]);
  const minute = Number(clock[3] ?? '0');
  if (day === null || day.length !== 10 || hour > 23 || minute > 59) return null;
  return `${day} ${pad(String(hour))}:${pad(String(minute))}`;
}

/** The kept form as people write it; anything else comes back unchanged. */
export function momentToText(kept: string): string {
  const [day = '', clock] = kept.split(' ');
  if (!KEPT.test(day)) return kept;
  const written = day.split('-').reverse().join('/');
  return clock === undefined ? written : `${written} ${clock}`;
}
