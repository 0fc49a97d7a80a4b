/**
 * A fluid on a two-dimensional grid, periodic at all sides: the D2Q9 lattice with the relaxation of
 * P. Bhatnagar, E. Gross and M. Krook. Everything is in lattice units: cells, steps, speed of sound 1/√3.
 */
export interface Lattice {
  readonly nx: number;
  readonly ny: number;
  /** Relaxation time; the viscosity is (τ − ½)/3. */
  readonly tau: number;
  /** `[ny, nx]`: one where a cell is solid, and sends back what reaches it. */
  readonly solid: Uint8Array;
  /**
   * How much moves in each {@link directions direction}; in turns one of two arrays. Direction k, `[ny, nx]`, begins at
   * k · `stride`.
   */
  populations: Float64Array;
  readonly stride: number;
  /** `[ny, nx]`: density and velocity at the start of the last step; on solid cells without meaning. */
  readonly density: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** Where the next step's populations go. */
  spare: Float64Array;
}

/** The nine directions: rest, the four axes, the four diagonals; 2 k − 1 and 2 k are opposite. */
export const directions = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
] as const;

/**
 * Numbers left free between two directions. Directions a whole number of memory pages apart would share the same lines
 * of the processor's cache, and push each other out of it.
 */
const gap = 72;

/** Their weights at rest. */
const weights = [4 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 36, 1 / 36, 1 / 36, 1 / 36];

/** The populations of a fluid in equilibrium: w ρ (1 + 3 c·u + 9/2 (c·u)² − 3/2 u²) for each direction c. */
export function equilibrium(density: number, u: number, v: number): Float64Array {
  return Float64Array.from(directions, ([cx, cy], k) => {
    const along = cx * u + cy * v;
    return weights[k] * density * (1 + 3 * along + 4.5 * along * along - 1.5 * (u * u + v * v));
  });
}

/**
 * A lattice in equilibrium.
 *
 * @param flow density and velocity at cell (x, y).
 * @throws {RangeError} unless the grid is at least 3 × 3 and τ > ½.
 */
export function lattice(
  {
    nx,
    ny,
    tau,
    solid = new Uint8Array(nx * ny),
  }: Pick<Lattice, 'nx' | 'ny' | 'tau'> & { solid?: Uint8Array },
  flow: (x: number, y: number) => readonly [density: number, u: number, v: number],
): Lattice {
  if (!(nx >= 3 && ny >= 3)) throw new RangeError(`a lattice of ${nx} × ${ny} cells is too small`);
  if (!(tau > 0.5)) throw new RangeError(`τ = ${tau} leaves no viscosity: it must exceed ½`);
  const cells = nx * ny;
  const stride = cells + gap;
  const populations = new Float64Array(9 * stride);
  for (let y = 0; y < ny; y++)
    for (let x = 0; x < nx; x++)
      equilibrium(...flow(x, y)).forEach((value, k) => (populations[k * stride + y * nx + x] = value));
  const [density, u, v] = Array.from({ length: 3 }, () => new Float64Array(cells));
  return { nx, ny, tau, solid, populations, stride, spare: new Float64Array(9 * stride), density, u, v };
}

/**
 * One step: density and velocity of each cell, collision (relaxation towards equilibrium by 1/τ; on solid cells full-way
 * bounce-back instead, each population turned round), and streaming to the next cell. One pass, without allocation.
 */
export function collideAndStream(fluid: Lattice): void {
  const { nx, ny, solid, density, u, v, populations: f, spare: g, stride: n } = fluid;
  const omega = 1 / fluid.tau;
  const keep = 1 - omega;
  for (let y = 0; y < ny; y++) {
    const row = y * nx;
    const up = (y + 1 < ny ? y + 1 : 0) * nx;
    const down = (y > 0 ? y - 1 : ny - 1) * nx;
    for (let x = 0; x < nx; x++) {
      const right = x + 1 < nx ? x + 1 : 0;
      const left = x > 0 ? x - 1 : nx - 1;
      const at = row + x;
      const f0 = f[at];
      const f1 = f[n + at];
      const f2 = f[2 * n + at];
      const f3 = f[3 * n + at];
      const f4 = f[4 * n + at];
      const f5 = f[5 * n + at];
      const f6 = f[6 * n + at];
      const f7 = f[7 * n + at];
      const f8 = f[8 * n + at];
      if (solid[at] !== 0) {
        g[at] = f0;
        g[n + row + right] = f2;
        g[2 * n + row + left] = f1;
        g[3 * n + up + x] = f4;
        g[4 * n + down + x] = f3;
        g[5 * n + up + right] = f6;
        g[6 * n + down + left] = f5;
        g[7 * n + down + right] = f8;
        g[8 * n + up + left] = f7;
        continue;
      }
      const rho = f0 + f1 + f2 + f3 + f4 + f5 + f6 + f7 + f8;
      const ux = (f1 - f2 + f5 - f6 + f7 - f8) / rho;
      const uy = (f3 - f4 + f5 - f6 - f7 + f8) / rho;
      density[at] = rho;
      u[at] = ux;
      v[at] = uy;
      // Opposite directions share what is even in c·u; `axis` and `diagonal` are ω w ρ.
      const axis = (omega * rho) / 9;
      const diagonal = axis / 4;
      const rest = 1 - 1.5 * (ux * ux + uy * uy);
      const sum = ux + uy;
      const difference = ux - uy;
      const evenX = axis * (rest + 4.5 * ux * ux);
      const evenY = axis * (rest + 4.5 * uy * uy);
      const evenSum = diagonal * (rest + 4.5 * sum * sum);
      const evenDifference = diagonal * (rest + 4.5 * difference * difference);
      const oddX = 3 * axis * ux;
      const oddY = 3 * axis * uy;
      const oddSum = 3 * diagonal * sum;
      const oddDifference = 3 * diagonal * difference;
      g[at] = keep * f0 + 4 * axis * rest;
      g[n + row + right] = keep * f1 + evenX + oddX;
      g[2 * n + row + left] = keep * f2 + evenX - oddX;
      g[3 * n + up + x] = keep * f3 + evenY + oddY;
      g[4 * n + down + x] = keep * f4 + evenY - oddY;
      g[5 * n + up + right] = keep * f5 + evenSum + oddSum;
      g[6 * n + down + left] = keep * f6 + evenSum - oddSum;
      g[7 * n + down + right] = keep * f7 + evenDifference + oddDifference;
      g[8 * n + up + left] = keep * f8 + evenDifference - oddDifference;
    }
  }
  fluid.populations = g;
  fluid.spare = f;
}
