import { mean } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { exactly, failures } from '../../src/lib/experiment/measurement.js';
import { equals, liesAbove } from '../../src/lib/experiment/predicate.js';
import { decimals } from '../../src/lib/text/number.js';
import {
  type SystemId,
  systemLabels,
  tables,
  type TrainedVariant,
} from '../../src/papers/information-koopman/tables.js';

type RolloutRow = RowsOf<typeof tables>['rollout'][number];

const claim = claimsOn(tables);

const short = (value: number) => decimals(value, 3);

/** Steps ahead at which the paper's Table 2 compares. */
const horizons = [5, 20, 50];

const systemsOf = (rollout: readonly RolloutRow[]) => [...new Set(rollout.map(({ system }) => system))];

/** Mean error over seeds, so many steps ahead; NaN where a table lacks it. */
function errorOf(rollout: readonly RolloutRow[], system: SystemId, variant: TrainedVariant, h: number) {
  const rows = rollout.filter((row) => row.system === system && row.variant === variant && row.h === h);
  return mean(rows, ({ nrmse }) => nrmse) ?? NaN;
}

/** Seeds with which the whole Lagrangian was trained. */
const seedsOf = (rollout: readonly RolloutRow[]) =>
  new Set(rollout.filter(({ variant }) => variant === 'ours').map(({ seed }) => seed)).size;

export const structureClaim = claim({
  id: 'structure-needs-beta',
  statement: 'Without structural consistency, predictions of several steps fail.',
  kind: 'qualitative',
  reported: { value: 'β = 0: collapsed', where: 'Figure 6' },
  figure: 'rollout',
  tables: ['rollout'],
  measure({ rollout }) {
    const errors = (system: SystemId) =>
      (['beta0', 'ours'] as const).map((variant) => errorOf(rollout, system, variant, 5));
    const [without, ours] = errors('vortex');
    const detail = systemsOf(rollout)
      .map((system) => `${systemLabels[system]} ${errors(system).map(short).join(' against ')}`)
      .join('; ');
    return exactly(
      without / ours,
      'times the error at 5 steps, vortex street',
      `mean NRMSE at 5 steps with β = 0 against β = 1: ${detail}`,
      seedsOf(rollout),
    );
  },
  criterion: 'on the vortex street, the mean error at 5 steps is more than twice that with β = 1',
  judge: liesAbove(2),
});

export const forecastClaim = claim({
  id: 'better-forecasts',
  statement: 'The whole Lagrangian predicts better than the plain Koopman autoencoder at 5, 20 and 50 steps.',
  kind: 'qualitative',
  reported: {
    value: 'vortex street .068/.114/.138 against .149/.195/.233; lower on all four systems',
    where: 'Table 2',
  },
  figure: 'rollout',
  tables: ['rollout'],
  measure({ rollout }) {
    const conditions = systemsOf(rollout).flatMap((system) =>
      horizons.map((h) => {
        const [ours, kae] = (['ours', 'kae'] as const).map((each) => errorOf(rollout, system, each, h));
        const detail = `${systemLabels[system]} at ${h} steps ${short(ours)} against ${short(kae)}`;
        return { holds: ours < kae, detail };
      }),
    );
    const found = failures(conditions, seedsOf(rollout));
    const told = 'mean NRMSE, with both terms against the plain autoencoder';
    return { ...found, detail: `${told}: ${found.detail}` };
  },
  criterion: 'a lower mean error over seeds at each of the three horizons in each system',
  judge: equals(0),
});
