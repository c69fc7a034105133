/** A verdict and its later turns as other programs read them: who reads the file on a later day takes the last turn that has come. */
import type { Turn } from '#site/trace/verdictTurns.ts';
import { withoutPersons } from './withoutPersons.ts';

export interface OpenTurn {
  /** First day on which it holds; null for the one that held when the file was made. */
  tu_ngay: string | null;
  ma: string;
  /** Stars in force; null where there are none. */
  sao: number | null;
  tieu_de: string;
  noi_dung: string;
  viec_can_lam: string | null;
}

function toOpen({ from, words, stars }: Turn, index: number): OpenTurn {
  return {
    tu_ngay: index === 0 ? null : from,
    // "Expires soon" is in force; only the pages count down.
    ma: words.state === 'expiresSoon' ? 'valid' : words.state,
    sao: stars,
    tieu_de: words.headline,
    noi_dung: withoutPersons(words.fact),
    viec_can_lam: words.advice === '' ? null : withoutPersons(words.advice),
  };
}

const told = ({ tu_ngay: _, ...rest }: OpenTurn) => JSON.stringify(rest);

/** The turns in the order of their days, those that change nothing left out. */
export function openTurns(turns: readonly Turn[]): OpenTurn[] {
  const open = turns.map(toOpen);
  return open.filter((turn, index) => {
    const before = open[index - 1];
    return before === undefined || told(before) !== told(turn);
  });
}
