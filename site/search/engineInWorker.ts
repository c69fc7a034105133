/** The same as engine.ts for a large catalogue: the search itself runs in a worker and is not part of this file. */
export { drawOptions } from './drawOptions.ts';
export { loadFinder } from './finderInWorker.ts';
export { offerFor } from './options.ts';
