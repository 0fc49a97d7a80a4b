import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import {
  stepInformation,
  type LinearGaussian,
} from '../../src/lib/information/linear-gaussian-information.js';
import { entropyOfSpectrum } from '../../src/lib/information/von-neumann-entropy.js';
import { channelInformation, regularisedAllocation } from '../../src/lib/information/water-filling.js';
import { matrixProduct, transposed } from '../../src/lib/statistics/matrix-product.js';
import { random, type Random } from '../../src/lib/statistics/random.js';
import { symmetricEigenvalues } from '../../src/lib/statistics/symmetric-eigen.js';

export type TheoryParameters = {
  /** Gains of the modes, and the variance that is shared out among them. */
  readonly gains: readonly number[];
  readonly budget: number;
  /** Multipliers γ of the entropy. */
  readonly gammas: readonly number[];
  /** Random linear systems. */
  readonly systems: number;
};

const quick: TheoryParameters = {
  gains: [10, 2, 0.5, 0.1],
  budget: 1,
  gammas: [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
  systems: 200,
};

export const definition: Definition<TheoryParameters> = {
  title: 'What can be computed exactly',
  description:
    'How variance is shared out among modes where latent information is maximised, with and without the entropy; and the information that a step carries in random linear systems.',
  tables: {
    allocation: {
      description: 'The best share of variance of each mode, by the multiplier of the entropy',
      columns: {
        gamma: { type: 'float64', description: 'multiplier γ of the entropy' },
        mode: { type: 'int32', description: 'number of the mode, from 1' },
        gain: { type: 'float64', description: 'gain of the mode' },
        p: { type: 'float64', description: 'variance that it is given' },
        information: { type: 'float64', unit: 'nats', description: 'information of all modes' },
        d_eff: { type: 'float64', description: 'effective dimension of the allocation' },
      },
    },
    order: {
      description: 'Information between states, and between what is seen of them, one step apart',
      columns: {
        system: { type: 'int32', description: 'number of the random system' },
        n: { type: 'int32', description: 'dimension of the state' },
        k: { type: 'int32', description: 'dimension of the latent' },
        i_xx: { type: 'float64', unit: 'nats', description: 'information between states, I(x; x₊)' },
        i_zx: { type: 'float64', unit: 'nats', description: 'of the latent about the next state, I(z; x₊)' },
        i_zz: { type: 'float64', unit: 'nats', description: 'between latents, I(z; z₊)' },
      },
    },
  },
  profiles: { quick },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'allocation' }, { id: 'order' }],
};

export async function* run({ params, part, seed }: Context<TheoryParameters>): AsyncGenerator<RunEvent> {
  await Promise.resolve();
  if (part.id === 'allocation') yield { table: 'allocation', rows: allocationRows(params) };
  else yield { table: 'order', rows: orderRows(params, seed) };
}

function allocationRows({ gains, budget, gammas }: TheoryParameters): Row[] {
  return gammas.flatMap((gamma) => {
    const p = regularisedAllocation(gains, budget, gamma);
    const information = channelInformation(gains, p);
    const d_eff = Math.exp(entropyOfSpectrum(p.map((value) => value / budget)));
    return gains.map((gain, i) => ({ gamma, mode: i + 1, gain, p: p[i], information, d_eff }));
  });
}

function orderRows({ systems }: TheoryParameters, seed: number): Row[] {
  return Array.from({ length: systems }, (_, system) => {
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
