/** How many cases properties are tried on. OCOP_CASES asks for more of them, 100,000 standing for what `npm test` tries. */
const USUAL = 100_000;
const scale = Number(process.env['OCOP_CASES'] ?? USUAL) / USUAL;
/** Even where few are asked for, some are tried. */
const LEAST = 20;

/** So many cases of one property, more or fewer with OCOP_CASES. */
export const times = (usual: number) => ({ numRuns: Math.max(LEAST, Math.round(usual * scale)) });

/** A guard against hanging, in milliseconds, raised together with the cases. */
export const patience = (usualMs: number) => Math.round(usualMs * Math.max(1, scale));
