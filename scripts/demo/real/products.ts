import { idOf, type NewRecord, type Plan } from '../plan.ts';
import { cell, type Row } from '../readTable.ts';
import { criteriaSetsOf, numbers, published, slugs, type Tables } from './tables.ts';

/** Real products. Their criteria sets are our own classification and marked so. */
export function productsPlan({ set, rows }: Tables): Plan {
  const slugOf = slugs();
  const criteriaSets = criteriaSetsOf(set);
  const recognised = new Set(rows('recognitions').map((row) => cell(row, 'product')));
  const products = rows('products').map((row): NewRecord => {
    const key = cell(row, 'key');
    return {
      id: idOf('products', `${set} ${key}`),
      name: cell(row, 'name'),
      slug: slugOf(cell(row, 'name')),
      // Many sources name no maker; nobody stands in for one.
      producer: cell(row, 'producer') === '' ? '' : idOf('producers', `${set} ${cell(row, 'producer')}`),
      criteria_set: criteriaSets.get(key) ?? 0,
      criteria_set_ours: true,
      programme_state: recognised.has(key) ? 'recognised' : '',
      description: cell(row, 'description'),
      ...published(row),
    };
  });
  return { products };
}

/** A decision is told by its number, else by its day and the page that reports it; a year alone makes none. */
function decisionKey(row: Row): string {
  const number = cell(row, 'decision_number');
  const day = cell(row, 'decided_on');
  if (number === '' && day === '') return '';
  return [number, day, number === '' ? cell(row, 'source_url') : ''].join(' ');
}

/** Recognitions that a source states, none for stars it does not state. */
export function recognitionsPlan({ set, rows }: Tables): Plan {
  const decisions = new Map<string, NewRecord>();
  const recognitions = rows('recognitions').map((row): NewRecord => {
    const key = decisionKey(row);
    const decision = key === '' ? '' : idOf('decisions', `${set} ${key}`);
    if (key !== '' && !decisions.has(key)) {
      const { source_url } = published(row);
      const numberAndDay = { number: cell(row, 'decision_number'), decided_on: cell(row, 'decided_on') };
      decisions.set(key, { id: decision, ...numberAndDay, kind: 'recognition', source_url });
    }
    return {
      id: idOf('recognitions', `${set} ${cell(row, 'facts')}`),
      product: idOf('products', `${set} ${cell(row, 'product')}`),
      decision,
      ...numbers(row, ['stars', 'score']),
      issued_on: cell(row, 'issued_on'),
      source_url: published(row).source_url,
    };
  });
  return { decisions: [...decisions.values()], recognitions };
}
