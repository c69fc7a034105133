import type { Reading } from '#scripts/import/cells/reading.ts';

/** How cells with a known meaning were read, by kind of cell. */
export interface Tally {
  /** Counts one cell: `told` is what the reader's value says, in the words of the expectation. */
  count<T>(kind: string, cell: string, expected: string, reading: Reading<T>, told: (value: T) => string): void;
  lines(): string[];
  wrong: string[];
  shareRight(): number;
}

type Fate = 'right' | 'asked' | 'refused' | 'wrong';

export function tally(): Tally {
  const kinds = new Map<string, Record<Fate, number>>();
  const wrong: string[] = [];
  const total = (fate: Fate) => [...kinds.values()].reduce((sum, each) => sum + each[fate], 0);
  const all = () => total('right') + total('asked') + total('refused') + total('wrong');
  const line = (name: string, of: Record<Fate, number>) =>
    `${name.padEnd(34)} ${String(of.right).padStart(6)} ${String(of.asked).padStart(6)} ${String(of.refused).padStart(8)} ${String(of.wrong).padStart(6)}`;

  return {
    wrong,
    count(kind, cell, expected, reading, told) {
      const fates = kinds.get(kind) ?? { right: 0, asked: 0, refused: 0, wrong: 0 };
      kinds.set(kind, fates);
      if (reading.status === 'ask') fates.asked += 1;
      else if (reading.status === 'refuse') fates.refused += 1;
      else if (told(reading.value) === expected) fates.right += 1;
      else {
        fates.wrong += 1;
        wrong.push(`${kind}: “${cell}” read as “${told(reading.value)}”, not “${expected}”`);
      }
    },
    lines: () => [
      `${'cells with a known meaning'.padEnd(34)}  right  asked  refused  wrong`,
      ...[...kinds].map(([name, fates]) => line(name, fates)),
      line('all', { right: total('right'), asked: total('asked'), refused: total('refused'), wrong: total('wrong') }),
    ],
    shareRight: () => total('right') / all(),
  };
}
