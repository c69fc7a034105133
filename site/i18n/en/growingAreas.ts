/** Growing areas and packing houses. */
import type { Words } from '../vi.ts';

export const growingAreas: Words['growingAreas'] = {
  title: 'Growing areas and packing houses with codes',
  lead: 'Codes issued by the authorities and still valid. Places are told no closer than the commune or ward.',
  withheld: 'Code not shown, as asked',
  hectares: (area) => `${area} ha`,
  market: 'Market',
  issued: (day) => `Issued ${day}`,
};
