import { duffing } from './dynamics/duffing.js';
import { lorenz63 } from './dynamics/lorenz63.js';
import { pendulum } from './dynamics/pendulum.js';
import { sampleTrajectories } from './dynamics/sample-trajectories.js';
import { vanDerPol } from './dynamics/van-der-pol.js';
import { type Scaling, scalingOf, standardised, type Trajectories } from './trajectories.js';

/** What a model is trained and tested on. */
export interface SystemData {
  /** Standardised by the training trajectories. */
  readonly train: Trajectories;
  readonly test: Trajectories;
  /** Of each sample of the test trajectories, `[count × samples]`: what latents are coloured by. */
  readonly phases: Float64Array;
  readonly levels: Float64Array;
}

/** How many trajectories there are, and of how many samples each. */
export interface Split {
  readonly samples: number;
  readonly trainTrajectories: number;
  readonly testTrajectories: number;
}

/** The same of differential equations, with what the states were standardised by. */
export interface DifferentialData extends SystemData {
  readonly scaling: Scaling;
  /** Time between two samples. */
  readonly interval: number;
}

/**
 * Each is sampled every 0.2, Lorenz's every 0.05 and after the first 100 samples, when it is on its attractor;
 * `lorenz63-coarse` is the same at the time step of the paper, 0.1.
 */
const systems = {
  pendulum: { system: pendulum, sampling: { step: 0.1, every: 2 } },
  'van-der-pol': { system: vanDerPol(), sampling: { step: 0.05, every: 4 } },
  duffing: { system: duffing(), sampling: { step: 0.05, every: 4 } },
  lorenz63: { system: lorenz63(), sampling: { step: 0.01, every: 5, skip: 100 } },
  'lorenz63-coarse': { system: lorenz63(), sampling: { step: 0.01, every: 10, skip: 100 } },
} as const;

/** Time between two samples of a system. */
export const intervalOf = (id: keyof typeof systems) =>
  systems[id].sampling.step * systems[id].sampling.every;

/** Trajectories of a system of differential equations from random states, split into training and test. */
export function differentialData(
  id: keyof typeof systems,
  { samples, trainTrajectories, testTrajectories }: Split,
  seed: number,
): DifferentialData {
  const { system, sampling } = systems[id];
  const count = trainTrajectories + testTrajectories;
  const values = sampleTrajectories(system, { ...sampling, samples, count, seed });
  const dimension = values.length / (count * samples);
  const split = trainTrajectories * samples * dimension;
  const train = { values: values.subarray(0, split), count: trainTrajectories, samples, dimension };
  const test = { values: values.subarray(split), count: testTrajectories, samples, dimension };
  const scaling = scalingOf(train);
  const scaled = { train: standardised(train, scaling), test: standardised(test, scaling) };
  const colours = id === 'pendulum' ? pendulumColours(test) : planeColours(scaled.test);
  return { ...scaled, ...colours, scaling, interval: intervalOf(id) };
}

/** Angle and energy ω²/2 − cos θ, from (sin θ, cos θ, ω). */
function pendulumColours({ values }: Trajectories): Pick<SystemData, 'phases' | 'levels'> {
  const n = values.length / 3;
  return {
    phases: Float64Array.from({ length: n }, (_, i) => Math.atan2(values[3 * i], values[3 * i + 1])),
    levels: Float64Array.from({ length: n }, (_, i) => values[3 * i + 2] ** 2 / 2 - values[3 * i + 1]),
  };
}

/** Polar coordinates in the plane of the first two. */
export function planeColours({ values, dimension }: Trajectories): Pick<SystemData, 'phases' | 'levels'> {
  const n = values.length / dimension;
  const at = (i: number) => [values[i * dimension], values[i * dimension + 1]] as const;
  return {
    phases: Float64Array.from({ length: n }, (_, i) => Math.atan2(at(i)[1], at(i)[0])),
    levels: Float64Array.from({ length: n }, (_, i) => Math.hypot(...at(i))),
  };
}
