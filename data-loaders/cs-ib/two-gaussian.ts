import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import type { Row } from '../../src/lib/experiment/column.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import {
  normalPoints,
  particleFlow,
  shareNear,
  twoModes,
  type FlowState,
} from '../../src/lib/information/particle-flow.js';
import { fitReverseKullbackLeibler } from '../../src/lib/information/reverse-kullback-leibler-fit.js';
import { random } from '../../src/lib/statistics/random.js';

/** Parameters of the example of two Gaussians. */
export type TwoGaussianParameters = {
  /** How many times it is repeated, each with its own points. */
  readonly repetitions: number;
  /** Target points at each of the two centres (−centre, −centre) and (centre, centre). */
  readonly half: number;
  readonly centre: number;
  readonly free: number;
  readonly width: number;
  readonly rate: number;
  readonly steps: number;
  /** Steps of which the losses are kept, and the points. */
  readonly recorded: number;
  readonly snapshots: number;
  /** A point within this distance of a centre counts as its. */
  readonly radius: number;
  /** The reverse Kullback–Leibler fit. */
  readonly fitSamples: number;
  readonly fitRate: number;
  readonly fitSteps: number;
};

const quick: TwoGaussianParameters = {
  repetitions: 6,
  half: 50,
  centre: 4,
  free: 100,
  width: 1,
  rate: 50,
  steps: 400,
  recorded: 150,
  snapshots: 25,
  radius: 3,
  fitSamples: 1000,
  fitRate: 0.1,
  fitSteps: 100,
};

const seed = { type: 'int32', description: 'repetition' } as const;
const step = { type: 'int32', description: 'gradient step' } as const;

export const definition: Definition<TwoGaussianParameters> = {
  title: 'Two Gaussians',
  description:
    'Free points descend on their Cauchy–Schwarz divergence from two clusters; one Gaussian is fitted by reverse Kullback–Leibler divergence.',
  tables: {
    two_gaussian: {
      description: 'Both distances to the target along the descent',
      columns: {
        seed,
        step,
        d_cs: { type: 'float64', description: 'Cauchy–Schwarz divergence, descended on', unit: 'nats' },
        mmd2: { type: 'float64', description: 'squared maximum mean discrepancy, watched only' },
      },
    },
    two_gaussian_points: {
      description: 'The points of the first repetition along the descent; the target, which rests, at step 0',
      columns: {
        step,
        kind: { type: 'string', description: 'target or free point' },
        x: { type: 'float64', description: 'first coordinate' },
        y: { type: 'float64', description: 'second coordinate' },
      },
    },
    two_gaussian_modes: {
      description: 'Which modes were found, by the points and by the Gaussian fitted for contrast',
      columns: {
        seed,
        share_left: { type: 'float64', description: 'share of the points near the lower left centre' },
        share_right: { type: 'float64', description: 'share of the points near the upper right centre' },
        d_cs_start: { type: 'float64', description: 'divergence before the first step', unit: 'nats' },
        d_cs_end: { type: 'float64', description: 'divergence after the last step', unit: 'nats' },
        mmd2_start: { type: 'float64', description: 'squared discrepancy before the first step' },
        mmd2_end: { type: 'float64', description: 'squared discrepancy after the last step' },
        kl_x: { type: 'float64', description: 'first coordinate of the mean of the fitted Gaussian' },
        kl_y: { type: 'float64', description: 'second coordinate of the mean of the fitted Gaussian' },
        kl_sd_x: { type: 'float64', description: 'first standard deviation of the fitted Gaussian' },
        kl_sd_y: { type: 'float64', description: 'second standard deviation of the fitted Gaussian' },
        kl_mode_distance: {
          type: 'float64',
          description: 'distance of the mean of the fitted Gaussian from the nearer centre',
        },
      },
    },
  },
  profiles: {
    quick,
    full: { ...quick, half: 200, free: 400, rate: 200, steps: 10_000 },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ repetitions }) => Array.from({ length: repetitions }, (_, i) => ({ id: `repetition-${i}` })),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<TwoGaussianParameters>): AsyncGenerator<RunEvent, void, void> {
  const repetition = Number(part.id.slice('repetition-'.length));
  const stream = (name: string) => random(base, 'two-gaussian', repetition, name);
  const { centre, radius, steps } = params;
  const target = twoModes(params.half, centre, stream('target'));
  const free = normalPoints(params.free, 0, stream('free'));

  const losses: Row[] = [];
  const positions: Row[] = repetition === 0 ? pointRows(0, 'target', target) : [];
  const recorded = recordedSteps(steps, params.recorded);
  const snapshots = repetition === 0 ? recordedSteps(steps, params.snapshots) : new Set<number>();
  let start: FlowState | undefined;
  let end: FlowState | undefined;
  for (const state of particleFlow(free, target, params)) {
    start ??= state;
    end = state;
    if (snapshots.has(state.step)) positions.push(...pointRows(state.step, 'free', state.points));
    if (!recorded.has(state.step)) continue;
    signal.throwIfAborted();
    losses.push({
      seed: repetition,
      step: state.step,
      d_cs: state.divergence,
      mmd2: state.discrepancy,
    });
    yield { progress: state.step / steps };
  }
  yield { table: 'two_gaussian', rows: losses };
  if (positions.length > 0) yield { table: 'two_gaussian_points', rows: positions };

  const fit = fitReverseKullbackLeibler(centre, stream('fit'), {
    samples: params.fitSamples,
    rate: params.fitRate,
    steps: params.fitSteps,
  });
  const distanceTo = (c: number) => Math.hypot(fit.mean[0] - c, fit.mean[1] - c);
  yield {
    table: 'two_gaussian_modes',
    rows: [
      {
        seed: repetition,
        share_left: shareNear(end!.points, -centre, radius),
        share_right: shareNear(end!.points, centre, radius),
        d_cs_start: start!.divergence,
        d_cs_end: end!.divergence,
        mmd2_start: start!.discrepancy,
        mmd2_end: end!.discrepancy,
        kl_x: fit.mean[0],
        kl_y: fit.mean[1],
        kl_sd_x: fit.deviation[0],
        kl_sd_y: fit.deviation[1],
        kl_mode_distance: Math.min(distanceTo(-centre), distanceTo(centre)),
      },
    ],
  };
}

function pointRows(at: number, kind: 'target' | 'free', points: Float64Array): Row[] {
  return Array.from({ length: points.length / 2 }, (_, i) => ({
    step: at,
    kind,
    x: points[2 * i],
    y: points[2 * i + 1],
  }));
}
