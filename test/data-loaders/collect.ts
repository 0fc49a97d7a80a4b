import type { ColumnTable } from 'arquero';
import type { ByteArray } from '../../src/lib/datasets/array-dataset.js';
import { checkRows, type Row } from '../../src/lib/experiment/column.js';
import type { Experiment, Parameters } from '../../src/lib/experiment/experiment.js';

/** Runs every part of an experiment and gathers the rows of each table, checked against its columns. */
export async function collect<P extends Parameters>(
  { definition, run }: Experiment<P>,
  params: P,
  seed = 1,
  dataset?: ColumnTable,
  arrays: Readonly<Record<string, ByteArray>> = {},
): Promise<Record<string, Row[]>> {
  const tables: Record<string, Row[]> = {};
  for (const name of Object.keys(definition.tables)) tables[name] = [];
  for (const part of definition.parts(params)) {
    const { signal } = new AbortController();
    const open = async (name: string) => {
      if (!dataset || !definition.datasets?.(params).includes(name)) throw new Error(`no data set ${name}`);
      return dataset;
    };
    const array = async (name: string) => {
      if (!(name in arrays) || !definition.datasets?.(params).includes(name))
        throw new Error(`no array ${name}`);
      return arrays[name];
    };
    for await (const event of run({ params, part, seed, signal, dataset: open, array })) {
      if (!('table' in event)) continue;
      checkRows(event.table, definition.tables[event.table].columns, event.rows);
      tables[event.table].push(...event.rows);
    }
  }
  return tables;
}
