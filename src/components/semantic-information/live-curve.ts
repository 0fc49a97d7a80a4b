import type { Meaning } from '../../papers/semantic-information/meaning.js';
import { integerGrid, normalOnGrid } from '../../papers/semantic-information/normal-on-grid.js';
import { rateFidelity } from '../../papers/semantic-information/rate-fidelity.js';
import { gaussianTruth } from '../../papers/semantic-information/truth-functions.js';
import type { CurvePoint } from './rate-fidelity.js';

export interface LiveCurveSettings {
  /** How many labels, evenly spaced over 0 to 100. */
  readonly labels: number;
  /** Width σ of their truth functions. */
  readonly width: number;
  /** Standard deviation of the prior about 50. */
  readonly spread: number;
}

export interface LiveCurve extends Meaning {
  readonly grid: Float64Array;
  /** Fifty points of the curve from s = 0.1 to 16, evenly spaced in log s but for the last, at s = 1. */
  readonly points: readonly CurvePoint[];
}

/** Most iterations a point: of less than these, the picture would show it. */
const cap = 1000;

/** The curve of some labels, computed in well under 200 ms. */
export function liveCurve({ labels, width, spread }: LiveCurveSettings): LiveCurve {
  const grid = integerGrid(100);
  const centres = Array.from({ length: labels }, (_, j) => (100 * (j + 1)) / (labels + 1));
  const meaning = { prior: normalOnGrid(grid, 50, spread), truth: gaussianTruth(grid, centres, width) };
  const slopes = Array.from({ length: 49 }, (_, i) => 0.1 * 160 ** (i / 48));
  const points = [...slopes, 1].map((s): CurvePoint => {
    const { rate, fidelity } = rateFidelity(meaning, s, cap);
    return { s, R: rate, G: fidelity };
  });
  return { ...meaning, grid, points };
}
