import type { ArrayDataset } from './array-dataset.js';
import type { Dataset } from './dataset.js';
import { mnist } from './mnist.js';
import { datasets as tables } from './registry.js';

/** A data set of either form; a table is told by its `columns`. */
export type RegisteredDataset = Dataset | ArrayDataset;

/** Every data set that an experiment may name, tables and arrays. */
export const registered: readonly RegisteredDataset[] = [...tables, ...mnist];

/** Those that a name on a command line means: the data set of that name, or all of a collection. */
export function datasetsNamed(name: string): readonly RegisteredDataset[] {
  return registered.filter(
    (dataset) => dataset.name === name || ('collections' in dataset && dataset.collections.includes(name)),
  );
}
