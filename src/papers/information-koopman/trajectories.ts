/** Trajectories of equal length: `[count, samples, dimension]`, row-major. */
export interface Trajectories {
  readonly values: Float32Array | Float64Array;
  readonly count: number;
  readonly samples: number;
  readonly dimension: number;
}

/** Mean and deviation of each coordinate. */
export interface Scaling {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Mean and standard deviation (divisor n) of each coordinate, over all samples of all trajectories. */
export function scalingOf({ values, dimension }: Trajectories): Scaling {
  const n = values.length / dimension;
  const means = new Float64Array(dimension);
  const squares = new Float64Array(dimension);
  values.forEach((value, at) => (means[at % dimension] += value / n));
  values.forEach((value, at) => (squares[at % dimension] += (value - means[at % dimension]) ** 2 / n));
  return { means, deviations: squares.map(Math.sqrt) };
}

/** (x − mean) / deviation, coordinate by coordinate. */
export function standardised(trajectories: Trajectories, { means, deviations }: Scaling): Trajectories {
  const { values, dimension } = trajectories;
  return {
    ...trajectories,
    values: values.map((value, at) => (value - means[at % dimension]) / deviations[at % dimension]),
  };
}
