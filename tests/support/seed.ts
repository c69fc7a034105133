/**
 * All properties of a run make their cases from one seed, the same each time, so that no `npm test` depends on luck; `npm run fuzz` draws
 * another. vitest loads this before every test file: none can forget it.
 */
import fc from 'fast-check';
import { times } from './cases.ts';

export const USUAL_SEED = 20_261_201;

const seed = Number(process.env['OCOP_SEED'] ?? USUAL_SEED);
if (!Number.isInteger(seed)) throw new Error('OCOP_SEED is a whole number.');

// fast-check's own hundred cases grow with the others.
fc.configureGlobal({ seed, ...times(100) });
