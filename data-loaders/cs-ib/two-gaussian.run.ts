import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  type FlowState,
  normalPoints,
  particleFlow,
  shareNear,
  twoModes,
} from '../../src/papers/cs-ib/particle-flow.js';
import { fitReverseKullbackLeibler } from '../../src/papers/cs-ib/reverse-kullback-leibler-fit.js';
import type { definition } from './two-gaussian.js';

type LossRow = RowOf<typeof definition.tables.two_gaussian.columns>;
type PointRow = RowOf<typeof definition.tables.two_gaussian_points.columns>;

/** One repetition: the descent of the points, and the fit for contrast. */
export async function* run({
  params,
  part,
  seed: base,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { repetition } = part.of;
  const stream = (name: string) => random(base, 'two-gaussian', repetition, name);
  const { centre, radius, steps } = params;
  const target = twoModes(params.half, centre, stream('target'));
  const free = normalPoints(params.free, 0, stream('free'));

  const losses: LossRow[] = [];
  const positions: PointRow[] = repetition === 0 ? pointRows(0, 'target', target) : [];
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

function pointRows(at: number, kind: PointRow['kind'], points: Float64Array): PointRow[] {
  return Array.from({ length: points.length / 2 }, (_, i) => ({
    step: at,
    kind,
    x: points[2 * i],
    y: points[2 * i + 1],
  }));
}
