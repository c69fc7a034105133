/** The licence of the open data: the office's choice, said in one place. */
export const LICENCE = {
  short: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
