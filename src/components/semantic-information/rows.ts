/** A row of the table `rate_fidelity`. */
export interface CurveRow {
  readonly width: number;
  readonly s: number;
  readonly R: number;
  readonly G: number;
  readonly Py1: number;
  readonly Py2: number;
  readonly Py3: number;
  readonly Py4: number;
}

export interface CandidateRow {
  readonly sample: number;
  readonly built: string;
  readonly mu: number;
  readonly information: number;
  readonly likelihood: number;
}

export interface RoundRow {
  readonly problem: string;
  readonly start: string;
  readonly round: number;
  readonly MI: number;
  readonly moved: number;
}

export interface ReferenceRow {
  readonly problem: string;
  readonly MAP: number;
  readonly bound: number;
}

/** A stretch of equal labels of a partition. */
export interface StretchRow {
  readonly problem: string;
  readonly start: string;
  readonly round: number;
  readonly z2: number;
  readonly from: number;
  readonly to: number;
  readonly label: number;
}

export interface ThresholdRow {
  readonly problem: string;
  readonly boundary: number;
  readonly MI: number;
  readonly MAP: boolean;
}

export interface PathRow {
  readonly problem: string;
  readonly start: number;
  readonly round: number;
  readonly boundary: number;
  readonly pieces: number;
  readonly MI: number;
}

export interface TraceRow {
  readonly p: number;
  readonly start: number;
  readonly inner: number;
  readonly iter: number;
  readonly KL: number;
}

export interface RunRow {
  readonly problem: string;
  readonly p: number;
  readonly start: number;
  readonly inner: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly KL: number;
  readonly rises: number;
}

export interface MapRow {
  readonly p: number;
  readonly distance: number;
  readonly EM: number;
  readonly E3M: number;
}

/** The different values of rows, in the order in which they first come. */
export function levels<R, T>(rows: readonly R[], value: (row: R) => T): T[] {
  return [...new Set(rows.map(value))];
}

/** EM for no inner steps, else E3M and the like. */
export function algorithmName(inner: number): string {
  return inner === 0 ? 'EM' : `E${inner}M`;
}
