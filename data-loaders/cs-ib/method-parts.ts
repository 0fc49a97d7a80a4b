import type { DatasetId, MethodId } from '../../src/papers/cs-ib/tables.js';

/** A part for every data set and method, whose networks are trained as one ensemble. @param cost relative to other parts */
export function methodParts<M extends MethodId>(
  datasets: readonly DatasetId[],
  methods: readonly M[],
  cost: (dataset: DatasetId, method: M) => number,
) {
  return datasets.flatMap((dataset) =>
    methods.map((method) => ({
      id: `${dataset}-${method}`,
      cost: cost(dataset, method),
      of: { dataset, method },
    })),
  );
}
