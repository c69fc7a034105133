/**
 * The criteria sets of Decision 26/2026/QĐ-TTg (Annex II), numbers and short labels: what every installation begins with, brought again
 * without harm. Sets of a later decision would stand in a file beside, under its own version.
 */
import type PocketBase from 'pocketbase';
import { type Criterion, CURRENT_CRITERIA } from '#domain/criterion.ts';
import { idOf } from '../demo/plan.ts';
import { cell, readTable } from '../demo/readTable.ts';

type Line = Omit<Criterion, 'created' | 'updated' | 'version'>;

const FILES = { [CURRENT_CRITERIA]: new URL('./criteria-26-2026.csv', import.meta.url) };

/** Every line of every version, as it is kept. */
export function seededCriteria(): Line[] {
  return Object.entries(FILES).flatMap(([version, file]) =>
    readTable(file).map((row, index): Line => {
      const [set, code] = [Number(cell(row, 'set')), cell(row, 'code')];
      return {
        id: idOf('criteria', `${version} ${set} ${code}`),
        criteria_version: version,
        criteria_set: set,
        position: index + 1,
        part: cell(row, 'part') as Line['part'],
        code,
        label: cell(row, 'label'),
        max_points: Number(cell(row, 'max_points')),
        is_heading: cell(row, 'is_heading') !== '',
        least_for_3: Number(cell(row, 'least_for_3')),
        least_for_4: Number(cell(row, 'least_for_4')),
        least_for_5: Number(cell(row, 'least_for_5')),
      };
    }),
  );
}

/** Brings the lines that are not there yet; one that an admin changed stays as it is. Returns how many were made. */
export async function seedCriteria(pb: PocketBase): Promise<number> {
  const kept = await pb
    .collection<Line>('criteria')
    .getFullList({ batch: 1_000, fields: 'criteria_version,criteria_set,code', requestKey: null });
  const key = (line: Pick<Line, 'criteria_version' | 'criteria_set' | 'code'>) =>
    `${line.criteria_version} ${line.criteria_set} ${line.code}`;
  const known = new Set(kept.map(key));
  const lines = seededCriteria().filter((line) => !known.has(key(line)));
  if (lines.length === 0) return 0;
  const { made } = await pb.send('/api/ocop/criteria', { method: 'POST', body: { lines }, requestKey: null });
  return made;
}
