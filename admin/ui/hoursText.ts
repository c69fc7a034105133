/** The opening hours of one day between spans and text: `07:30–11:30, 13:30–17:00`; an empty text is a closed day. */

export interface Span {
  opens: string;
  closes: string;
}

const SPAN = /^(\d{1,2})(?:[:h.](\d{2})?)?\s*(?:-|–|—|đến|tới)\s*(\d{1,2})(?:[:h.](\d{2})?)?$/i;

function clock(hour: string | undefined, minute: string | undefined): string | null {
  const hours = Number(hour);
  const minutes = Number(minute ?? '0');
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** The spans of a text; null for what cannot be read. */
export function textToSpans(text: string): Span[] | null {
  const spans: Span[] = [];
  const tidy = text.normalize('NFC').trim();
  if (tidy === '' || /^(nghỉ|đóng cửa)$/i.test(tidy)) return spans;
  for (const part of tidy.split(/\s*[,;]\s*/)) {
    const match = SPAN.exec(part);
    const opens = match === null ? null : clock(match[1], match[2]);
    const closes = match === null ? null : clock(match[3], match[4]);
    if (opens === null || closes === null || closes <= opens) return null;
    spans.push({ opens, closes });
  }
  return spans;
}

export function spansToText(spans: readonly Span[]): string {
  return spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
}
