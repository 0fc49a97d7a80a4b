import { random } from '../../lib/statistics/random.js';
import { percent } from '../../lib/text/number.js';
import { normalPoints, particleFlow, shareNear, twoModes } from '../../papers/cs-ib/particle-flow.js';
import type { Drawing } from '../figure.js';
import { type FlowLoss, type PlanePoint, twoGaussians } from './two-gaussians.js';

export interface LiveFlowSettings {
  /** σ of the kernel. */
  readonly width: number;
  /** Distance of the two centres. */
  readonly distance: number;
  /** Step size in units of σ²: the scale on which the kernel's gradient lives. */
  readonly rate: number;
  readonly steps: number;
  readonly seed: number;
}

/** A flow that was run to its end, or to where its points were lost. */
export interface LiveFlow {
  readonly losses: readonly FlowLoss[];
  /** The points after each step. */
  pointsAt(step: number): readonly PlanePoint[];
  readonly steps: number;
  /** Shares of the points within three units of the lower left and the upper right centre, at the end. */
  readonly shares: readonly [left: number, right: number];
  /** Why the flow ended early, where it did. */
  readonly lost?: string;
}

const half = 30;
const reach = 3;

/** Runs 60 free points towards 60 target points: some 20 ms in a browser. */
export function liveFlow({ width, distance, rate, steps, seed }: LiveFlowSettings): LiveFlow {
  const source = random(seed, 'live-flow');
  const centre = distance / Math.SQRT2 / 2;
  const target = twoModes(half, centre, source);
  const free = normalPoints(2 * half, 0, source);
  const losses: FlowLoss[] = [];
  const frames: Float64Array[] = [];
  let lost: string | undefined;
  try {
    for (const state of particleFlow(free, target, { width, rate: rate * width ** 2, steps })) {
      losses.push({ step: state.step, d_cs: state.divergence, mmd2: state.discrepancy });
      frames.push(state.points.slice());
    }
  } catch (error) {
    if (!(error instanceof RangeError) || frames.length === 0) throw error;
    lost = error.message;
  }
  const end = frames[frames.length - 1];
  const pointsAt = (step: number) => [
    ...planePoints(target, 'target'),
    ...planePoints(frames[Math.min(step, frames.length - 1)], 'free'),
  ];
  const shares = [shareNear(end, -centre, reach), shareNear(end, centre, reach)] as const;
  return { losses, pointsAt, steps: frames.length - 1, shares, lost };
}

/** The flow at its end, and what became of its points. */
export function liveFlowFigure(settings: LiveFlowSettings, width: number): Drawing {
  const { losses, pointsAt, steps, shares, lost } = liveFlow(settings);
  const [left, right] = shares.map((share) => percent(share));
  return {
    plot: twoGaussians(pointsAt(steps), losses, { step: steps }, width),
    rows: losses.map((loss) => ({ ...loss })),
    title: `After ${steps} steps: ${left} of the points near the lower left centre, ${right} near the upper right one.`,
    caption: lost && `The flow ended early: ${lost}. Take smaller steps or a wider kernel.`,
  };
}

function planePoints(points: Float64Array, kind: PlanePoint['kind']): PlanePoint[] {
  return Array.from({ length: points.length / 2 }, (_, i) => ({
    kind,
    x: points[2 * i],
    y: points[2 * i + 1],
  }));
}
