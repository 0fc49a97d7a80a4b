import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import {
  semanticMutualInformation,
  shannonInformation,
} from '../../src/papers/semantic-information/channel-information.js';
import type { Meaning } from '../../src/papers/semantic-information/meaning.js';
import { integerGrid, normalOnGrid } from '../../src/papers/semantic-information/normal-on-grid.js';
import { listenerDivergence, rateFidelity } from '../../src/papers/semantic-information/rate-fidelity.js';
import {
  gaussianTruth,
  matchedTruth,
  truthfulChannel,
} from '../../src/papers/semantic-information/truth-functions.js';
import type { definition } from './rate-fidelity.js';

type CurveRow = RowOf<typeof definition.tables.rate_fidelity.columns>;
type MatchedRow = RowOf<typeof definition.tables.matched.columns>;

/** Half the distance in s of the chord whose slope is measured. The curve is convex, so that a chord is off by as much at most. */
const half = 1e-4;

/** Means of the labels: "about 20", "about 40", … */
const centres = [20, 40, 60, 80];

/** The curve and a matched channel of each width of the truth functions. */
export async function* run({
  params: { widths, slopes, cap },
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
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

function pointRow(meaning: Meaning, width: number, s: number, cap: number): CurveRow {
  const { rate: R, fidelity: G, use, iterations, converged } = rateFidelity(meaning, s, cap);
  const [below, above] = [s - half, s + half].map((near) => rateFidelity(meaning, near, cap));
  const slope = (above.rate - below.rate) / (above.fidelity - below.fidelity);
  const [Py1, Py2, Py3, Py4] = use;
  const KL = listenerDivergence(meaning, use);
  return { width, s, R, G, slope, KL, iterations, converged, Py1, Py2, Py3, Py4 };
}

function matchedRow(meaning: Meaning, width: number, cap: number): MatchedRow {
  const { prior } = meaning;
  const channel = truthfulChannel(meaning);
  const matched = { prior, truth: matchedTruth(prior, channel) };
  const { rate: R_curve, fidelity: G_curve } = rateFidelity(matched, 1, cap);
  const R = shannonInformation(prior, channel);
  return { width, R, G: semanticMutualInformation(matched, channel), R_curve, G_curve };
}
