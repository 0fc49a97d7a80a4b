import { greatest, groups, max, min } from 'd3-array';
import { anyNumber, countsOf, nonNegative } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly, overSeeds } from '../../src/lib/claims/measurement.js';
import { equals, liesAbove, liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { decimals, significant } from '../../src/lib/text/number.js';
import type { ConditionalVariant } from '../../src/papers/cs-ib/information/conditional-divergence.js';
import { tables } from '../../src/papers/cs-ib/tables.js';

type Rows = RowsOf<typeof tables>;
type AuditRow = Rows['audit'][number];
type ExampleRow = Rows['audit_examples'][number];

const claim = claimsOn(tables);

/** What is lost to rounding, nats. */
const rounding = 1e-9;

/** Where the descents on a variant of the prediction term begin and end, at σ² = 1 as in the released code. */
function descents(audit: Rows['audit'], variant: ConditionalVariant) {
  const rows = audit.filter((row) => row.variant === variant && row.sigma2 === 1);
  return groups(rows, ({ seed }) => seed).map(([, steps]): { start: AuditRow; end: AuditRow } => ({
    start: steps.find(({ step }) => step === 0)!,
    end: greatest(steps, ({ step }) => step)!,
  }));
}

function exampleValue(
  examples: Rows['audit_examples'],
  example: ExampleRow['example'],
  variant: ExampleRow['variant'],
): number {
  return examples.find((row) => row.example === example && row.variant === variant)!.d;
}

export const auditClaims = [
  claim({
    id: 'prediction-term-nonnegative',
    statement:
      'The sample estimator of the conditional CS divergence (the prediction term) is a divergence: it never goes below zero.',
    origin: 'ours',
    source: {
      grade: 'second-hand',
      place: 'implied by its definition: Proposition 1 on the authors’ slides (CS_IB.pdf)',
    },
    reported: 'at least 0, by the definition of a divergence',
    figure: 'audit',
    tables: ['audit', 'audit_examples'],
    measure({ audit, audit_examples }) {
      const fourPoints = exampleValue(audit_examples, 'four-points', 'paper');
      const ends = descents(audit, 'paper').map(({ end }) => end.d);
      const symmetric = min(descents(audit, 'symmetric'), ({ end }) => end.d) ?? NaN;
      const found = [fourPoints, ...ends];
      return exactly(
        found.filter((value) => value < -rounding).length,
        `of ${found.length} values lie below 0`,
        `four points: ${significant(fourPoints)} nats; minimised on real batches: down to ${significant(min(ends) ?? NaN)}; with the symmetric weights proposed here: ${significant(symmetric)} at least`,
      );
    },
    criterion: `neither the example of four points nor a minimum on a real batch lies below −10⁻⁹ nats`,
    asks: equals(0),
    attainable: ({ audit }) => countsOf(1 + descents(audit, 'paper').length),
    exact: 'an inequality for any predictions: one negative value refutes it',
    pilot: true,
  }),
  claim({
    id: 'prediction-term-finds-targets',
    statement: 'Minimising the prediction term brings free predictions nearer to the targets.',
    origin: 'ours',
    source: { grade: 'second-hand', place: 'implied by the method: it is used as the loss' },
    reported: 'used as the loss',
    figure: 'audit',
    tables: ['audit'],
    measure({ audit }) {
      const printed = descents(audit, 'paper');
      const symmetric = max(descents(audit, 'symmetric'), ({ end }) => end.rmse) ?? NaN;
      const worst = greatest(printed, ({ end }) => end.rmse);
      return overSeeds(
        printed.map(({ start, end }) => Math.log10(end.rmse / start.rmse)),
        'powers of ten by which the RMSE grows',
        worst
          ? `the worst batch starts at RMSE ${significant(worst.start.rmse)} and ends at ${significant(worst.end.rmse)}; with the symmetric weights all end at ${significant(symmetric)} or less`
          : 'no descent',
      );
    },
    criterion:
      'over batches, the 95 % interval of log₁₀ (RMSE at the end ÷ RMSE at the start) lies below 0: the predictions end nearer than they began',
    asks: liesBelow(0),
    // The logarithm of a quotient of errors.
    attainable: () => anyNumber,
    pilot: true,
    chance: { table: 'audit', column: 'step', within: ['sigma2', 'variant', 'seed'] },
  }),
  claim({
    id: 'released-loss-is-conditional-divergence',
    statement: 'The released training script minimises the conditional CS divergence.',
    origin: 'code',
    source: { grade: 'code', place: 'CS_IB_Housing.py and loss_cs.py at 1789cd5' },
    reported: 'the CS prediction term',
    figure: 'audit',
    tables: ['audit_examples'],
    measure({ audit_examples }) {
      const released = exampleValue(audit_examples, 'released-loss', 'released');
      const squares = exampleValue(audit_examples, 'released-loss', 'squared-errors');
      return exactly(
        Math.abs(released / squares - 1),
        'relative distance of the released loss from SSE ÷ ln 2',
        `on a real batch the script's loss is ${decimals(released, 4)}, the sum of squared errors over ln 2 is ${decimals(squares, 4)}`,
      );
    },
    criterion: 'the loss differs from a scaled sum of squared errors by more than 0.1 %',
    asks: liesAbove(1e-3),
    attainable: () => nonNegative,
    exact: 'deterministic: the script’s formula on one batch',
    pilot: true,
  }),
];
