/** The office's own texts: about, privacy, accessibility, terms. */
import type { Words } from '../vi.ts';

export const texts: Words['texts'] = {
  titles: { about: 'About', privacy: 'Privacy', accessibility: 'Accessibility', terms: 'Terms' },
  description: (title, province) => `${title}: OCOP catalogue of ${province}.`,
  empty: (office) => `${office} has not written this text yet.`,
};
