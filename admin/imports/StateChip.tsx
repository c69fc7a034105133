import { IMPORT_STATES, type ImportRun } from '#domain/importRun.ts';
import { Chip } from '../ui/states.tsx';

const TONES: Readonly<Record<ImportRun['state'], 'neutral' | 'good' | 'bad' | 'waiting'>> = {
  queued: 'waiting',
  reading: 'waiting',
  dry: 'neutral',
  applied: 'good',
  undone: 'neutral',
  failed: 'bad',
};

/** Where an import stands, in a word. */
export function StateChip({ state }: { state: ImportRun['state'] }) {
  return <Chip tone={TONES[state]}>{IMPORT_STATES[state]}</Chip>;
}
