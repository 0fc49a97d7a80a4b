import { op } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { conditions, short } from './measures.js';

interface ErrorMeans {
  readonly n: number;
  readonly kendall: number;
  readonly frobenius: number;
  readonly mean_error: number;
  readonly seeds: number;
}

/** On soccer, sampled evenly. */
export const rankingClaim: Claim = {
  id: 'ranking-error-decays',
  statement: 'A table of payoffs can look right long before the ranking drawn from it is.',
  kind: 'qualitative',
  reported: {
    value: 'payoff error is no substitute for ranking error',
    where: 'figure on both errors',
    recalled: true,
  },
  figure: 'errors',
  tables: ['ranking_errors'],
  measure({ ranking_errors }) {
    const rows = ranking_errors
      .groupby('n')
      .rollup({
        kendall: op.mean('kendall'),
        frobenius: op.mean('frobenius'),
        mean_error: op.mean('mean_error'),
        seeds: op.count(),
      })
      .orderby('n')
      .objects() as ErrorMeans[];
    const at = (n: number) => rows.find((row) => row.n === n)!;
    const [early, late] = [at(100), at(10_000)];
    return conditions(
      [
        [
          early.kendall > 0 && early.mean_error < 0.05,
          `at 100 samples a payoff is ${short(early.mean_error)} off, and ${short(100 * early.kendall)} % of pairs are ranked the wrong way round`,
        ],
        [
          late.kendall < 0.02,
          `wrong pairs over all numbers of samples: ${rows.map((row) => short(row.kendall)).join(' → ')}; Frobenius error: ${rows.map((row) => short(row.frobenius)).join(' → ')}`,
        ],
      ],
      early.seeds,
    );
  },
  criterion:
    'on soccer, at 100 samples a profile, the mean payoff error is below 0.05 and the Kendall error above 0; at 10,000 the Kendall error is below 0.02',
  judge: equals(0),
};
