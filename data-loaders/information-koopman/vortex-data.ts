import {
  cylinderDefaults,
  cylinderFlow,
} from '../../src/papers/information-koopman/dynamics/cylinder-flow.js';
import { type Pod, pod, podCoefficients } from '../../src/papers/information-koopman/dynamics/pod.js';
import { windows } from '../../src/papers/information-koopman/dynamics/windows.js';
import { planeColours, type SystemData } from '../../src/papers/information-koopman/system-data.js';
import type { Trajectories } from '../../src/papers/information-koopman/trajectories.js';
import type { FlowParameters, SystemsParameters } from './systems.js';

/** The wake as a system of few coordinates, with what it takes to draw it again. */
export interface VortexData extends SystemData {
  readonly pod: Pod;
  /** What a coefficient was divided by. */
  readonly rms: number;
  /** Velocities of the test flow, `[snapshots, 2 · ny · nx]`: first u, then v. */
  readonly testFlow: Float64Array;
}

const cells = cylinderDefaults.nx * cylinderDefaults.ny;

/** Values of a snapshot: two velocities in each cell. */
export const snapshotSize = 2 * cells;

/**
 * Simulates the flows past a cylinder, finds the modes of most energy of all training flows together, and cuts
 * windows out of the coefficients. Those are divided by one number, so that strong modes stay strong. Yields how much
 * is done.
 */
export function* vortexData({ samples, flow }: SystemsParameters): Generator<number, VortexData, void> {
  const { trainReynolds, testReynolds, modes } = flow;
  const flows: Float64Array[] = [];
  for (const reynolds of [...trainReynolds, testReynolds]) {
    flows.push(simulate(reynolds, flow));
    yield (0.8 * flows.length) / (trainReynolds.length + 1);
  }
  const testFlow = flows.pop()!;
  const decomposition = pod(joined(flows), snapshotSize, modes);
  yield 1;
  const coefficients = flows.map((snapshots) => podCoefficients(snapshots, decomposition));
  const all = joined(coefficients);
  const rms = Math.sqrt(all.reduce((sum, value) => sum + (value * value) / all.length, 0));
  const cut = (series: readonly Float64Array[], starts: readonly number[]): Trajectories => ({
    values: joined(series.map((each) => windows(each, modes, samples, starts))).map((value) => value / rms),
    count: series.length * starts.length,
    samples,
    dimension: modes,
  });
  const test = cut([podCoefficients(testFlow, decomposition)], flow.testStarts);
  return {
    train: cut(coefficients, flow.trainStarts),
    test,
    ...planeColours(test),
    pod: decomposition,
    rms,
    testFlow,
  };
}

function simulate(reynolds: number, { steps, from, every }: FlowParameters): Float64Array {
  const snapshots: Float64Array[] = [];
  for (const { snapshot } of cylinderFlow({ reynolds, steps, from, every })) {
    if (!snapshot) continue;
    const values = new Float64Array(snapshotSize);
    values.set(snapshot.u);
    values.set(snapshot.v, cells);
    snapshots.push(values);
  }
  return joined(snapshots);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
