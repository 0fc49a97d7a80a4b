/** A point of a figure of the paper's. */
export interface ReportedPoint {
  readonly dataset: string;
  readonly ratio: number;
  readonly information: number;
  readonly label: string;
}

/** Read off Figure 1 of the authors' slides, in bits, to about ±0.02: the paper's own tables could not be had. */
export const reportedPlane: readonly ReportedPoint[] = [
  { dataset: 'california-housing', ratio: 0, information: 1.34, label: 'paper: CS-IB' },
  { dataset: 'california-housing', ratio: 0, information: 1.17, label: 'paper: all others' },
  { dataset: 'california-housing', ratio: 0.3, information: 1.37, label: 'paper: CS-IB' },
  { dataset: 'california-housing', ratio: 0.88, information: 1, label: 'paper: CS-IB' },
  { dataset: 'beijing-pm25', ratio: 0, information: 2.18, label: 'paper: CS-IB' },
  { dataset: 'beijing-pm25', ratio: 0, information: 1.97, label: 'paper: all others' },
];
