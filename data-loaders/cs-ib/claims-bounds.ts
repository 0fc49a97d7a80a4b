import { max, sum } from 'd3-array';
import { countsOf } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly, type ExactMeasurement } from '../../src/lib/claims/measurement.js';
import { equals } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { count, significant } from '../../src/lib/text/number.js';
import { type StatementId, tables } from '../../src/papers/cs-ib/tables.js';

type BoundRow = RowsOf<typeof tables>['gaussian_bound'][number];

const claim = claimsOn(tables);

const ofStatement = (bounds: readonly BoundRow[], statement: StatementId) =>
  bounds.filter((row) => row.statement === statement);
const pairsOf = (rows: readonly BoundRow[]) => sum(rows, (row) => row.pairs);
const violationsOf = (rows: readonly BoundRow[]) => sum(rows, (row) => row.violations);

/** The violations of one inequality between normal laws. */
function violations(rows: readonly BoundRow[], also: string): ExactMeasurement {
  const ratio = max(rows, (row) => row.largest_ratio) ?? NaN;
  return exactly(
    rows.length > 0 ? violationsOf(rows) : null,
    `violations in ${count(pairsOf(rows))} random pairs`,
    `dimensions ${rows.map(({ dimension }) => dimension).join(', ')}; the left side is at most ${significant(ratio)} times the right one${also}`,
  );
}

/** What the same pairs say of the inequality with equal means, and of half the divergence. */
function besides(bounds: readonly BoundRow[]): string {
  const told = (
    [
      ['divergence-equal-means', 'with equal means'],
      ['half-divergence', 'of half the divergence'],
    ] as const
  ).map(([statement, words]) => {
    const rows = ofStatement(bounds, statement);
    return `${words} ${count(violationsOf(rows))} violations in ${count(pairsOf(rows))}`;
  });
  return `; ${told.join(', ')}`;
}

const common = {
  origin: 'body',
  figure: 'bounds',
  tables: ['gaussian_bound'],
  asks: equals(0),
  exact: 'an inequality between closed forms: one violation refutes it',
  pilot: true,
} as const;

export const boundClaims = [
  claim({
    ...common,
    id: 'gaussian-bound-information',
    statement: 'CS information never exceeds Shannon information, for jointly Gaussian variables.',
    source: { grade: 'memory', place: 'theory section' },
    reported: 'I_CS ≤ I',
    measure: ({ gaussian_bound }) => violations(ofStatement(gaussian_bound, 'information'), ''),
    attainable: ({ gaussian_bound }) => countsOf(pairsOf(ofStatement(gaussian_bound, 'information'))),
    criterion: 'no violation in random pairs',
  }),
  claim({
    ...common,
    id: 'gaussian-bound-divergence',
    statement:
      'The CS divergence never exceeds the Kullback–Leibler divergence, for any two Gaussians, of whatever means.',
    source: { grade: 'memory', place: 'theory section; under which conditions, could not be read' },
    reported: 'D_CS ≤ D_KL between Gaussians',
    measure: ({ gaussian_bound }) =>
      violations(ofStatement(gaussian_bound, 'divergence'), besides(gaussian_bound)),
    attainable: ({ gaussian_bound }) => countsOf(pairsOf(ofStatement(gaussian_bound, 'divergence'))),
    criterion: 'no violation in random pairs, whichever of the two KL divergences is the smaller',
  }),
];
