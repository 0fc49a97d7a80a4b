import type { ShelfPaper } from './shelf-paper.js';

/** Papers that were added to the shelf, in the order in which they came: `litmus new` appends here. */
export const added: readonly ShelfPaper[] = [];
