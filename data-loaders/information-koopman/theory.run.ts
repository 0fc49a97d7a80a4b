import { range } from 'd3-array';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { matrixProduct, transposed } from '../../src/lib/linear-algebra/matrix-product.js';
import { symmetricEigenvalues } from '../../src/lib/linear-algebra/symmetric-eigen.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { allocate } from '../../src/papers/information-koopman/allocation.js';
import {
  type LinearGaussian,
  stepInformation,
} from '../../src/papers/information-koopman/information/linear-gaussian-information.js';
import type { definition } from './theory.js';

type Params = RunContext<typeof definition>['params'];
type Rows = RowsOf<typeof definition.tables>;

export async function* run({
  params,
  part,
  seed,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  await Promise.resolve();
  if (part.of.table === 'allocation') yield { table: 'allocation', rows: allocationRows(params) };
  else yield { table: 'order', rows: orderRows(params, seed) };
}

function allocationRows({ gains, budget, gammas }: Params): Rows['allocation'] {
  return gammas.flatMap((gamma) => {
    const { p, information, d_eff } = allocate(gains, budget, gamma);
    return gains.map((gain, i) => ({ gamma, mode: i + 1, gain, p: p[i], information, d_eff }));
  });
}

function orderRows({ systems }: Params, seed: number): Rows['order'] {
  return range(systems).map((system) => {
    const { n, k, process } = randomSystem(random(seed, 'linear system', system));
    const { states, latentToState, latents } = stepInformation(process);
    return { system, n, k, i_xx: states, i_zx: latentToState, i_zz: latents };
  });
}

/** A stable process of 2 to 5 dimensions, and a latent of as many or fewer. */
function randomSystem({ normal, uniform, integer }: Random): {
  n: number;
  k: number;
  process: LinearGaussian;
} {
  const n = 2 + integer(4);
  const k = 1 + integer(n);
  const draw = (rows: number) => Float64Array.from({ length: rows * n }, normal);
  const G = draw(n);
  // The largest singular value bounds the moduli of the eigenvalues.
  const [largest] = symmetricEigenvalues(matrixProduct(G, transposed(G, n), n));
  const shrink = (0.2 + 0.78 * uniform()) / Math.sqrt(largest);
  const H = draw(n);
  const Q = matrixProduct(H, transposed(H, n), n).map(
    (value, at) => value / n + 0.05 * Number(at % (n + 1) === 0),
  );
  return { n, k, process: { A: G.map((value) => value * shrink), Q, W: draw(k) } };
}
