import { groups, mean } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { type Case, overSeeds, worst } from '../../src/lib/experiment/measurement.js';
import { liesBelow } from '../../src/lib/experiment/predicate.js';
import { datasetLabels, type MethodId, tables } from '../../src/papers/cs-ib/tables.js';
import { bestOf, differences, isBaseline, nameOf, settingsOf, told } from './comparison.js';

type AttackRow = RowsOf<typeof tables>['attack'][number];

const claim = claimsOn(tables);

/** The strength at which both attacks are compared, in units of the standardised inputs. */
const epsilon = 0.3;

const rmse = (run: AttackRow) => run.rmse;
const clean = (run: AttackRow) => run.clean_rmse;

/** The runs under one attack at that strength. */
function attackedBy(kind: AttackRow['kind'], attack: readonly AttackRow[]): AttackRow[] {
  return attack.filter((row) => row.kind === kind && Math.abs(row.eps - epsilon) < 1e-9);
}

/** RMSE under attack of one method at β = 0 against the best baseline at β = 0, for both attacks on each data set. */
function compareAttacked(attack: readonly AttackRow[], method: MethodId): Case[] {
  return groups(attack, ({ dataset }) => dataset).flatMap(([dataset, own]) =>
    (['fgsm', 'pgd'] as const).map((kind) => {
      const runs = attackedBy(kind, own).filter(({ beta }) => beta === 0);
      const ours = runs.filter((row) => row.method === method);
      const rival = bestOf(settingsOf(runs.filter(isBaseline)), rmse, 'lowest');
      const detail = `${told(ours, rmse)} against ${told(rival, rmse)} (${nameOf(rival)}), clean ${told(ours, clean)}`;
      const unit = `RMSE at ε = ${epsilon} − that of the best baseline`;
      return {
        label: `${datasetLabels[dataset]}, ${kind.toUpperCase()}`,
        measurement: overSeeds(differences(ours, rival, rmse), unit, detail),
      };
    }),
  );
}

/** How far clean RMSE may rise for a larger β to count as an improvement. */
const tolerance = 1.1;

/** RMSE under FGSM of CS-IB at the β that helps most, of those that cost little, against β = 0. */
function compareCompression(attack: readonly AttackRow[]): Case[] {
  return groups(attackedBy('fgsm', attack), ({ dataset }) => dataset).map(([dataset, runs]) => {
    const settings = settingsOf(runs.filter(({ method }) => method === 'cs-paper'));
    const free = settings.find(([{ beta }]) => beta === 0) ?? [];
    const limit = tolerance * (mean(free, clean) ?? NaN);
    const affordable = settings.filter((own) => own[0].beta > 0 && (mean(own, clean) ?? Infinity) <= limit);
    const best = bestOf(affordable, rmse, 'lowest');
    const detail =
      best.length > 0
        ? `β = ${best[0].beta}: ${told(best, rmse)} against ${told(free, rmse)} at β = 0`
        : 'every β > 0 raised the clean RMSE by more than 10 %';
    const unit = `RMSE at ε = ${epsilon}, best β > 0 − β = 0`;
    return {
      label: datasetLabels[dataset],
      measurement: overSeeds(differences(best, free, rmse), unit, detail),
    };
  });
}

const reported = 'consistently lower RMSE';
const criterion =
  'at β = 0 and ε = 0.3 the 95 % interval over seeds lies below 0, for both attacks on every data set';

export const robustnessClaims = [
  claim({
    id: 'robust-prediction-term',
    statement:
      'Trained with the CS prediction term, a network errs less under adversarial inputs (FGSM and PGD) than with any other bottleneck method.',
    kind: 'qualitative',
    reported: { value: reported, where: 'abstract; caption of the FGSM figure' },
    figure: 'robustness',
    tables: ['attack'],
    measure: ({ attack }) => worst(compareAttacked(attack, 'cs-paper'), 'largest'),
    criterion,
    judge: liesBelow(0),
  }),
  claim({
    id: 'robust-released-script',
    statement: 'The same holds for networks trained with the loss of the released script.',
    kind: 'qualitative',
    reported: { value: reported, where: 'implied: the script is said to make the figures' },
    figure: 'robustness',
    tables: ['attack'],
    measure: ({ attack }) => worst(compareAttacked(attack, 'released'), 'largest'),
    criterion,
    judge: liesBelow(0),
  }),
  claim({
    id: 'robust-by-compression',
    statement:
      'Compression is what makes CS-IB robust: a larger β lowers the error under attack at little cost on clean inputs.',
    kind: 'qualitative',
    reported: { value: 'compression term bounds sensitivity', where: 'theorem on HSIC', recalled: true },
    figure: 'robustness',
    tables: ['attack'],
    measure: ({ attack }) => worst(compareCompression(attack), 'largest'),
    criterion:
      'for the best β > 0 whose clean RMSE is at most 10 % above that of β = 0, the 95 % interval over seeds lies below 0, on every data set',
    judge: liesBelow(0),
  }),
];
