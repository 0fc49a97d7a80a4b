import { nonNegative } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atMost, type Gate } from '../../src/lib/claims/gate.js';
import { type Condition, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { decimals } from '../../src/lib/text/number.js';
import {
  type SystemId,
  systemLabels,
  tables,
  type TrainedVariant,
} from '../../src/papers/information-koopman/tables.js';
import { pairedVariants, ratio } from './paired-variants.js';

export type Rollout = Pick<RowsOf<typeof tables>, 'rollout'>;

const claim = claimsOn(tables);

const short = (value: number) => decimals(value, 3);

/** Steps ahead at which the paper's Table 2 compares. */
const horizons = [5, 20, 50];

/** An error of 1 is that of predicting the mean; above half of it a forecast has hardly any skill. */
const skill = 0.5;

const exchangeable = { table: 'rollout', column: 'variant', within: ['system', 'seed'] } as const;

const errorsAt = (
  { rollout }: Rollout,
  h: number,
  variants: readonly [TrainedVariant, TrainedVariant],
  systems?: readonly SystemId[],
) =>
  pairedVariants(
    rollout.filter((row) => row.h === h && (systems?.includes(row.system) ?? true)),
    variants,
    ({ nrmse }) => nrmse,
  );

/** The whole Lagrangian against the plain autoencoder at the three horizons, in some of the systems. */
export function forecasts(systems: readonly SystemId[]) {
  const compared = (rows: Rollout) =>
    horizons.flatMap((h) => errorsAt(rows, h, ['ours', 'kae'], systems).map((pair) => ({ h, ...pair })));
  return {
    measure: (rows: Rollout): Condition<IntervalMeasurement>[] =>
      compared(rows).map(({ h, label, compared: ratios, means }) => ({
        label: systems.length === 1 ? `${h} steps` : `${label}, ${h} steps`,
        measurement: overSeeds(
          ratios(ratio),
          'times the plain autoencoder’s error',
          `mean error ${short(means[0])} with both terms, ${short(means[1])} of the plain autoencoder`,
        ),
      })),
    gates: (rows: Rollout): Gate[] =>
      compared(rows).map(({ h, label, means }) =>
        atMost(`the smaller of both errors, ${label} at ${h} steps,`, Math.min(...means), skill),
      ),
    tables: ['rollout'] as const,
    figure: 'rollout',
    criterion:
      'at 5, 20 and 50 steps the mean ratio of the errors over seeds lies below 1 with its interval; a gain of less than 10 % would be of no interest. One of both has to have skill: an error of 0.5 or less, where predicting the mean has 1',
    asks: liesBelow(1, { effect: 0.9 }),
    attainable: () => nonNegative,
    pilot: true,
    chance: exchangeable,
  };
}

export const structureClaim = claim({
  id: 'structure-needs-beta',
  statement:
    'In small autoencoders, predictions five steps ahead fail without structural consistency (β = 0).',
  origin: 'body',
  source: { grade: 'text', place: 'Figure 6' },
  reported: 'β = 0: collapsed (pendulum, seen as images)',
  figure: 'rollout',
  tables: ['rollout'],
  measure(rows) {
    return errorsAt(rows, 5, ['beta0', 'ours']).map(({ label, compared, means }) => ({
      label,
      measurement: overSeeds(
        compared(ratio),
        'times the error with β = 1',
        `mean error at 5 steps ${short(means[0])} with β = 0, ${short(means[1])} with β = 1`,
      ),
    }));
  },
  gates(rows) {
    return errorsAt(rows, 5, ['beta0', 'ours']).map(({ label, means: [, ours] }) =>
      atMost(`the error with β = 1 at 5 steps, ${label},`, ours, skill),
    );
  },
  criterion:
    'in every system the error at 5 steps is more than twice that with β = 1, on average over seeds, with the interval; with β = 1 there has to be skill: an error of 0.5 or less',
  asks: liesAbove(2),
  attainable: () => nonNegative,
  pilot: true,
  chance: exchangeable,
});

export const forecastClaims = [
  claim({
    id: 'better-forecasts-street',
    statement:
      'On the modes of a vortex street, a small autoencoder with both terms predicts better than a plain one at 5, 20 and 50 steps.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 10' },
    reported: 'better than existing Koopman learners: .068/.114/.138 against .149/.195/.233 (Table 2)',
    ...forecasts(['vortex']),
  }),
  claim({
    id: 'better-forecasts-lorenz',
    statement:
      'On Lorenz’s system, a small autoencoder with both terms predicts better than a plain one at 5, 20 and 50 steps.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 10' },
    reported: 'better than existing Koopman learners: .003/.007/.013 against .006/.014/.023 (Table 2)',
    ...forecasts(['lorenz63']),
  }),
  claim({
    id: 'better-forecasts-elsewhere',
    statement: `On systems that are not in the paper’s tables (${(['pendulum', 'van-der-pol', 'duffing'] as const).map((id) => systemLabels[id]).join(', ')}), small autoencoders with both terms predict better than plain ones at 5, 20 and 50 steps.`,
    origin: 'ours',
    source: { grade: 'text', place: 'systems of ours; abstract, sentence 10, speaks of a diverse range' },
    reported: 'better on a diverse range of systems',
    ...forecasts(['pendulum', 'van-der-pol', 'duffing']),
  }),
];
