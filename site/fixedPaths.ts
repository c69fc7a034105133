/** The addresses that scripts on every page ask. Apart from paths.ts, so that phones need not load all the others. */

/** Recalled lots and withdrawn personal data, written beside releases the moment a record changes. */
export const STANDING_PATH = '/tinh-trang.json';

/** The service worker; at the root, so that it may answer for every page. */
export const WORKER_PATH = '/sw.js';
