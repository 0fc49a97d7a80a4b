/** A row of the tables `plane` and `rulers`: a layer at an epoch by one estimator. */
export interface ReadingRow {
  readonly activation: string;
  readonly l2: number;
  readonly split: string;
  readonly seed: number;
  readonly layer: number;
  readonly epoch: number;
  readonly estimator: string;
  readonly i_xt: number;
  readonly i_ty: number;
  readonly max_abs: number;
}

/** A row of the tables `runs` and `initialisations`: a layer over the whole of a network's training. */
export interface RunRow {
  readonly activation: string;
  readonly l2: number;
  readonly split: string;
  readonly seed: number;
  readonly layer: number;
  readonly drop: number;
  readonly rel_drop: number | null;
  readonly acc_train: number;
  readonly acc_test: number;
  readonly alive: boolean;
}

/** The different values of a column, in the order in which they first come. */
export function distinct<R, K extends keyof R>(rows: readonly R[], column: K): R[K][] {
  return [...new Set(rows.map((row) => row[column]))];
}
