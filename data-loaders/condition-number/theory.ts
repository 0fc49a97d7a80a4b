import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { quick, type TheoryParameters } from './theory-parameters.js';

export const definition = {
  title: 'Entropy and condition number of linear units',
  description:
    'Draws random spectra at fixed norm against the sharp bound on their entropy, scales matrices, passes normal numbers through tanh, and takes the condition number of untrained matrices of several shapes.',
  tables: {
    spectra: {
      description: 'One row a set of singular values: random, or the one that should attain the bound',
      columns: {
        kind: { type: 'string', description: 'random, or optimum: the spectrum that attains the bound' },
        n: { type: 'int32', description: 'units and inputs' },
        c: { type: 'float64', description: 'squared norm, the sum of the squared singular values' },
        kappa: { type: 'float64', description: 'condition number' },
        entropy: {
          type: 'float64',
          unit: 'nats',
          description: 'entropy of the output for standard normal inputs',
        },
        bound: {
          type: 'float64',
          unit: 'nats',
          description: 'largest entropy at this norm and condition number',
        },
        largest: { type: 'float64', unit: 'nats', description: 'largest entropy at this norm' },
        mid: {
          type: 'float64',
          description:
            'geometric mean of the squared singular values between the extremes, over c/n: 1 at the optimum',
        },
      },
    },
    scaling: {
      description: 'One row a random matrix and a factor it is multiplied by',
      columns: {
        n: { type: 'int32', description: 'rows and columns' },
        matrix: { type: 'int32', description: 'number of the matrix' },
        factor: { type: 'float64', description: 'by what it is multiplied' },
        kappa: { type: 'float64', description: 'condition number of the matrix' },
        kappa_error: { type: 'float64', description: 'relative change of the condition number' },
        entropy_shift: { type: 'float64', unit: 'nats', description: 'change of the entropy' },
        shift_error: { type: 'float64', unit: 'nats', description: 'its distance from n ln factor' },
      },
    },
    nonlinearity: {
      description: 'One row a standard deviation of the number that tanh is applied to',
      columns: {
        sigma: { type: 'float64', description: 'standard deviation before tanh' },
        h_linear: { type: 'float64', unit: 'nats', description: 'entropy before tanh' },
        h_tanh: { type: 'float64', unit: 'nats', description: 'entropy after tanh, by Simpson’s rule' },
        h_quadrature: { type: 'float64', unit: 'nats', description: 'the same by Gauss–Hermite quadrature' },
      },
    },
    orderings: {
      description: 'One row a spectrum of three units, all of the same norm',
      columns: {
        spectrum: { type: 'string', description: 'ratios of the singular values' },
        kappa: { type: 'float64', description: 'condition number' },
        entropy: { type: 'float64', unit: 'nats', description: 'entropy at squared norm 3' },
        information: {
          type: 'float64',
          unit: 'nats',
          description: 'information about the input through normal noise of variance 0.1',
        },
      },
    },
    matrices: {
      description: 'One row an untrained matrix of independent normal numbers',
      columns: {
        rows: { type: 'int32', description: 'rows' },
        columns: { type: 'int32', description: 'columns' },
        draw: { type: 'int32', description: 'number of the draw' },
        kappa: { type: 'float64', description: 'condition number' },
        limit: {
          type: 'float64',
          description: 'Marchenko–Pastur limit for large matrices of this shape; none for square ones',
        },
      },
    },
  },
  profiles: { quick },
  seed: 1,
  compute: 'plain',
  parts: ({ shapes }) => [
    { id: 'linear', cost: 1 },
    ...shapes.map(([rows, columns]) => ({ id: `${rows}x${columns}`, cost: rows * rows * columns * 1e-5 })),
  ],
} as const satisfies Definition<TheoryParameters>;

export async function* run(context: Context<TheoryParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runTheory } = await import('./theory-run.js');
  yield* runTheory(context);
}
