import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import {
  semanticMutualInformation,
  shannonInformation,
} from '../../src/lib/semantic-information/channel-information.js';
import type { Meaning } from '../../src/lib/semantic-information/meaning.js';
import { integerGrid, normalOnGrid } from '../../src/lib/semantic-information/normal-on-grid.js';
import { listenerDivergence, rateFidelity } from '../../src/lib/semantic-information/rate-fidelity.js';
import {
  gaussianTruth,
  matchedTruth,
  truthfulChannel,
} from '../../src/lib/semantic-information/truth-functions.js';

export type RateFidelityParameters = {
  /** Widths σ of the truth functions. */
  readonly widths: readonly number[];
  /** Slopes s at which the curve is computed. */
  readonly slopes: readonly number[];
  /** Most iterations a point: where a label is about to die out, they are many. */
  readonly cap: number;
};

/** Half the distance in s of the chord whose slope is measured. The curve is convex, so that a chord is off by as much at most. */
const half = 1e-4;

/** `from`, `from` + `step`, … up to `to`; rounded, so that 0.3 is 0.3. */
function steps(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, i) => Math.round((from + i * step) * 1e6) / 1e6);
}

const bits = { type: 'float64', unit: 'bits' } as const;
const share = (label: number) => ({ type: 'float64', description: `P(y${label})` }) as const;

export const definition: Definition<RateFidelityParameters> = {
  title: 'The rate-fidelity curve',
  description:
    'Least Shannon information that conveys a given semantic information, for four labels on the numbers 0 to 100.',
  tables: {
    rate_fidelity: {
      description: 'One row a point of the curve',
      columns: {
        width: { type: 'float64', description: 'width σ of the truth functions' },
        s: { type: 'float64', description: 'slope at which the point is sought' },
        R: { ...bits, description: 'Shannon information R' },
        G: { ...bits, description: 'semantic information G' },
        slope: {
          type: 'float64',
          description: 'dR/dG, from the points at s ± 0.0001',
        },
        KL: { ...bits, description: 'KL(P‖P_θ) between the prior and what the listener expects' },
        iterations: { type: 'int32', description: 'iterations until no P(y) moved by 1e-12' },
        converged: {
          type: 'boolean',
          description: 'false where the most iterations did not suffice: not quite a point of the curve',
        },
        Py1: share(1),
        Py2: share(2),
        Py3: share(3),
        Py4: share(4),
      },
    },
    matched: {
      description: 'One row a channel whose labels mean what they are used for: matched truth functions',
      columns: {
        width: { type: 'float64', description: 'width σ of the truth functions that made the channel' },
        R: { ...bits, description: 'Shannon information of the channel' },
        G: { ...bits, description: 'its semantic information by the matched truth functions' },
        R_curve: { ...bits, description: 'R of the curve of the matched truth functions at s = 1' },
        G_curve: { ...bits, description: 'G there' },
      },
    },
  },
  profiles: {
    quick: {
      cap: 5000,
      widths: [4, 6, 8, 10, 12, 16, 24],
      slopes: [...steps(-2, -0.25, 0.25), -0.1, ...steps(0.1, 1, 0.05), ...steps(1.25, 4, 0.25), ...steps(5, 16, 1)], // prettier-ignore
    },
    full: {
      cap: 500_000,
      widths: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 30],
      slopes: [...steps(-2, -0.1, 0.1), ...steps(0.1, 1, 0.02), ...steps(1.1, 4, 0.1), ...steps(4.25, 16, 0.25)], // prettier-ignore
    },
  },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
};

/** Means of the labels: "about 20", "about 40", … */
const centres = [20, 40, 60, 80];

export async function* run({
  params: { widths, slopes, cap },
  signal,
}: Context<RateFidelityParameters>): AsyncGenerator<RunEvent, void, void> {
  const grid = integerGrid(100);
  const prior = normalOnGrid(grid, 50, 20);
  for (const [index, width] of widths.entries()) {
    signal.throwIfAborted();
    const meaning = { prior, truth: gaussianTruth(grid, centres, width) };
    yield { table: 'rate_fidelity', rows: slopes.map((s) => pointRow(meaning, width, s, cap)) };
    yield { table: 'matched', rows: [matchedRow(meaning, width, cap)] };
    yield { progress: (index + 1) / widths.length };
  }
}

function pointRow(meaning: Meaning, width: number, s: number, cap: number): Row {
  const { rate: R, fidelity: G, use, iterations, converged } = rateFidelity(meaning, s, cap);
  const [below, above] = [s - half, s + half].map((near) => rateFidelity(meaning, near, cap));
  const slope = (above.rate - below.rate) / (above.fidelity - below.fidelity);
  const [Py1, Py2, Py3, Py4] = use;
  const KL = listenerDivergence(meaning, use);
  return { width, s, R, G, slope, KL, iterations, converged, Py1, Py2, Py3, Py4 };
}

function matchedRow(meaning: Meaning, width: number, cap: number): Row {
  const { prior } = meaning;
  const channel = truthfulChannel(meaning);
  const matched = { prior, truth: matchedTruth(prior, channel) };
  const { rate: R_curve, fidelity: G_curve } = rateFidelity(matched, 1, cap);
  const R = shannonInformation(prior, channel);
  return { width, R, G: semanticMutualInformation(matched, channel), R_curve, G_curve };
}
