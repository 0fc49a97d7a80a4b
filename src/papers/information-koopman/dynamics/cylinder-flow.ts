import { collideAndStream, equilibrium, type Lattice, lattice } from './lattice-boltzmann.js';

/** A flow past a cylinder, in lattice units (cells and steps). */
export interface CylinderFlow {
  /** U D / ν. */
  readonly reynolds: number;
  readonly nx?: number;
  readonly ny?: number;
  readonly diameter?: number;
  /** U at the inflow. */
  readonly speed?: number;
  /** Size, relative to U, of the wave sin(2π y/ny) in the initial flow that starts the shedding. */
  readonly perturbation?: number;
  readonly steps?: number;
  /** Step from which on snapshots are kept. */
  readonly from?: number;
  /** Steps from one snapshot, or report of progress, to the next. */
  readonly every?: number;
}

/** The velocity at the start of a step. */
export interface FlowSnapshot {
  readonly step: number;
  /** `[ny, nx]`, along the stream and across it; zero on solid cells. */
  readonly u: Float32Array;
  readonly v: Float32Array;
}

/** Where the simulation is; before `from` there is no snapshot. */
export interface FlowProgress {
  readonly step: number;
  readonly steps: number;
  readonly snapshot?: FlowSnapshot;
}

/** What the defaults mean, in full. */
export const cylinderDefaults = {
  nx: 96,
  ny: 40,
  diameter: 8,
  speed: 0.1,
  perturbation: 0.01,
  steps: 8000,
  from: 2000,
  every: 25,
} as const;

/** `[ny, nx]`: one on the cells of a cylinder centred at (⌊nx/5⌋, ny/2 + ½). */
export function cylinderCells(nx: number, ny: number, diameter: number): Uint8Array {
  const [cx, cy] = [Math.floor(nx / 5), ny / 2 + 0.5];
  return Uint8Array.from({ length: nx * ny }, (_, at) => {
    const [x, y] = [at % nx, Math.floor(at / nx)];
    return (x - cx) ** 2 + (y - cy) ** 2 <= (diameter / 2) ** 2 ? 1 : 0;
  });
}

/**
 * Flow past a cylinder that sheds a Kármán street: {@link collideAndStream D2Q9 BGK}, viscosity ν = U D/Re and
 * τ = 3 ν + ½. Before each step the left column is set to the equilibrium of (1, U, 0) and the right one copied from
 * its neighbour; top and bottom are periodic, so the cylinder stands in a row of cylinders ny apart and blocks
 * D/ny of the stream. It yields every `every` steps, so that a caller may do something else in between.
 *
 * The scheme is accurate for speeds far below that of sound, and unstable for τ near ½: keep U ≤ 0.1.
 *
 * @throws {RangeError} for a grid or τ that {@link lattice} refuses, and once a velocity is not finite or above 0.5 (the
 * scheme has become unstable).
 */
export function* cylinderFlow(flow: CylinderFlow): Generator<FlowProgress, void> {
  const { reynolds, nx, ny, diameter, speed, perturbation, steps, from, every } = {
    ...cylinderDefaults,
    ...flow,
  };
  const solid = cylinderCells(nx, ny, diameter);
  const fluid = lattice({ nx, ny, tau: (3 * speed * diameter) / reynolds + 0.5, solid }, (_, y) => [
    1,
    speed * (1 + perturbation * Math.sin((2 * Math.PI * y) / ny)),
    0,
  ]);
  const inflow = equilibrium(1, speed, 0);
  for (let step = 0; step < steps; step++) {
    setEnds(fluid, inflow);
    collideAndStream(fluid);
    if (step % every !== 0) continue;
    const snapshot = step >= from ? { step, ...velocity(fluid) } : undefined;
    yield { step, steps, ...(snapshot && { snapshot }) };
  }
}

/** Left column to the inflow, right column to its neighbour. */
function setEnds({ nx, ny, populations, stride }: Lattice, inflow: Float64Array): void {
  for (let k = 0; k < 9; k++)
    for (let y = 0, row = k * stride; y < ny; y++, row += nx) {
      populations[row] = inflow[k];
      populations[row + nx - 1] = populations[row + nx - 2];
    }
}

function velocity({ u, v }: Lattice): Pick<FlowSnapshot, 'u' | 'v'> {
  for (let at = 0; at < u.length; at++)
    if (!(Math.abs(u[at]) < 0.5 && Math.abs(v[at]) < 0.5))
      throw new RangeError(`the flow has become unstable: velocity (${u[at]}, ${v[at]}) in cell ${at}`);
  return { u: Float32Array.from(u), v: Float32Array.from(v) };
}
