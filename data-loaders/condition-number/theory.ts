import { sum } from 'd3-array';
import { defineExperiment, type Part } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/condition-number/tables.js';

/** The exact half of the study. */
type TheoryParameters = {
  /** Numbers of units, and how many random spectra of each. */
  readonly units: readonly number[];
  readonly spectra: number;
  /** Condition numbers at which the bound is attained. */
  readonly kappas: readonly number[];
  /** Random matrices of each number of units, and the factors they are multiplied by. */
  readonly scaled: number;
  readonly factors: readonly number[];
  /** Standard deviations before tanh. */
  readonly sigmas: readonly number[];
  /** Ratios of singular values of three units. */
  readonly orderings: readonly (readonly number[])[];
  /** Untrained matrices. */
  readonly shapes: readonly Shape[];
};

/** A shape of untrained matrices, and how many of them are drawn. */
type Shape = { readonly rows: number; readonly columns: number; readonly draws: number };

/** What a part is about: all that is about linear units, or the untrained matrices of one shape. */
type Subject = { readonly kind: 'linear' } | ({ readonly kind: 'untrained' } & Shape);

const quick: TheoryParameters = {
  units: [2, 3, 4, 8, 16],
  spectra: 400,
  kappas: [1, 2, 3, 5, 10, 100],
  scaled: 10,
  factors: [1e-3, 0.1, 10, 1e3],
  sigmas: [0.1, 0.5, 1, 2],
  orderings: [
    [1, 1, 1],
    [4, 4, 1],
    [4.5, 3, 1],
    [5, 5, 1],
    [4, 1, 1],
  ],
  shapes: [
    { rows: 48, columns: 64, draws: 100 },
    { rows: 48, columns: 96, draws: 100 },
    { rows: 64, columns: 256, draws: 100 },
    { rows: 48, columns: 48, draws: 100 },
  ],
};

/** Of the shape that trained tensors have, so many as tell a share of 4 in a hundred from one of 5. */
const full: TheoryParameters = {
  ...quick,
  shapes: [{ ...quick.shapes[0], draws: 4000 }, ...quick.shapes.slice(1)],
};

export const definition = defineExperiment({
  title: 'Entropy and condition number of linear units',
  description:
    'Draws random spectra at fixed norm against the sharp bound on their entropy, scales matrices, passes normal numbers through tanh, and takes the condition number of untrained matrices of several shapes.',
  tables: {
    spectra: tables.spectra,
    scaling: tables.scaling,
    nonlinearity: tables.nonlinearity,
    orderings: tables.orderings,
    matrices: tables.matrices,
  },
  profiles: { quick, full },
  scale: ({ units, spectra, scaled, factors, sigmas, shapes }) => ({
    level: 'exact',
    data: `${units.length * spectra} random spectra, ${units.length * scaled * factors.length} multiplied matrices, ${sigmas.length} deviations before tanh, ${sum(shapes, ({ draws }) => draws).toLocaleString('en')} untrained matrices of ${shapes.length} shapes`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ shapes }): (Part & { readonly of: Subject })[] => [
    { id: 'linear', cost: 1, of: { kind: 'linear' } },
    ...shapes.map((shape) => ({
      id: `${shape.rows}x${shape.columns}`,
      cost: shape.draws * shape.rows ** 2 * shape.columns * 1e-7,
      of: { kind: 'untrained' as const, ...shape },
    })),
  ],
});
