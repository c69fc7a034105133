/** Which day it is in Hanoi for a page that is being read. The server's clock is believed, the phone's only where no server answers. */
import { type Day, hanoiDay } from '#domain/rules/day.ts';

const MS_PER_DAY = 86_400_000;

export interface OpenedOn {
  day: Day;
  /** The phone's clock cannot be right. */
  clockOdd: boolean;
  /** Whether a server told the day. */
  certain: boolean;
}

/**
 * `serverMs`: the `Date` header of an answer just given, null without one. `notBefore`: a day that had surely come when the page was
 * made; a clock that runs behind it takes nothing back, so that a certificate that has ended never looks in force again.
 */
export function openedOn(phoneMs: number, serverMs: number | null, notBefore: Day): OpenedOn {
  const phoneDay = hanoiDay(phoneMs);
  const told = serverMs === null ? phoneDay : hanoiDay(serverMs);
  const differs = serverMs !== null && Math.abs(phoneMs - serverMs) > MS_PER_DAY;
  return {
    day: told < notBefore ? notBefore : told,
    clockOdd: differs || phoneDay < notBefore,
    certain: serverMs !== null,
  };
}

/** One panel that the page may turn to. */
export interface TurnTo {
  from: Day;
  /** Better news: only a server's clock may turn to it. */
  serverOnly: boolean;
}

/** Index of the panel to show on a day, -1 for the one that stands there already. Turns come in the order of their days. */
export function turnOn(turns: readonly TurnTo[], { day, certain }: OpenedOn): number {
  let shown = -1;
  turns.forEach((turn, index) => {
    if (turn.from <= day && (certain || !turn.serverOnly)) shown = index;
  });
  return shown;
}
