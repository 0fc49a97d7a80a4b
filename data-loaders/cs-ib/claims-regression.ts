import { escape, type ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { liesAbove, liesBelow } from '../../src/lib/experiment/predicate.js';
import { kendall } from '../../src/lib/statistics/kendall.js';
import {
  baselines,
  bestSetting,
  datasetsOf,
  meanOf,
  nameOf,
  pairedDifferences,
  rowsOf,
  rowsOn,
  short,
  titleOf,
  weakest,
  type Comparison,
} from './comparison.js';
import { interpolated } from './plane-interpolation.js';

/** RMSE of the CS prediction term without compression against the best baseline at its best β. */
function compareErrors(plane: ColumnTable): Comparison[] {
  return datasetsOf(plane).map((label) => {
    const runs = rowsOn(plane, label);
    const rival = bestSetting(runs, baselines, 'rmse', 'lowest');
    const cs = rowsOf(runs, 'cs-paper', 0);
    const differences = rival ? pairedDifferences(cs, rowsOf(runs, rival.method, rival.beta), 'rmse') : [];
    const detail = `CS (β = 0) ${short(meanOf(cs, 'rmse'))}, best baseline ${short(rival?.mean)} (${nameOf(rival?.method)}, β = ${rival?.beta})`;
    return { label, differences, detail };
  });
}

/** Compression ratios at which the curves of the information plane are compared. */
const ratios = [0.25, 0.5];

/** I(T;Y) of CS-IB against the best baseline at equal compression ratio, each by its own information. */
function comparePlanes(plane: ColumnTable): Comparison[] {
  return datasetsOf(plane).flatMap((dataset) =>
    ratios.map((ratio) => {
      const at = interpolated(rowsOn(plane, dataset), 'r_own', ratio);
      const cs = rowsOf(at, 'cs-paper');
      const rival = bestSetting(at, baselines, 'i_ty', 'highest');
      const differences = rival ? pairedDifferences(cs, rowsOf(at, rival.method), 'i_ty') : [];
      const reached = cs.numRows() > 0 ? `CS ${short(meanOf(cs, 'i_ty'))}` : 'CS does not get there';
      const detail = `at r = ${ratio} ${reached}, best baseline ${short(rival?.mean)} bits (${nameOf(rival?.method)})`;
      return { label: dataset, differences, detail };
    }),
  );
}

/** Half-width of Fieller's 95 % interval for τ on the scale of its inverse hyperbolic tangent. */
const fiellerWidth = (n: number) => 1.96 * Math.sqrt(0.437 / (n - 4));

export const regressionClaims: readonly Claim[] = [
  {
    id: 'regression-rmse',
    statement:
      'Without compression, the CS prediction term alone predicts better than the mean squared error does: it has a lower RMSE than every other bottleneck method at its best β.',
    kind: 'qualitative',
    reported: { value: 'CS-IB lowest on six tasks', where: 'abstract' },
    figure: 'errors',
    tables: ['plane'],
    measure: ({ plane }) =>
      weakest(compareErrors(plane), 'negative', 'RMSE of CS − RMSE of the best baseline'),
    criterion: 'the 95 % interval over seeds lies below 0, on every data set',
    judge: liesBelow(0),
  },
  {
    id: 'information-plane',
    statement:
      'At every compression ratio, CS-IB keeps more information about the target than the other methods.',
    kind: 'qualitative',
    reported: { value: 'always highest', where: "abstract; authors' slides, Figure 1" },
    figure: 'information-plane',
    tables: ['plane'],
    measure: ({ plane }) => weakest(comparePlanes(plane), 'positive', 'bits more than the best baseline'),
    criterion: `the 95 % interval over seeds lies above 0 at r = ${ratios.join(' and ')}, on every data set`,
    judge: liesAbove(0),
  },
  {
    id: 'mi-tracks-gap',
    statement:
      'The more CS information a network keeps about its input, the larger its generalisation gap (test minus training RMSE).',
    kind: 'qualitative',
    reported: {
      value: 'correlates well, over 100 networks',
      where: "authors' slides, generalisation figure",
    },
    figure: 'gap',
    tables: ['gap'],
    measure({ gap }) {
      // The paper's figure is on California Housing; the small scale has a synthetic task in its place.
      const dataset = datasetsOf(gap).includes('california-housing') ? 'california-housing' : 'synthetic';
      const all = datasetsOf(gap).map((name) => ({ name, ...correlation(rowsOn(gap, name)) }));
      const { tau, n } = all.find(({ name }) => name === dataset)!;
      const [centre, width] = [Math.atanh(tau), fiellerWidth(n)];
      return {
        value: tau,
        low: Math.tanh(centre - width),
        high: Math.tanh(centre + width),
        unit: "Kendall's τ",
        seeds: new Set(gap.array('seed')).size,
        detail: all
          .map(
            ({ name, tau, p, raw, n }) =>
              `${titleOf(name)}: τ = ${short(tau)} (p = ${short(p)}, ${n} networks), not normalised ${short(raw)}`,
          )
          .join('. '),
      };
    },
    criterion: "Fieller's 95 % interval for τ between normalised information and gap lies above 0",
    judge: liesAbove(0),
  },
];

function correlation(gap: ColumnTable): { tau: number; p: number; raw: number; n: number } {
  const known = gap.filter(escape((row: { i_cs: number | null }) => row.i_cs !== null));
  const gaps = known.array('gap') as number[];
  const { tau, pValue } = kendall(known.array('i_cs') as number[], gaps);
  return { tau, p: pValue, raw: kendall(known.array('i_cs_raw') as number[], gaps).tau, n: known.numRows() };
}
