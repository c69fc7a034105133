/** All rules, as the bundle that PocketBase's hooks require holds them. */
export * from './address.ts';
export * from './consent.ts';
export * from './day.ts';
export * from './fold.ts';
export * from './gs1.ts';
export * from './mapTiles.ts';
export * from './openingHours.ts';
export * from './place.ts';
export * from './revision.ts';
export * from './revisionTriggers.ts';
export * from './served.ts';
export * from './slug.ts';
export * from './stars.ts';
export * from './term.ts';
export * from './traceCode.ts';
export * from './verdict.ts';
