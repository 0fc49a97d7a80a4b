/** A row of the table `plane`: a layer at a checkpoint. */
export interface PlaneRow {
  readonly seed: number;
  readonly sigma: number;
  readonly compression: string;
  readonly layer: string;
  readonly step: number;
  readonly i_xl: number | null;
  readonly se_xl: number | null;
  readonly i_ly: number | null;
  readonly se_ly: number | null;
  readonly loss_eval: number;
  readonly loss_train: number;
  readonly acc: number;
}

/** A row of the table `synthetic`: an estimate of known information. */
export interface SyntheticRow {
  readonly dataset: string;
  readonly seed: number;
  readonly mi_true: number;
  readonly representation: string;
  readonly estimator: string;
  readonly mi_est: number | null;
  readonly se: number | null;
}

/** A row of the table `weights`: the weight of the j-th of k neighbours in d dimensions. */
export interface WeightRow {
  readonly d: number;
  readonly k: number;
  readonly j: number;
  readonly weight: number;
}
