import { formerDistrictOf } from '../communes.ts';
import { idOf, type Plan } from '../plan.ts';
import type { Setting } from './setting.ts';

/** Fictional targets: of the province, of a former district and of a commune. */
export function targetsPlan({ fictional, communeAt }: Setting): Plan {
  const targets = fictional.targets.map(({ place, area, ...fields }, index) => {
    const commune = communeAt(place ?? 0);
    return {
      ...fields,
      id: idOf('targets', `fictional ${index}`),
      commune: area === 'commune' ? commune.id : '',
      former_area: area === 'former_area' ? formerDistrictOf(commune.code) : '',
      demonstration: true,
    };
  });
  return { targets };
}
