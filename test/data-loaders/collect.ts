import type { ColumnTable } from 'arquero';
import { observeCompilation } from '../../src/lib/compute/compiler/repeated-step.js';
import type { ByteArray } from '../../src/lib/datasets/array-dataset.js';
import { checkRows, type Row, type RowsOf, type TableSchemas } from '../../src/lib/experiment/column.js';
import type { Context, Definition, Parameters, Part, RunEvent } from '../../src/lib/experiment/experiment.js';

interface Runnable<P extends Parameters, T extends TableSchemas, Q extends Part> {
  readonly definition: Definition<P, T, Q>;
  run(context: Context<P, Q>): AsyncGenerator<RunEvent<T>, void, void>;
}

/**
 * Runs every part of an experiment and gathers the rows of each table, checked against its columns and typed by them.
 *
 * @throws {Error} where it trains by a step that WebAssembly could not compile: it would be many times slower
 */
export async function collect<P extends Parameters, T extends TableSchemas, Q extends Part>(
  { definition, run }: Runnable<P, T, Q>,
  params: P,
  seed = 1,
  dataset?: ColumnTable,
  arrays: Readonly<Record<string, ByteArray>> = {},
): Promise<RowsOf<T>> {
  const tables: Record<string, Row[]> = {};
  for (const name of Object.keys(definition.tables)) tables[name] = [];
  observeCompilation(({ because }) => {
    if (because !== undefined) throw new Error(`a training step is not compiled: ${because}`);
  });
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
      const name = String(event.table);
      checkRows(name, definition.tables[name].columns, event.rows);
      tables[name].push(...event.rows);
    }
  }
  observeCompilation(undefined);
  return tables as RowsOf<TableSchemas> as RowsOf<T>;
}
