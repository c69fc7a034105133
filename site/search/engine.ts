/** All that the search box needs once somebody turns to it, as one file to fetch. */
export { drawOptions } from './drawOptions.ts';
export { loadSearch } from './load.ts';
export { offerFor } from './options.ts';
