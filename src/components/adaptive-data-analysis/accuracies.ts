import { escape, op, type ColumnTable } from 'arquero';

/** An accuracy at k variables: of one run, or the mean of several with their standard deviation. */
export interface AccuracyPoint {
  readonly mode: string;
  readonly signal: boolean;
  readonly k: number;
  readonly set: string;
  readonly accuracy: number;
  /** 0 for a single run. */
  readonly deviation: number;
}

/** Rows of the table `holdout` at a sample size: of one seed, or (`null`) means over all. */
export function accuraciesOf(
  holdout: ColumnTable,
  { n, seed }: { n: number; seed: number | null },
): AccuracyPoint[] {
  return holdout
    .filter(escape((row: { n: number; seed: number }) => row.n === n && (seed === null || row.seed === seed)))
    .groupby('mode', 'signal', 'set', 'k')
    .rollup({ accuracy: op.mean('accuracy'), spread: op.stdev('accuracy'), runs: op.count() })
    .derive({
      deviation: escape((row: { spread: number; runs: number }) => (row.runs > 1 ? row.spread : 0)),
    })
    .select('mode', 'signal', 'set', 'k', 'accuracy', 'deviation')
    .orderby('k')
    .objects() as AccuracyPoint[];
}
