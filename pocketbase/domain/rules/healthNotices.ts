/** Which letters about the server's health are due: one a failure and day, one when it is well again, and none in between. */
import type { Day } from './day.ts';
import { HEALTH_PARTS, type Health, type HealthPart, isKnownWell } from './health.ts';

/** What was told of a part: on which day last, and whether its end is still to be told. */
export type Told = Partial<Record<HealthPart, { day: Day; isOpen: boolean }>>;

/** What is to be told now, and what is told once it is. */
export interface Notices {
  ill: HealthPart[];
  well: HealthPart[];
  told: Told;
}

/** `told` is what earlier letters said. A failure that lasts is told again the next day; one that comes and goes, once a day. */
export function noticesDue(health: Health, told: Told, today: Day): Notices {
  const next: Told = { ...told };
  const ill: HealthPart[] = [];
  const well: HealthPart[] = [];
  for (const name of HEALTH_PARTS) {
    const earlier = told[name];
    if (!health[name].isWell) {
      if (earlier !== undefined && earlier.day === today) continue;
      ill.push(name);
      next[name] = { day: today, isOpen: true };
    } else if (earlier?.isOpen && isKnownWell(health[name])) {
      well.push(name);
      next[name] = { day: earlier.day, isOpen: false };
    }
  }
  return { ill, well, told: next };
}
