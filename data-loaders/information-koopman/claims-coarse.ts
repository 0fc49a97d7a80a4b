import { nonNegative } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { tables } from '../../src/papers/information-koopman/tables.js';
import { forecasts, type Rollout } from './claims-forecasts.js';

const claim = claimsOn(tables);

const { measure, gates, criterion, asks } = forecasts(['lorenz63']);

/** The rows as those of the experiment with several systems. */
const asRollout = ({ coarse_rollout }: Pick<RowsOf<typeof tables>, 'coarse_rollout'>): Rollout => ({
  rollout: coarse_rollout.map((row) => ({ ...row, system: 'lorenz63' })),
});

export const coarseClaim = claim({
  id: 'better-forecasts-lorenz-coarse',
  statement:
    'On Lorenz’s system at the paper’s time step of 0.1, an autoencoder of wider layers with both terms predicts better than a plain one at 5, 20 and 50 steps.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 10; the time step of Table 2' },
  reported: 'better than existing Koopman learners: .003/.007/.013 against .006/.014/.023 (Table 2)',
  figure: 'coarse',
  tables: ['coarse_rollout'],
  measure: (rows) => measure(asRollout(rows)),
  gates: (rows) => gates(asRollout(rows)),
  criterion,
  asks,
  attainable: () => nonNegative,
  pilot: true,
  chance: { table: 'coarse_rollout', column: 'variant', within: ['seed', 'h'] },
});
