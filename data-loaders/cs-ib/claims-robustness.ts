import { escape, type ColumnTable } from 'arquero';
import type { Claim } from '../../src/lib/experiment/claim.js';
import { liesBelow } from '../../src/lib/experiment/predicate.js';
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
  weakest,
  type Comparison,
} from './comparison.js';

/** The strength at which both attacks are compared, in units of the standardised inputs. */
const epsilon = 0.3;

/** The runs of one attack at that strength. */
function attacked(attack: ColumnTable, dataset: string, kind: string): ColumnTable {
  return rowsOn(attack, dataset).filter(
    escape((row: { kind: string; eps: number }) => row.kind === kind && Math.abs(row.eps - epsilon) < 1e-9),
  );
}

/** RMSE under attack of one method at β = 0 against the best of its rivals at β = 0, for both attacks. */
function compareAttacked(attack: ColumnTable, method: string): Comparison[] {
  return datasetsOf(attack).flatMap((dataset) =>
    ['fgsm', 'pgd'].map((kind) => {
      const runs = attacked(attack, dataset, kind).filter(escape((row: { beta: number }) => row.beta === 0));
      const ours = rowsOf(runs, method);
      const rival = bestSetting(runs, baselines, 'rmse', 'lowest');
      const differences = rival ? pairedDifferences(ours, rowsOf(runs, rival.method), 'rmse') : [];
      const detail = `${kind.toUpperCase()} ${short(meanOf(ours, 'rmse'))} against ${short(rival?.mean)} (${nameOf(rival?.method)}), clean ${short(meanOf(ours, 'clean_rmse'))}`;
      return { label: dataset, differences, detail };
    }),
  );
}

/** How far clean RMSE may rise for a larger β to count as an improvement. */
const tolerance = 1.1;

/** RMSE under FGSM of CS-IB at the β that helps most, of those that cost little, against β = 0. */
function compareCompression(attack: ColumnTable): Comparison[] {
  return datasetsOf(attack).map((label) => {
    const runs = rowsOf(attacked(attack, label, 'fgsm'), 'cs-paper');
    const free = rowsOf(runs, 'cs-paper', 0);
    const limit = tolerance * (meanOf(free, 'clean_rmse') ?? NaN);
    const betas = [...new Set(runs.array('beta') as number[])].filter((beta) => {
      const clean = meanOf(rowsOf(runs, 'cs-paper', beta), 'clean_rmse');
      return beta > 0 && clean !== null && clean <= limit;
    });
    const affordable = runs.filter(escape((row: { beta: number }) => betas.includes(row.beta)));
    const best = bestSetting(affordable, ['cs-paper'], 'rmse', 'lowest');
    const differences = best ? pairedDifferences(rowsOf(runs, 'cs-paper', best.beta), free, 'rmse') : [];
    const detail = best
      ? `β = ${best.beta}: ${short(best.mean)} against ${short(meanOf(free, 'rmse'))} at β = 0`
      : 'every β > 0 raised the clean RMSE by more than 10 %';
    return { label, differences, detail };
  });
}

export const robustnessClaims: readonly Claim[] = [
  {
    id: 'robust-prediction-term',
    statement:
      'Trained with the CS prediction term, a network errs less under adversarial inputs (FGSM and PGD) than with any other bottleneck method.',
    kind: 'qualitative',
    reported: { value: 'consistently lower RMSE', where: 'abstract; caption of the FGSM figure' },
    figure: 'robustness',
    tables: ['attack'],
    measure: ({ attack }) =>
      weakest(
        compareAttacked(attack, 'cs-paper'),
        'negative',
        `RMSE at ε = ${epsilon} − that of the best baseline`,
      ),
    criterion:
      'at β = 0 and ε = 0.3 the 95 % interval over seeds lies below 0, for both attacks on every data set',
    judge: liesBelow(0),
  },
  {
    id: 'robust-released-script',
    statement: 'The same holds for networks trained with the loss of the released script.',
    kind: 'qualitative',
    reported: { value: 'consistently lower RMSE', where: 'implied: the script is said to make the figures' },
    figure: 'robustness',
    tables: ['attack'],
    measure: ({ attack }) =>
      weakest(
        compareAttacked(attack, 'released'),
        'negative',
        `RMSE at ε = ${epsilon} − that of the best baseline`,
      ),
    criterion:
      'at β = 0 and ε = 0.3 the 95 % interval over seeds lies below 0, for both attacks on every data set',
    judge: liesBelow(0),
  },
  {
    id: 'robust-by-compression',
    statement:
      'Compression is what makes CS-IB robust: a larger β lowers the error under attack at little cost on clean inputs.',
    kind: 'qualitative',
    reported: { value: 'compression term bounds sensitivity', where: 'theorem on HSIC', recalled: true },
    figure: 'robustness',
    tables: ['attack'],
    measure: ({ attack }) =>
      weakest(compareCompression(attack), 'negative', `RMSE at ε = ${epsilon}, best β > 0 − β = 0`),
    criterion:
      'for the best β > 0 whose clean RMSE is at most 10 % above that of β = 0, the 95 % interval over seeds lies below 0, on every data set',
    judge: liesBelow(0),
  },
];
