import type { RowsOf } from '../../src/lib/experiment/column.js';
import { cylinderDefaults } from '../../src/papers/information-koopman/dynamics/cylinder-flow.js';
import { packField } from '../../src/papers/information-koopman/dynamics/packed-field.js';
import { vorticity } from '../../src/papers/information-koopman/dynamics/vorticity.js';
import type { MemberName } from '../../src/papers/information-koopman/tables.js';
import type { definition, SystemsParameters } from './systems.js';
import { snapshotSize, type VortexData } from './vortex-data.js';

type Rows = RowsOf<typeof definition.tables>;

const { nx, ny, diameter, speed } = cylinderDefaults;

/** Vorticity of a velocity `[2, ny, nx]`, in units of U/D. */
function vorticityOf(velocity: Float64Array): Float32Array {
  const cells = nx * ny;
  return vorticity(velocity.subarray(0, cells), velocity.subarray(cells), nx).map(
    (value) => value * (diameter / speed),
  );
}

/** Steps ahead of which the film has a frame. */
export function frameSteps({ horizon, flow: { frameEvery } }: SystemsParameters): number[] {
  return Array.from({ length: Math.floor(horizon / frameEvery) + 1 }, (_, i) => i * frameEvery);
}

/**
 * The mean flow and the modes, their vorticity in such a size that a standardised coefficient multiplies it: vorticity
 * is linear in the velocity.
 */
export function modeRows({ pod: { mean, modes, shares }, rms }: VortexData): Rows['film_modes'] {
  const row = (mode: number, velocity: Float64Array, energy: number) => {
    const { scale, text } = packField(vorticityOf(velocity), 16);
    return { mode, nx, ny, energy, scale, values: text };
  };
  const all = shares.reduce((sum, value) => sum + value, 0);
  return [
    row(0, mean, all),
    ...Array.from(shares, (share, k) => {
      const mode = modes.subarray(k * snapshotSize, (k + 1) * snapshotSize);
      return row(
        k + 1,
        mode.map((value) => value * rms),
        share,
      );
    }),
  ];
}

/** The frames of the test flow, from the first sample of the first test window on. */
export function frameRows({ testFlow }: VortexData, params: SystemsParameters): Rows['film_frames'] {
  const [first] = params.flow.testStarts;
  return frameSteps(params).map((h) => {
    const start = (first + h) * snapshotSize;
    const { scale, text } = packField(vorticityOf(testFlow.subarray(start, start + snapshotSize)), 8);
    return { h, scale, values: text };
  });
}

/**
 * Coefficients that a model predicts for the frames.
 *
 * @param start standardised coefficients at the first frame; @param path those of the steps after it, `[horizon, modes]`
 */
export function codeRows(
  start: ArrayLike<number>,
  path: ArrayLike<number>,
  params: SystemsParameters,
  { variant, seed }: MemberName,
): Rows['film_codes'] {
  const { modes } = params.flow;
  return frameSteps(params).flatMap((h) =>
    Array.from({ length: modes }, (_, k) => {
      const value = h === 0 ? start[k] : path[(h - 1) * modes + k];
      return { variant, seed, h, mode: k + 1, value: Math.round(value * 1e4) / 1e4 };
    }),
  );
}
