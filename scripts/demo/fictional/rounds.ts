import type { Criterion } from '#domain/criterion.ts';
import { CURRENT_CRITERIA, scoredCriteria } from '#domain/criterion.ts';
import { addDays, type Day } from '#domain/rules/day.ts';
import { dossierLines } from '#domain/rules/dossier.ts';
import { seededCriteria } from '../../seed/criteria.ts';
import { idOf, type NewRecord, type Plan } from '../plan.ts';
import type { Setting } from './setting.ts';

interface FictionalResult {
  product: string;
  set: number;
  state: 'candidate' | 'dossier_complete' | 'scored';
  /** Points that each criterion loses of its most, by code; without it nothing is scored yet. */
  loses?: Readonly<Record<string, number>>;
  /** Days since the dossier was complete. */
  fullFor?: number;
}

/** Made up, like the products: one held back by a gate, one with the points and papers of five stars, one of three, two on the way. */
const RESULTS: readonly FictionalResult[] = [
  {
    product: 'com-chay',
    set: 5,
    state: 'scored',
    fullFor: 30,
    loses: { '1.1': 2, '2.1': 2, '4.1': 3, '5.1': 3, '6.1': 2 },
  },
  { product: 'mat-ong-hoa-rung', set: 4, state: 'scored', fullFor: 28, loses: { '1.2': 0.5, '4.3': 1 } },
  { product: 'ruou-mo', set: 15, state: 'dossier_complete', fullFor: 12 },
  { product: 'tui-tho-cam', set: 22, state: 'candidate' },
  { product: 'ca-chep-koi', set: 25, state: 'candidate' },
];

function pointsOf(set: number, loses: Readonly<Record<string, number>>): Record<string, number> {
  const lines = seededCriteria().filter((line) => line.criteria_set === set) as unknown as Criterion[];
  return Object.fromEntries(
    scoredCriteria(lines).map(({ code, maxPoints }) => [code, Math.max(0, maxPoints - (loses[code] ?? 0))]),
  );
}

/** Every paper of a complete dossier, five stars' ones included. */
function papersOf(set: number) {
  return dossierLines('upgrade', set, 5)
    .filter((line) => line.isNeeded)
    .map(({ item }) => ({ item, state: 'present' as const, note: '' }));
}

function resultOf(round: string, today: Day, { product, set, state, loses, fullFor }: FictionalResult): NewRecord {
  return {
    id: idOf('evaluations', product),
    round,
    product: idOf('products', product),
    criteria_version: CURRENT_CRITERIA,
    criteria_set: set,
    state,
    ...(fullFor === undefined ? {} : { full_dossier_on: addDays(today, -fullFor), dossier: papersOf(set) }),
    ...(loses === undefined ? {} : { points: pointsOf(set, loses) }),
  };
}

/** A fictional round of the half-year of loading, marked as such, with products of fictional makers. */
export function roundsPlan({ today }: Setting): Plan {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const id = idOf('rounds', 'fictional');
  const number = month <= 6 ? 1 : 2;
  const name = `Đợt ${number} năm ${year} (minh họa)`;
  return {
    rounds: [{ id, name, level: 'province', year, number, state: 'open', demonstration: true }],
    evaluations: RESULTS.map((result) => resultOf(id, today, result)),
  };
}
