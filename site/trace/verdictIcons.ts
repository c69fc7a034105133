/** One drawing per kind of verdict, on a 48 × 48 sheet: a firm shape in the panel's ink, the sign cut out of it. No two share an outline. */
import type { VerdictIcon } from '#domain/verdictWords.ts';

/** `shape` is filled with the ink; `sign` is a line in the colour of the ground. */
export interface IconDrawing {
  shape: string;
  sign: string;
}

const CALENDAR = 'M12 3h5v4h14V3h5v4h6a2 2 0 0 1 2 2v33a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h6z';

export const VERDICT_ICONS: Record<VerdictIcon, IconDrawing> = {
  check: { shape: 'M24 2a22 22 0 1 1-.1 0z', sign: 'M13 25l8 8 15-17' },
  hourglass: {
    shape: 'M9 2h30v6c0 8-6 12-10 16 4 4 10 8 10 16v6H9v-6c0-8 6-12 10-16C15 20 9 16 9 8z',
    sign: 'M18 11h12M19 39h10',
  },
  calendarOff: { shape: CALENDAR, sign: 'M4 17h40M15 30h18' },
  sealOff: {
    shape: 'M24 1l6 5 8-1 2 8 7 4-3 7 3 7-7 4-2 8-8-1-6 5-6-5-8 1-2-8-7-4 3-7-3-7 7-4 2-8 8 1z',
    sign: 'M17 17l14 14M31 17L17 31',
  },
  stop: { shape: 'M15 2h18l13 13v18L33 46H15L2 33V15z', sign: 'M16 16l16 16M32 16L16 32' },
  calendarPast: { shape: CALENDAR, sign: 'M4 17h40M18 24l12 12M30 24L18 36' },
  stampOff: { shape: 'M4 4h40v40H4z', sign: 'M12 12h7v7h-7zM29 12h7v7h-7zM12 29h7v7h-7zM4 44L44 4' },
  question: {
    shape: 'M8 4h32a5 5 0 0 1 5 5v26a5 5 0 0 1-5 5H26l-9 7v-7H8a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5z',
    sign: 'M18 18c0-8 13-8 13 0 0 5-7 5-7 10M24 33v2',
  },
  pencil: { shape: 'M34 3l11 11-28 28-13 3 3-13z', sign: 'M29 10l9 9' },
  clock: { shape: 'M12 2h24l10 12v20L36 46H12L2 34V14z', sign: 'M24 12v13l9 5' },
  boxOff: { shape: 'M7 12l6-8h22l6 8v32H7z', sign: 'M7 13h34M17 24l14 14M31 24L17 38' },
  noStar: { shape: 'M24 2l7 14 15 2-11 11 3 16-14-8-14 8 3-16L2 18l15-2z', sign: 'M16 27h16' },
};

/** One block with a star cut out, as a printer would, on a 22 × 20 sheet: as many stand side by side as there are stars. */
export const STAR_BLOCK =
  'M2 .5L11.3.1l8.6.8.4 9.1-.9 9-9.3.5-8.1-.2L1.3 9.4zM11 3.2l1.9 4.6 4.7.6-3.3 3.2.6 4.3L11 14l-4.1 2.1 1.2-4.7-3.5-3L9.2 8z';
