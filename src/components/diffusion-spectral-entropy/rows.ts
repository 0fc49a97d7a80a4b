/** The rows of the paper's tables, as its figures read them. */
export interface DimensionRow {
  readonly distribution: 'uniform' | 'normal';
  readonly noise: number;
  readonly estimator: 'dse' | 'cse';
  readonly t: number | null;
  readonly d: number;
  readonly seed: number;
  readonly bits: number;
}

export interface EstimateRow {
  readonly D: number;
  readonly noise: number;
  readonly seed: number;
  readonly corruption: number;
  readonly estimator: string;
  readonly mi_bits: number;
}

/** What is read of a network while it is trained. */
interface Representation {
  readonly seed: number;
  readonly train_acc: number;
  readonly val_acc: number;
  readonly dse: number;
  readonly dsmi_y: number;
  readonly dsmi_x: number;
  readonly norm: number;
  readonly dse_unit: number;
  readonly dsmi_y_unit: number;
}

export interface TrainingRow extends Representation {
  readonly regime: 'clean' | 'wrong';
  readonly epoch: number;
}

export interface ImagesRow extends Representation {
  readonly regime: 'supervised' | 'permuted' | 'contrastive';
  readonly step: number;
}

export interface InitialisationRow {
  readonly deviation: number;
  readonly seed: number;
  readonly initial_dse: number;
  readonly epoch: number;
  readonly val_acc: number;
}

export interface ModelRow {
  readonly model: number;
  readonly epochs: number;
  readonly lr: number;
  readonly hidden: number;
  readonly width: number;
  readonly train_size: number;
  readonly val_acc: number;
  readonly dse: number;
  readonly dsmi_y: number;
}

/** The different values of a column, ascending. */
export function levels<R>(rows: readonly R[], value: (row: R) => number): number[] {
  return [...new Set(rows.map(value))].sort((a, b) => a - b);
}

/** Means of a column over the rows that agree in a key; each with the first of its rows. */
export function means<R extends object>(
  rows: readonly R[],
  key: (row: R) => string,
  value: (row: R) => number,
): (R & { readonly mean: number })[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()].map((group) => ({
    ...group[0],
    mean: group.reduce((sum, row) => sum + value(row), 0) / group.length,
  }));
}
