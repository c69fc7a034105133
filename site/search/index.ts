/** Search over rows, the interface that pages know: what a person typed, with or without marks, to hits and what was corrected. */
export { createSearch, type Search } from './engine/searchRows.ts';
