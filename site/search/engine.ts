/** All that the search box needs once somebody turns to it, as one file to fetch. */
export { drawOptions } from './drawOptions.ts';
export { loadFinder } from './finder.ts';
export { offerFor } from './options.ts';
